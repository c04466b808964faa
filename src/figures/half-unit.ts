// Turn a figure as typed into its coarseness: half of the unit that its last digit stands for, in base units.
import { Exact } from '../model/exact.ts';
import type { Concept, ReportedFact } from '../model/release.ts';
import { scales } from '../model/unit.ts';

const half = Exact.of(1n, 2n);

/** `815` in millions → 500,000; `12.9` → 0.05; `23.6%` → 0.0005. Zero for a nil, and for yen and counts typed in ones: nothing finer exists. */
export function halfUnit(reported: ReportedFact, concept: Concept): Exact {
  if (reported.nil) return Exact.zero;
  const decimals = /\.(\d+)/.exec(reported.text)?.[1]?.length ?? 0;
  // A percent sign moves the point by two places.
  const power = (reported.text.includes('%') ? -2 : scales[concept.scale]) - decimals;
  const indivisible = concept.unit === 'count' || concept.unit === 'money';
  if (indivisible && power <= 0) return Exact.zero;
  return half.mul(power < 0 ? Exact.of(1n, 10n ** BigInt(-power)) : Exact.of(10n ** BigInt(power)));
}
