// Turn figures, dates, changes and pieces of text into what a language must be able to write of them, in closed lists of styles.
import type { Exact } from '../model/exact.ts';
import type { News, Turn, Way } from '../model/movement.ts';
import type { Answer, NegativeStyle, PeriodDates } from '../model/release.ts';
import type { Scale, Unit } from '../model/unit.ts';

/** A number as it is to be written: already rounded, in units of `scale`. */
export interface Printed {
  /** In units of the scale; its sign is written as `(-)` unless `negative` says otherwise. */
  readonly value: Exact;
  /** Digits after the point. */
  readonly decimals: number;
  readonly scale: Scale;
  /** High end of a range, in the same units; `value` is its low end. */
  readonly upper?: Exact | undefined;
  /** How a negative is written instead: as in tables. */
  readonly negative?: NegativeStyle;
  /** The sign that is written, where it is not the value's: of a zero that was rounded from below. */
  readonly sign?: -1 | 0 | 1;
}

/** Digits that may be a range, with the sign of each end. */
export interface RangedDigits extends Omit<Printed, 'scale' | 'negative'> {
  readonly negative?: NegativeStyle | undefined;
}

/** How a language writes figures. */
export interface FigureWriting {
  /** Yen with the currency and the scale's word: JPY10.6 billion, 106億円. `bare` writes the digits alone; `prefix` stands for the currency's sign. */
  readonly money: (printed: Printed, options?: { readonly bare?: boolean; readonly prefix?: string }) => string;
  /** An amount for one share, by yen and hundredths where a language says both: JPY10.50, 10円50銭. */
  readonly perShare: (printed: Printed) => string;
  /** What stands between a part of an amount and its figure, and between parts that are told one after the other. */
  readonly breakdown: { readonly beforeFigure: string; readonly betweenParts: string };
  /** Dollars with their scale's word: $86.8 million, 86.8百万米ドル. `prefix` stands for `$` in English. */
  readonly dollars: (printed: Printed, prefix?: string) => string;
  /** A count or a bandwidth: 114,608; 4.2 million; 22.7Gbps. */
  readonly count: (printed: Printed, unit: Unit) => string;
  /** A percentage given in percent: 11.0%. */
  readonly percent: (value: Exact, decimals: number, negative?: NegativeStyle, sign?: -1 | 0 | 1, upper?: Exact) => string;
  /** What two percentages differ by: 1.2 percentage points, 1.2ポイント. */
  readonly points: (value: Exact, decimals: number, negative?: NegativeStyle, sign?: -1 | 0 | 1) => string;
  /** 3.4 times, 3.4倍. */
  readonly times: (value: Exact, decimals: number, upper?: Exact) => string;
  /** Both ends of a range, each written: 6,000 to 7,000, 6,000～7,000. */
  readonly range: (low: string, high: string) => string;
  /** What stands between ends in texts that people write, in small letters. */
  readonly rangeMarks: readonly string[];
  /** Stands for a figure that nothing is decided of: undecided, 未定. */
  readonly undecided: string;
  /** Stands in a sentence for a figure that does not exist: none, なし. */
  readonly none: string;
  /** What people write for what is undecided, in small letters. */
  readonly undecidedWords: readonly string[];
}

/** `long` November 12, 2002 / 2002年11月13日; `short` without the year; `month` September 2002; `slash` 2002/9/30. */
export const dateStyles = ['long', 'short', 'month', 'slash'] as const;
export type DateStyle = (typeof dateStyles)[number];

/**
 * `end` Sept 30, 2002 / 2002年9月期; `fiscal-year` fiscal 2002; `months` July-September; `year` 2002, the fiscal year's;
 * `label` 2Q02, of the first half 1H02, of the first nine months 9M02, of the whole year FY2002 / 2003年3月期;
 * `quarter` the 2nd quarter of fiscal 2002, the first half of fiscal 2002, fiscal 2002; `part` 2nd Quarter, First Half, Full Year, for headings;
 * `ordinal` 2nd and `ordinal-word` second, the quarter's: a whole year has none;
 * `interim` is as `short`, with the first half called the interim period: 2026年3月期中間期;
 * `term` Six months ended September 30, 2025 / 2026年3月期第2四半期, and of a whole year Fiscal year ended March 31, 2025 / 2025年3月期;
 * `short` the same without the name of the era, where years are counted by eras: 31年3月期第3四半期;
 * `brief` as `short` in as few letters as lines of a form have: Six months ended Sept 30, 2025 / 2026年3月期2Q;
 * `title` as `term`, as titles have it: Six Months Ended September 30, 2025 / 2026年3月期　第2四半期.
 */
export const periodStyles = [
  'end',
  'label',
  'quarter',
  'fiscal-year',
  'months',
  'ordinal',
  'ordinal-word',
  'part',
  'year',
  'term',
  'short',
  'interim',
  'brief',
  'title',
] as const;
export type PeriodStyle = (typeof periodStyles)[number];

/** How a language writes days and periods. */
export interface DateWriting {
  /** An ISO date in words. */
  readonly date: (iso: string, style: DateStyle) => string;
  /** A period's name. */
  readonly period: (period: PeriodDates, style: PeriodStyle) => string;
}

/** How a language says what a figure did. */
export interface ChangeWriting {
  /** `an increase of 10.9%`, `10.9%増`; `percent` is the magnitude, written. */
  readonly changeNoun: (direction: Way, percent: string) => string;
  /** `increased by 48%`, `48%増加`. */
  readonly changeVerb: (direction: Way, percent: string) => string;
  /** `improved by 58.3%`, `58.3%の改善`. */
  readonly improvement: (outcome: News, percent: string) => string;
  /** Across a change of sign: `a turn to profit`, `turned to loss`; `黒字転換`, `赤字転落`. */
  readonly turned: (to: Turn, form: 'noun' | 'verb') => string;
  /** `an increase`, `増加`; with `word` `increase`; with `verb` `increased`. */
  readonly direction: (direction: Way, form: 'noun' | 'word' | 'verb') => string;
  /** `improved`, `改善`. */
  readonly improved: (outcome: News) => string;
  /** Joins two comparisons that agree (`and`, `また`) or disagree (`but`, `一方`). */
  readonly conjunction: (agree: boolean) => string;
}

/**
 * `answer` 有, 無 / yes, none; `yes-no` 有, 無 / yes, no; `applicable` 該当あり, 該当なし / applicable, not applicable;
 * `plain` あり, なし / yes, none.
 */
export const flagStyles = ['answer', 'yes-no', 'applicable', 'plain'] as const;
export type FlagStyle = (typeof flagStyles)[number];

/** `lower` as inside a sentence; `capital` as at the beginning of one, where the language has capitals. */
export const flagForms = ['lower', 'capital'] as const;
export type FlagForm = (typeof flagForms)[number];

/** How a language answers a question of a form, in few words. */
export type FlagWriting = (says: Answer, style: FlagStyle, form: FlagForm) => string;

/** How text of a language is cut and put together. */
export interface TextWriting {
  /** Where a sentence ends, with the space after it; searched for all its matches. */
  readonly sentenceEnds: RegExp;
  /** What cuts a text into words by the language's own dictionary, whatever the machine's locale; made when asked for: it is slow to start. */
  readonly words: () => Intl.Segmenter;
  /** Stands where a forced line break was, when lines are read as one. */
  readonly lineJoint: string;
  /** Stands between the entries of a list inside a sentence. */
  readonly listJoint: string;
  /** Begins an item of a list in plain text, with the space after it. */
  readonly listMarker: string;
  /** A title followed by a remark on it: `Results (corrected)`. */
  readonly remarked: (title: string, remark: string) => string;
  /** Names a picture where it is told of, by what is said of it. */
  readonly picture: (alt: string) => string;
  /** Names the mark of the issuer in running heads, where it is told of. */
  readonly headMark: string;
  /** Remark on a picture that shows something else now, and is said to show the same. */
  readonly exchanged: string;
  /** Marks a paper that is no final one: `DRAFT`, 案. */
  readonly draft: string;
  /** Set text as plain text files have it. */
  readonly plain: (text: string) => string;
}
