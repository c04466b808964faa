// Turn facts into the value that prose prints: as a statement prints it, as an override says, or rounded under the issuer's regime.
import { Exact } from '../model/exact.ts';
import type { Fact, Treatment } from '../model/financials.ts';
import type { Measure, Override, Regime } from '../model/release.ts';
import { type Scale, scales } from '../model/unit.ts';
import type { Merging } from './merging.ts';
import { factSign, findCell } from './printed-cells.ts';

/** A value in printed units with the way it came about. */
export interface PrintedValue {
  readonly exact: Exact;
  readonly printed: Exact;
  readonly decimals: number;
  readonly treatment: Treatment;
  /** Printed instead of a number, e.g. n.m. */
  readonly text?: string;
}

/** What is to be printed: the fact, how it is measured, and how finely. */
export interface Wanted {
  readonly fact: Fact;
  readonly measure: Measure;
  /** percent-of: the base; change: the compared fact. */
  readonly against?: Fact;
  readonly decimals: number;
  readonly scale?: Scale;
  /** Statement whose figure is wanted; '' or undefined for any. */
  readonly statement?: string;
}

const hundred = Exact.of(100);

/** Undefined when it cannot be worked out: a share of nothing, a change from nothing, dollars without a rate. */
export function printedValue(merging: Merging, wanted: Wanted): PrintedValue | undefined {
  const exact = exactValue(merging, wanted);
  if (!exact) return undefined;
  const { decimals } = wanted;
  const override = proseOverride(merging, wanted);
  if (override) {
    merging.usedOverrides.add(override);
    return { exact, printed: override.print, decimals, treatment: 'override' };
  }
  const found = findCell(merging.cells, {
    fact: wanted.fact.key,
    measure: wanted.measure,
    against: wanted.against?.key,
    decimals,
    scale: wanted.scale,
    statement: wanted.statement || undefined,
  });
  if (found) {
    const { cell } = found;
    const text = cell.text === undefined ? {} : { text: cell.text };
    return { exact: factSign(found, cell.exact), printed: factSign(found, cell.printed), decimals, treatment: cell.treatment, ...text };
  }
  // A change is always rounded: truncation would print a rise of 0.99 as 0.
  const regime = wanted.measure === 'change' ? 'round' : merging.release.issuer.regime;
  return { exact, printed: roundUnder(regime, exact, decimals), decimals, treatment: 'plain' };
}

/** One figure alone under a regime; `foot` is half-up where no column asks for more. */
export function roundUnder(regime: Regime, value: Exact, decimals: number): Exact {
  return regime === 'truncate' ? value.truncate(decimals) : value.round(decimals);
}

/** A fact in units of a scale. */
export function inScale(value: Exact, scale: Scale): Exact {
  return value.div(Exact.of(10n ** BigInt(scales[scale])));
}

function exactValue(merging: Merging, { fact, measure, against, scale = 'one' }: Wanted): Exact | undefined {
  switch (measure) {
    case 'amount':
      return fact.unit === 'ratio' ? fact.value.mul(hundred) : inScale(fact.value, scale);
    case 'translated': {
      const rate = merging.release.release.rate?.value;
      return rate && !rate.isZero ? inScale(fact.value.div(rate), scale) : undefined;
    }
    case 'percent-of':
      return against && !against.value.isZero ? fact.value.div(against.value).mul(hundred) : undefined;
    case 'change':
      return against && !against.value.isZero ? fact.value.sub(against.value).div(against.value).mul(hundred) : undefined;
  }
}

/** The override of a figure that only prose prints, if it can be printed with these decimals. */
function proseOverride(merging: Merging, { fact, measure, against, decimals }: Wanted): Override | undefined {
  return merging.financials.proseOverrides.find((override) => {
    if (override.concept !== fact.concept || override.period !== fact.period || override.measure !== measure) return false;
    if (measure === 'percent-of' && override.of !== against?.concept) return false;
    if (measure === 'change' && override.from !== against?.period) return false;
    return override.print.round(decimals).equals(override.print);
  });
}
