// Turn a printed value into the three pieces of a table cell, so that figures of a column stand on their last digit.
import type { Exact } from '../model/exact.ts';
import type { NegativeStyle } from '../model/release.ts';
import { digits, signs } from './digits.ts';

/** What stands before the digits, the digits, and what stands after them. */
export interface SplitFigure {
  readonly prefix: string;
  readonly core: string;
  readonly suffix: string;
}

/** Splits `value` by the issuer's style for negatives; `percent` adds the sign inside the parentheses: (1.4%). */
export function splitFigure(value: Exact, decimals: number, negative: NegativeStyle, percent: boolean): SplitFigure {
  const core = digits(value, decimals);
  const sign = percent ? '%' : '';
  if (value.sign >= 0) return { prefix: '', core, suffix: sign };
  const [prefix, after] = signs[negative];
  return { prefix, core, suffix: sign + after };
}
