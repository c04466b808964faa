// Turn two versions of a release into their differences, each with its class and its reason.
import { type Difference, type Differences, differenceClasses } from '../../model/difference.ts';
import type { Version } from './version.ts';

/** What is left out and how closely pages are looked at. */
export interface DiffOptions {
  /** Regions that are not looked at. */
  readonly ignore: readonly IgnoredRegion[];
  /** Colour distance (0-1) from which a pixel differs. */
  readonly threshold: number;
}

/** `header` and `folio` by name, on every page of a build; or a rectangle of a page of the new version, in points from the top left corner. */
export type IgnoredRegion =
  | { readonly name: 'header' | 'folio' }
  | { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const defaultDiffOptions: DiffOptions = { ignore: [], threshold: 0.1 };

/** Pure: the same two versions give the same differences, ids included. */
export function compareBuilds(old: Version, now: Version, _options: DiffOptions = defaultDiffOptions): Differences {
  const changes: Difference[] = [];
  const count = (name: string) => changes.filter((change) => change.class === name).length;
  return {
    old: old.name,
    new: now.name,
    depth: old.record && now.record ? 'figures' : 'pages',
    counts: Object.fromEntries(differenceClasses.map((name) => [name, count(name)])) as Differences['counts'],
    changes,
    pages: [],
  };
}
