// Turn stand-alone periods into definitions: what was measured over one is what was over a longer period, less what was over its beginning.

import { factKey } from '../figures/fact-key.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { type PeriodTypes, periodTypesOf } from '../figures/period-types.ts';
import { type Expression, expressionText } from '../model/expression.ts';
import type { Concept, StandAlone } from '../model/release.ts';
import { say } from '../model/say.ts';
import { addsUpOverTime } from './adds-up-over-time.ts';
import type { Definition } from './definitions.ts';

/**
 * The second quarter of a duration is its first half less its first quarter; what is measured at an end is that of the longer period.
 * Undefined for a concept of which neither is known, and at every other period.
 */
export function remainders(release: FigureSources): (concept: string, period: string) => Definition | undefined {
  const standAlone = new Map<string, StandAlone>();
  for (const period of release.periods.values()) if (period.standAlone) standAlone.set(period.id, period.standAlone);
  if (standAlone.size === 0) return () => undefined;
  const types = periodTypesOf(release);
  const addsUp = addsUpOverTime(release);
  return (id, period) => {
    const source = standAlone.get(period);
    const concept = source && release.concepts.get(id);
    return concept && definitionOf(concept, period, source, { types, addsUp });
  };
}

interface Known {
  readonly types: PeriodTypes;
  readonly addsUp: (concept: Concept) => boolean;
}

function definitionOf(concept: Concept, period: string, { of, less, at }: StandAlone, { types, addsUp }: Known): Definition | undefined {
  const type = types.get(concept.id);
  if (type === undefined || (type === 'duration' && !addsUp(concept))) return undefined;
  const factAt = (period: string): Expression => ({ kind: 'at', concept: concept.id, period, key: factKey(concept.id, period), at });
  const [through, before] = [factAt(of), factAt(less)];
  const expression: Expression = type === 'instant' ? through : { kind: 'binary', op: '-', left: through, right: before };
  return { expression, text: expressionText(expression), name: say`the stand-alone figures of ${period}`, at, remainder: true };
}
