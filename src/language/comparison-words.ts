// Turn names of what a figure is compared with, or is of, into periods: the shape of a language's words.

/** What a comparison is made with, in words. */
export type ComparisonBase =
  /** The same quarter or half of the year before. */
  | 'year-before'
  /** The quarter before. */
  | 'previous-quarter'
  /** The period before, whatever its length. */
  | 'previous'
  /** The end of the fiscal year before. */
  | 'year-end'
  /** The fiscal year before, or the same period of it. */
  | 'previous-year';

/** A day, a month or a quarter as a hand typed it; what it leaves open is any. */
export interface TypedPeriod {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly fiscalYear?: number;
  readonly quarter?: number;
}

/** The name of what is compared with, among the words that say so. Its pattern is searched for all its matches; its first group is the name. */
export interface BaseName {
  readonly names: RegExp;
  /** What it names, or how to read it from what was matched. */
  readonly base: ComparisonBase | ((match: RegExpExecArray) => TypedPeriod);
}

/** The name of the period that an amount is of: `before` ends the text before the amount, `after` begins the text after it. */
export interface OwnPeriodName {
  readonly base: ComparisonBase;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Round the name of a period, with the amount after it: `Sales in \ufffc were`, \ufffcの売上高は. */
export interface PeriodBefore {
  /** Ends the text before the name. */
  readonly before?: RegExp;
  /** Ends the text before a name that something is compared with. */
  readonly not?: RegExp;
  /** Is all that stands between the name and the amount; the name of a result may stand among it. */
  readonly between: RegExp;
}
