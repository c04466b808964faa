// Turn a figure as typed into how coarse it is: half of what its last digit stands for; and two facts into how coarse their change is.
import { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept, ReportedFact } from '../model/release.ts';
import { typedDecimals } from './decimals.ts';
import { inBaseUnits, inPercent, lastDigit } from './scale.ts';

const half = Exact.of(1n, 2n);

/** In base units: `815` in millions → 500,000; `12.9` → 0.05; `23.6%` → 0.0005. Zero for a nil, and for yen and counts typed in ones: nothing finer exists. */
export function halfUnit(reported: ReportedFact, concept: Concept): Exact {
  if (reported.nil) return Exact.zero;
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
