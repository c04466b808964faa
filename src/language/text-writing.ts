// Turn pieces of text into what a language makes of them: sentences, words, lines joined to one, lists, plain characters.

/** How text of a language is cut and put together. */
export interface TextWriting {
  /** Where a sentence ends, with the space after it; searched for all its matches. */
  readonly sentenceEnds: RegExp;
  /** Cuts a text into its words by the language's own dictionary, whatever the machine's locale. */
  readonly words: Intl.Segmenter;
  /** Stands where a forced line break was, when lines are read as one. */
  readonly lineJoint: string;
  /** Stands between the entries of a list inside a sentence. */
  readonly listJoint: string;
  /** Begins an item of a list in plain text, with the space after it. */
  readonly listMarker: string;
  /** A title followed by a remark on it: `Results (corrected)`. */
  readonly remarked: (title: string, remark: string) => string;
  /** Set text as plain text files have it. */
  readonly plain: (text: string) => string;
}
