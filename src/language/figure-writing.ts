// Turn rounded numbers into what a language must be able to write: money, counts, shares and multiples.
import type { Exact } from '../model/exact.ts';
import type { NegativeStyle } from '../model/release.ts';
import type { Scale, Unit } from '../model/unit.ts';

/** A number as it is to be written: already rounded, in units of `scale`. */
export interface Printed {
  /** In units of the scale; its sign is written as `(-)` unless `negative` says otherwise. */
  readonly value: Exact;
  /** Digits after the point. */
  readonly decimals: number;
  readonly scale: Scale;
  /** How a negative is written instead: as in tables. */
  readonly negative?: NegativeStyle;
}

/** How a language writes figures. */
export interface FigureWriting {
  /** Yen with the currency and the scale's word: JPY10.6 billion, 106億円. `bare` writes the digits alone; `prefix` stands for the currency's sign. */
  readonly money: (printed: Printed, options?: { readonly bare?: boolean; readonly prefix?: string }) => string;
  /** Dollars with their scale's word: $86.8 million, 86.8百万米ドル. `prefix` stands for `$` in English. */
  readonly dollars: (printed: Printed, prefix?: string) => string;
  /** A count or a bandwidth: 114,608; 4.2 million; 22.7Gbps. */
  readonly count: (printed: Printed, unit: Unit) => string;
  /** A percentage given in percent: 11.0%. */
  readonly percent: (value: Exact, decimals: number, negative?: NegativeStyle) => string;
  /** 3.4 times, 3.4倍. */
  readonly times: (value: Exact, decimals: number) => string;
}
