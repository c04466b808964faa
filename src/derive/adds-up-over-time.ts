// Turn concepts into whether what they measure over periods adds up: revenue does; a ratio, a figure per share and an average of shares do not.

import type { FigureSources } from '../figures/figure-sources.ts';
import type { Concept } from '../model/release.ts';
import type { Unit } from '../model/unit.ts';

/** Units whose figures add up over time. */
const additive: ReadonlySet<Unit> = new Set<Unit>(['money', 'count']);

/** What a result is divided by for a figure per share is an average of its period. */
export function addsUpOverTime({ concepts }: Pick<FigureSources, 'concepts'>): (concept: Concept) => boolean {
  const averages = new Set<string>();
  for (const { unit, formula } of concepts.values()) {
    if (unit !== 'per-share' || formula?.kind !== 'binary' || formula.op !== '/') continue;
    if (formula.right.kind === 'concept') averages.add(formula.right.concept);
  }
  return ({ id, unit }) => additive.has(unit) && !averages.has(id);
}
