// Turn two versions of a release into their differences, each with its class and its reason.
import { type Difference, type DifferenceClass, type Differences, differenceClasses, type PagePair } from '../../model/difference.ts';
import { alignPages, type PageMatch } from './align-pages.ts';
import { comparePagePairs } from './compare-page-pairs.ts';
import { compareReading } from './compare-reading.ts';
import { compareRecords } from './compare-records.ts';
import { type Draft, numberChanges } from './draft.ts';
import type { Version } from './version.ts';

/** What is left out and how closely pages are looked at. */
export interface DiffOptions {
  /** Regions that are not looked at. */
  readonly ignore: readonly IgnoredRegion[];
  /** Colour distance (0-1) from which a pixel differs. */
  readonly threshold: number;
}

/** `header` and `folio` by name, on every page; or a rectangle of a page of the new version, in points from the top left corner. */
export type IgnoredRegion =
  | { readonly name: 'header' | 'folio' }
  | { readonly page: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export const defaultDiffOptions: DiffOptions = { ignore: [], threshold: 0.1 };

/** Pure: the same two versions give the same differences, ids included. */
export function compareBuilds(old: Version, now: Version, options: DiffOptions = defaultDiffOptions): Differences {
  const matches = alignPages(pageTexts(old), pageTexts(now));
  const recorded = compareRecords(old, now, matches);
  const drafts = [...recorded, ...alteredFiles(old, 'old'), ...alteredFiles(now, 'new'), ...readings(old, now)];
  const changes = numberChanges(comparePagePairs(old, now, matches, drafts, options));
  const counts: Record<DifferenceClass, number> = { ordered: 0, consequential: 0, text: 0, layout: 0, unexplained: 0 };
  for (const change of changes) counts[change.class]++;
  return {
    old: old.name,
    new: now.name,
    depth: old.record && now.record ? 'figures' : 'pages',
    counts,
    changes,
    pages: matches.map((match) => pagePair(match, changes)),
  };
}

const pageTexts = ({ pages }: Version): readonly string[] => pages.map(({ words }) => words.map(({ text }) => text).join(' '));

/** A file that both sides hold altered alike was altered before: it is told once for each all the same. */
function readings(old: Version, now: Version): readonly Draft[] {
  return [...compareReading(old, 'old'), ...compareReading(now, 'new')];
}

function alteredFiles({ name, altered }: Version, _side: 'old' | 'new'): readonly Draft[] {
  return altered.map((file) => ({
    class: 'unexplained' as const,
    kind: 'file' as const,
    summary: `${name}: ${file} is not the file that the build wrote`,
    old: [],
    new: [],
  }));
}

function pagePair({ old, new: now }: PageMatch, changes: readonly Difference[]): PagePair {
  const on = changes.filter((change) => change.old.some(({ page }) => page - 1 === old) || change.new.some(({ page }) => page - 1 === now));
  return {
    ...(old === undefined ? {} : { old: old + 1 }),
    ...(now === undefined ? {} : { new: now + 1 }),
    changes: on.map(({ id }) => id),
  };
}

/** Whether the comparison is to fail: any difference, or only those of the classes named. */
export function failsOn(differences: Differences, classes: readonly DifferenceClass[]): boolean {
  return (classes.length > 0 ? classes : differenceClasses).some((name) => differences.counts[name] > 0);
}
