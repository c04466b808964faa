// Turn an exact value into the one that a regime prints for it alone, and a printed figure into the values that it can stand for.
import type { Figure } from '../model/document.ts';
import { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Regime } from '../model/statement-spec.ts';
import { lastDigit } from './scale.ts';

/** The regime that figures of a measure are printed under where amounts have `regime`: a change is always rounded, since cut off a rise of 0.99 would be none. */
export function regimeOf({ measure, regime }: { readonly measure: Figure['measure']; readonly regime: Regime }): Regime {
  return measure === 'change' ? 'round' : regime;
}

/** Whether the printed parts of a column come to its printed totals. */
export function addsUp(regime: Regime): boolean {
  return regime === 'foot' || regime === 'sum';
}

/** Toward zero under `truncate`, half-up on the magnitude otherwise: `foot` and `sum` are half-up where no column asks for more. */
export function plainRounding(exact: Exact, decimals: number, regime: Regime): Exact {
  return regime === 'truncate' ? exact.truncate(decimals) : exact.round(decimals);
}

/** A value in base units (or percent, for shares and changes), and how far what is meant may lie from it. */
export interface PrintedRange {
  readonly value: Exact;
  readonly reach: Exact;
}

const half = Exact.of(1, 2);

/** Half of the last digit where it was rounded; the whole of it where it was cut, or moved so that a column adds up. */
export function rangeOf({ exact, printed, decimals, measure, treatment }: Figure, fact: Fact, regime: Regime): PrintedRange {
  const ofAmount = (measure === 'amount' || measure === 'translated') && !exact.isZero && !fact.value.isZero;
  const scale = ofAmount ? fact.value.div(exact) : Exact.one;
  return rangeAt(printed.mul(scale), scale.abs(), decimals, regime === 'truncate' || treatment !== 'plain');
}

/** A value of `decimals` places in units of `scale`. */
export function rangeAt(value: Exact, scale: Exact, decimals: number, coarse: boolean): PrintedRange {
  const unit = scale.mul(lastDigit(decimals));
  return { value, reach: coarse ? unit : unit.mul(half) };
}

/** Whether both can stand for one value; neighbours such as 2 and 3 only touch. */
export function overlap(a: PrintedRange, b: PrintedRange): boolean {
  return a.value.sub(b.value).abs().compare(a.reach.add(b.reach)) < 0;
}
