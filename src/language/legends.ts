// Turn what headings, captions, unit lines and notes say of a release itself (standard, units, rounding, periods) into a shape that each language fills.
import type { NegativeStyle, Standard } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import type { Scale } from '../model/unit.ts';

/** An accounting standard that a text names. */
export interface StandardNamed extends Stretch {
  readonly standard: Standard;
  /**
   * `own`: said to be that of the statements, in brackets or as what they are prepared under. `named`: stands there, and says nothing
   * else. `other`: of another matter: a move to it, a difference from it, a single rule of it, statements of another entity.
   */
  readonly as: 'own' | 'named' | 'other';
}

/** Scope of the statements that a text names. */
export interface ScopeNamed extends Stretch {
  readonly scope: 'consolidated' | 'non-consolidated';
}

/** What money a unit counts: that of the issuer, its dollars, or whichever stands there. */
export type UnitCurrency = 'own' | 'translated' | 'any';

/** A unit that a text names: thousands of yen. */
export interface UnitNamed extends Stretch {
  readonly currency: UnitCurrency;
  /** Undefined for a currency without a scale, JPY; `one` for a unit with its smallest coin, 円　銭. */
  readonly scale?: Scale;
}

/** How figures come to be printed: cut off, rounded half up, rounded up. */
export type RoundingRule = 'cut-off' | 'half-up' | 'up';

/** What a rounding rule is said of; `figures` where no word tells. */
export type RoundingSubject = 'figures' | 'money' | 'translated' | 'ratio' | 'per-share';

/** A rounding rule that a text states. */
export interface RoundingNamed extends Stretch {
  readonly rule: RoundingRule;
  readonly subject: RoundingSubject;
  /** The unit below which it rounds, where it is named: 百万円未満. */
  readonly scale?: Scale;
}

/** A day as typed, whether or not it exists. */
export interface DaySaid {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

/** What percentages of change are said to compare with: the same months of the year before, or the fiscal year, or quarter, before. */
export interface BaseNamed extends Stretch {
  readonly base: 'year-before' | 'previous';
}

/** How negative figures are said to be printed. */
export interface NegativeNamed extends Stretch {
  readonly negative: NegativeStyle;
}

/** What a text says of a period. Years are those of the calendar but for `fiscal-year`; months and days are as typed, whether or not they exist. */
export type PeriodSaid =
  /** From one day to another; the first may leave its year to the second. */
  | { readonly by: 'span'; readonly from: DaySaid; readonly to: DaySaid }
  | ({ readonly by: 'day' } & DaySaid)
  | { readonly by: 'month'; readonly year?: number; readonly month: number }
  /** 2026年3月期: the fiscal year that ends in that month; some call a quarter by its own last month. */
  | { readonly by: 'term'; readonly year?: number; readonly month: number }
  /** The month in which the fiscal year ends: the fiscal year ending March 31, 2026. */
  | { readonly by: 'fiscal-year-end'; readonly year?: number; readonly month: number }
  | { readonly by: 'months'; readonly from: number; readonly to: number }
  | { readonly by: 'length'; readonly months: number }
  | { readonly by: 'quarter'; readonly quarter: number }
  /** From the beginning of the fiscal year to the end of this quarter. */
  | { readonly by: 'cumulative'; readonly quarter: number }
  | { readonly by: 'half'; readonly half: number }
  | { readonly by: 'fiscal-year'; readonly year: number }
  | { readonly by: 'year'; readonly year: number }
  /** The year that a quarter is called by, `2nd Quarter 2002`: its fiscal year, or that of the calendar. */
  | { readonly by: 'year-of-quarter'; readonly year: number }
  /** Stands where a month must, and is none. */
  | { readonly by: 'no-month' };

/** At its place; `of` is the id of the period where a helper wrote all of it as its name. */
export type PeriodNamed = PeriodSaid & Stretch & { readonly of?: string };

/** Words for a day that figures are of, for all of a period, or for a quarter without those before it. */
export interface TimeNamed extends Stretch {
  readonly names: 'instant' | 'duration' | 'quarter-alone';
}

/** A length in words beside the name of a period that a helper wrote: `three months ended`. */
export interface EndedNamed extends Stretch {
  readonly months: number;
  /** Any character of the helper's words. */
  readonly beside: number;
}

/**
 * How a language names these. Every text is given as `folded` leaves it: plain digits, brackets and dashes in the place of full-width
 * ones, character for character; what helpers wrote stands as U+FFFC where it says so.
 */
export interface LegendReading {
  /** As headings print them, 〔日本基準〕, and in full. */
  readonly standardNames: Readonly<Record<Standard, { readonly short: string; readonly full: string }>>;
  readonly standards: (text: string) => readonly StandardNamed[];
  readonly scopes: (text: string) => readonly ScopeNamed[];
  /** Amounts are no units: what stands behind a digit, or behind what a helper wrote, is left out. */
  readonly units: (text: string) => readonly UnitNamed[];
  readonly roundings: (text: string) => readonly RoundingNamed[];
  readonly bases: (text: string) => readonly BaseNamed[];
  readonly negatives: (text: string) => readonly NegativeNamed[];
  /** In no order; of a text with what helpers wrote. */
  readonly periods: (text: string) => readonly PeriodNamed[];
  /** Of sentences: only lengths that statements have, `the three months ended`. */
  readonly lengths: (text: string) => readonly PeriodNamed[];
  readonly times: (text: string) => readonly TimeNamed[];
  /** Of a text without what helpers wrote. */
  readonly ended: (text: string) => readonly EndedNamed[];
  /** Begins the text after the name of a period whose results are headed. */
  readonly resultsAfter?: RegExp;
  /** Is the text between two helpers that write one name of a period: ` of FY`. */
  readonly withinName: RegExp;
}
