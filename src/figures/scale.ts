// Turn values between base units (yen, ratios, counts) and the units that they are typed and printed in (thousands, percent).
import { Exact } from '../model/exact.ts';
import { type Scale, scales, type Unit } from '../model/unit.ts';

const hundred = Exact.of(100);

/** What one of a scale comes to: 1,000 for `thousand`, 100,000,000 for `oku`. */
export function sizeOf(scale: Scale): Exact {
  return Exact.of(10n ** BigInt(scales[scale]));
}

/** One unit of the last digit of a value with so many decimals: 1 for none, 0.1 for one. */
export function lastDigit(decimals: number): Exact {
  return Exact.of(1n, 10n ** BigInt(decimals));
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
  return unit === 'ratio' ? fromPercent(Exact.one) : sizeOf(scale);
}

/** From base units to printed ones: 1,500,750,000 yen in thousands → 1,500,750; a ratio of 0.109 → 10.9. */
export function inPrintedUnits(value: Exact, unit: Unit, scale: Scale): Exact {
  return value.div(printedUnit(unit, scale));
}

/** From printed units, which are those of data files too, to base units. */
export function inBaseUnits(value: Exact, unit: Unit, scale: Scale): Exact {
  return value.mul(printedUnit(unit, scale));
}
