// Turn the words round a figure into patterns by which checks read what a sentence says of it.

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
}
