// Turn the ways in which a language writes numbers, and what stands round them, into patterns by which checks read a text.

/** A number as it is written. */
export interface NumberWord {
  /** Offset and length in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  readonly form: 'digits' | 'words';
}

/** How checks read numbers in a language, and the words beside them. */
export interface NumberReading {
  /** Numbers in words, in any order; those in digits are the same in every language. */
  readonly inWords: (text: string) => readonly NumberWord[];
  /** Units that belong to a number when wordings are compared, longest first: alternatives of a pattern, with the space before them. */
  readonly units: readonly string[];
  /** A scale and a unit that are a part of the number where its change is shown: a pattern that may match nothing. */
  readonly ownUnit: string;
  /** What of the text before a number would be quoted with it: the rest of its word, and a word that counts or refers. */
  readonly contextBefore: RegExp;
  /** What of the text after a number would be quoted with it. */
  readonly contextAfter: RegExp;
  /** Ends the text before a number that refers to a table, a note, a page. */
  readonly referenceBefore: RegExp;
  /** Ends the text before, or begins the text after, a number that is a part of a date; absent where no word does. */
  readonly dateBefore?: RegExp;
  readonly dateAfter?: RegExp;
  /** Ends a number in words that names a period: the first half; absent where no number in words does. */
  readonly periodWord?: RegExp;
}
