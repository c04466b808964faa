// Turn the ways in which a language writes numbers, and the words round them, into patterns by which checks read a text.

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

/** What a word says of a change, of an amount, or of two changes beside each other. Figures stand as U+FFFC in the text that is searched. */
export interface DirectionWords {
  readonly up: RegExp;
  readonly down: RegExp;
  readonly better: RegExp;
  readonly worse: RegExp;
  readonly profit: RegExp;
  readonly loss: RegExp;
}

/** Right before a figure, the name of the period that it is compared with. */
export interface ComparedPeriod {
  /** Matches up to the figure; its first group is the name. */
  readonly pattern: RegExp;
  /** The same quarter of the year before, or the period before. */
  readonly base: 'year-before' | 'previous';
}

/** How a language answers in a form whether a matter is so: 有 and 無, yes and none. */
export interface FlagWords {
  /** What stands before an answer: the colon of a form. Searched for all matches. */
  readonly marks: RegExp;
  /** Begins the text after such a mark, or a cell. */
  readonly yes: RegExp;
  readonly no: RegExp;
  /** Whole sentences that answer no: there is nothing to report. Searched for all matches. */
  readonly nothing: RegExp;
  /** Begins a text: the number of a matter, as a main one and as one below it. */
  readonly numbers: { readonly main: RegExp; readonly sub: RegExp };
}

/** How checks read the words of a language. Every pattern but those of periods is searched for all its matches. */
export interface WordReading {
  /** Where a clause ends inside a sentence. */
  readonly clauseEnds: RegExp;
  readonly directions: DirectionWords;
  /** How far from its figure a direction word still speaks of it, in characters of the clause. */
  readonly directionReach: number;
  /** Words between two comparisons: of ones that agree, and of ones that do not. */
  readonly joining: { readonly agree: RegExp; readonly differ: RegExp };
  /** Words for a result of either sign, right before its amount. */
  readonly results: { readonly gain: RegExp; readonly loss: RegExp };
  /** How far before its amount a result may be named, in characters. */
  readonly resultReach: number;
  /** Words between a figure and the name of its own period after it, and between a comparison and the period compared with. */
  readonly periodAfter?: { readonly ofItself: RegExp; readonly comparedWith: RegExp };
  /** Names of the period compared with, before a figure; empty where a language names it after. */
  readonly periodBefore: readonly ComparedPeriod[];
  /** Ends the text before, or begins the text after, an amount that another is compared with. */
  readonly baseOfComparison: { readonly before?: RegExp; readonly after?: RegExp };
  /** What stands between a word of direction and the figure that it speaks of, where they stand side by side: before it, or after it. */
  readonly besideFigure: { readonly before?: RegExp; readonly after?: RegExp };
  /** All that stands between an amount and what is said of it right behind: its change, and the same in dollars. */
  readonly saidOfAmount: { readonly ofChange: RegExp; readonly ofDollars: RegExp };
  readonly flags: FlagWords;
}
