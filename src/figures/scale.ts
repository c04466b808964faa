// Turn values between base units (yen, ratios) and those that they are typed and printed in (thousands, percent), and a typed figure into how fine it is.
import { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept, ReportedFact } from '../model/release.ts';
import { type Scale, scales, type Unit } from '../model/unit.ts';

const hundred = Exact.of(100);
const onePercent = Exact.of(1, 100);

const sizes = new Map(Object.entries(scales).map(([scale, zeros]) => [scale, Exact.of(10n ** BigInt(zeros))]));

/** What one of a scale comes to: 1,000 for `thousand`, 100,000,000 for `oku`. */
export function sizeOf(scale: Scale): Exact {
  return sizes.get(scale) as Exact;
}

/** For as many decimals as figures are printed with. */
const lastDigits = Array.from({ length: 12 }, (_, decimals) => Exact.of(1n, 10n ** BigInt(decimals)));

/** One unit of the last digit of a value with so many decimals: 1 for none, 0.1 for one. */
export function lastDigit(decimals: number): Exact {
  return lastDigits[decimals] ?? Exact.of(1n, 10n ** BigInt(decimals));
}

/** 0.109 → 10.9. */
export function inPercent(ratio: Exact): Exact {
  return ratio.mul(hundred);
}

/** 10.9 → 0.109. */
export function fromPercent(percent: Exact): Exact {
  return percent.div(hundred);
}

/** What one printed unit is in base units: a hundredth for ratios, which are printed in percent; the size of the scale for the rest. */
export function printedUnit(unit: Unit, scale: Scale): Exact {
  return unit === 'ratio' ? onePercent : sizeOf(scale);
}

/** From base units to printed ones: 1,500,750,000 yen in thousands → 1,500,750; a ratio of 0.109 → 10.9. */
export function inPrintedUnits(value: Exact, unit: Unit, scale: Scale): Exact {
  return value.div(printedUnit(unit, scale));
}

/** From printed units, which are those of data files too, to base units. */
export function inBaseUnits(value: Exact, unit: Unit, scale: Scale): Exact {
  return value.mul(printedUnit(unit, scale));
}

/** Decimals of a figure as typed or printed: 2 for `5,040.00`, 1 for `(1.8)%`, 0 for `815`, of a range those of its low end. */
export function typedDecimals(text: string): number {
  return /(?<!\.)\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** Decimals that a value needs to be written in full; 0 for one that no decimal ends, which was neither typed nor rounded. */
export function decimalsOf(value: Exact): number {
  return typedDecimals(value.toString());
}

const half = Exact.of(1n, 2n);

/** In base units: `815` in millions → 500,000; `12.9` → 0.05; `23.6%` → 0.0005. Zero for a nil, and for yen and counts typed in ones: nothing finer exists. */
export function halfUnit(reported: ReportedFact, concept: Concept): Exact {
  if (reported.nil || reported.undecided) return Exact.zero;
  const step = inBaseUnits(lastDigit(typedDecimals(reported.text)), concept.unit, concept.scale);
  const indivisible = concept.unit === 'count' || concept.unit === 'money';
  if (indivisible && step.compare(Exact.one) <= 0) return Exact.zero;
  return step.mul(half);
}

/** In percent: how far a change may lie from what the facts give because each is known to half a unit only. Zero for a change from nothing. */
export function changeHalfUnit(now: Fact, then: Fact): Exact {
  if (then.value.isZero) return Exact.zero;
  const base = then.value.abs();
  const ofBase = now.value.abs().mul(then.halfUnit).div(base);
  return inPercent(now.halfUnit.add(ofBase).div(base));
}
