// Turn the periods of a release into the figures that are listed in their files and not typed yet.
import { isMapping } from '../model/mapping.ts';
import type { Period } from '../model/release.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';

/** A figure that is to be typed, and where. */
export interface UnsetFact {
  readonly concept: string;
  readonly at: Span;
}

/**
 * Of the current period, and of those that it is compared with. A period still to come, and one that is no period of this release, may
 * wait for the release that reports it: what a statement asks of it is told where it is asked. Roles are those of release.yaml, whatever
 * else is still to be typed there.
 */
export function unsetFacts({ value }: YamlFile, periods: ReadonlyMap<string, Period>): readonly UnsetFact[] {
  const roles = isMapping(value) && isMapping(value.periods) ? value.periods : {};
  const current = typeof roles.current === 'string' ? periods.get(roles.current) : undefined;
  const named = new Set(Object.values(roles));
  return [...periods.values()]
    .filter(({ id, end }) => current && named.has(id) && end <= current.end)
    .flatMap(({ unset }) => [...(unset ?? [])].map(([concept, at]) => ({ concept, at })));
}
