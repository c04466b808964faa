// Turn the periods of a release into the figures that are listed in their files and not typed yet.
import type { Period, ReleaseSpec } from '../model/release.ts';
import type { Span } from '../model/span.ts';

/** A figure that is to be typed, and where. */
export interface UnsetFact {
  readonly concept: string;
  readonly at: Span;
}

/**
 * Of the current period, and of those that it is compared with. A period still to come, and one that is no period of this release, may
 * wait for the release that reports it: what a statement asks of it is told where it is asked.
 */
export function unsetFacts({ periods: roles }: ReleaseSpec, periods: ReadonlyMap<string, Period>): readonly UnsetFact[] {
  const current = periods.get(roles.get('current')?.value ?? '');
  const named = new Set([...roles.values()].map(({ value }) => value));
  return [...periods.values()]
    .filter(({ id, end }) => current && named.has(id) && end <= current.end)
    .flatMap(({ unset }) => [...(unset ?? [])].map(([concept, at]) => ({ concept, at })));
}
