// Turn a typed figure into the range of values that it may stand for, and ranges into those of sums, products and quotients of them.
import type { Exact } from '../model/exact.ts';
import type { ValueRange } from '../model/financials.ts';
import type { Concept, TypedRounding } from '../model/release.ts';
import type { Regime } from '../model/statement-spec.ts';

/** How figures of a concept are rounded where they are typed: money as the issuer prints it, since both come from one ledger. */
export function typedRounding({ typed, unit }: Pick<Concept, 'typed' | 'unit'>, regime: Regime): TypedRounding {
  return typed ?? (unit === 'money' && regime === 'truncate' ? 'truncate' : 'round');
}

/** A value that nothing is open of. */
export function exactly(value: Exact): ValueRange {
  return { low: value, high: value, lowIn: true, highIn: true };
}

/** What `value` may stand for that was rounded to whole units of twice `halfUnit`; exactly itself where that is zero. */
export function typedRange(value: Exact, halfUnit: Exact, rounding: TypedRounding): ValueRange {
  if (halfUnit.isZero) return exactly(value);
  if (rounding === 'round') {
    // Half of a unit goes away from zero.
    return { low: value.sub(halfUnit), high: value.add(halfUnit), lowIn: value.sign > 0, highIn: value.sign < 0 };
  }
  const unit = halfUnit.add(halfUnit);
  // Nothing that is not zero is rounded up to it, and what is cut off to zero may have had either sign.
  if (value.isZero) return rounding === 'up' ? exactly(value) : { low: unit.neg(), high: unit, lowIn: false, highIn: false };
  const awayFromZero = value.sign > 0 === (rounding === 'truncate');
  return awayFromZero
    ? { low: value, high: value.add(unit), lowIn: true, highIn: false }
    : { low: value.sub(unit), high: value, lowIn: false, highIn: true };
}

export function negated({ low, high, lowIn, highIn }: ValueRange): ValueRange {
  return { low: high.neg(), high: low.neg(), lowIn: highIn, highIn: lowIn };
}

export function added(a: ValueRange, b: ValueRange): ValueRange {
  return { low: a.low.add(b.low), high: a.high.add(b.high), lowIn: a.lowIn && b.lowIn, highIn: a.highIn && b.highIn };
}

/** Between the least and the most product of the ends. */
export function multiplied(a: ValueRange, b: ValueRange): ValueRange {
  if (isPoint(a) && isPoint(b)) return exactly(a.low.mul(b.low));
  return spanning([a.low.mul(b.low), a.low.mul(b.high), a.high.mul(b.low), a.high.mul(b.high)]);
}

/** Undefined where the divisor may be zero: nothing is known then. */
export function divided(a: ValueRange, b: ValueRange): ValueRange | undefined {
  if (b.low.sign * b.high.sign <= 0) return undefined;
  if (isPoint(a) && isPoint(b)) return exactly(a.low.div(b.low));
  return spanning([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

/** Whether one value may be meant by both. */
export function meet(a: ValueRange, b: ValueRange): boolean {
  return reaches(a, b) && reaches(b, a);
}

/** Whether the most of `a` is as much as the least of `b`. */
export function reaches(a: ValueRange, b: ValueRange): boolean {
  const order = a.high.compare(b.low);
  return order > 0 || (order === 0 && a.highIn && b.lowIn);
}

export function isPoint({ low, high }: ValueRange): boolean {
  return low.equals(high);
}

/** Ends of products are given the benefit of the doubt. */
function spanning(ends: readonly Exact[]): ValueRange {
  const [first, ...others] = ends as readonly [Exact, ...Exact[]];
  const low = others.reduce((least, each) => (each.compare(least) < 0 ? each : least), first);
  const high = others.reduce((most, each) => (each.compare(most) > 0 ? each : most), first);
  return { low, high, lowIn: true, highIn: true };
}
