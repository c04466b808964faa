// Turn periods that are the sum of others into definitions: a year's revenue is that of its quarters together, its balances are those of the last.

import { factKey } from '../figures/fact-key.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { periodTypesOf } from '../figures/period-types.ts';
import { type Expression, expressionText } from '../model/expression.ts';
import type { PeriodSum } from '../model/release.ts';
import { say } from '../model/say.ts';
import { addsUpOverTime } from './adds-up-over-time.ts';
import type { Definition } from './definitions.ts';

/** Undefined at a period that is no sum, and for a concept of which nobody knows whether it adds up. */
export function periodSums(release: FigureSources): (concept: string, period: string) => Definition | undefined {
  const sums = new Map<string, PeriodSum>();
  for (const { id, sum } of release.periods.values()) if (sum) sums.set(id, sum);
  if (sums.size === 0) return () => undefined;
  const types = periodTypesOf(release);
  const addsUp = addsUpOverTime(release);
  return (id, period) => {
    const sum = sums.get(period);
    const concept = sum && release.concepts.get(id);
    const type = types.get(id);
    if (!sum || !concept || type === undefined || (type === 'duration' && !addsUp(concept))) return undefined;
    const parts = sum.of.map((part): Expression => ({ kind: 'at', concept: id, period: part, key: factKey(id, part), at: sum.at }));
    const [first, ...rest] = type === 'instant' ? parts.slice(-1) : parts;
    if (!first) return undefined;
    const expression = rest.reduce((left, right): Expression => ({ kind: 'binary', op: '+', left, right }), first);
    return { expression, text: expressionText(expression), name: say`the parts of ${period}`, at: sum.at, remainder: true };
  };
}
