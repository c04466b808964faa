// Turn two versions of a release into their differences, each with its class and its reason.
import { type Difference, type DifferenceClass, type Differences, differenceClasses, type PagePair } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';
import { alignPages, type PageMatch } from './align-pages.ts';
import { Effort } from './align-sequences.ts';
import { compareDivision } from './compare-files/compare-division.ts';
import { compareParts } from './compare-files/compare-parts.ts';
import { inSameOrder } from './compare-files/same-order.ts';
import { compareLayout } from './compare-layout.ts';
import { comparePagePairs } from './compare-page-pairs.ts';
import { comparePictures } from './compare-pictures.ts';
import { compareReading } from './compare-reading.ts';
import { type DiffOptions, defaultDiffOptions } from './diff-options.ts';
import { type Draft, numberChanges } from './draft.ts';
import { type MatchedRecords, matchRecords } from './match-records.ts';
import { pairRest } from './textless-pages.ts';
import type { Version } from './version.ts';
import { compareFileTexts } from './whole-text/compare-file-texts.ts';

/** Pure: the same two versions give the same differences, ids included. `matched`: their records, where they were matched before. */
export function compareBuilds(
  old: Version,
  read: Version,
  options: DiffOptions = defaultDiffOptions,
  matched = matchRecords(old.record, read.record),
): Differences {
  const effort = matched?.effort.rest() ?? new Effort(comparingLimits.steps);
  const digests = old.digests && read.digests && { old: old.digests, new: read.digests };
  const aligned = alignPages(pageTexts(old), pageTexts(read), digests);
  const matches = old.record && read.record ? aligned : pairRest(aligned, old.pages, read.pages);
  const now = old.record && read.record ? read : inSameOrder(old, read, matches);
  const texts = old.record && now.record ? undefined : compareFileTexts(old, now, matches, effort);
  const recorded = matched ? compareRecords(matched, matches) : [];
  const drafts = [
    ...recorded,
    ...(texts?.changes ?? []),
    ...alteredFiles(old),
    ...alteredFiles(now),
    ...compareDivision(old, now),
    ...readings(old, now, effort),
  ];
  const beside = compareParts(old, now, matches, drafts, effort);
  const changes = numberChanges(comparePagePairs(old, now, matches, [...drafts, ...beside], options, texts));
  const remarks = texts?.remarks ?? [];
  const counts: Record<DifferenceClass, number> = { ordered: 0, consequential: 0, text: 0, layout: 0, file: 0, unexplained: 0 };
  for (const change of changes) counts[change.class]++;
  const [onOld, onNew] = [changesByPage(changes, 'old'), changesByPage(changes, 'new')];
  return {
    old: old.name,
    new: now.name,
    depth: old.record && now.record ? 'figures' : 'pages',
    counts,
    changes,
    pages: matches.map((match) => pagePair(match, changes, onOld, onNew)),
    ...(remarks.length > 0 ? { remarks } : {}),
  };
}

const pageTexts = ({ pages }: Version): readonly string[] => pages.map((page) => page?.words.map(({ text }) => text).join(' ') ?? '');

/** A file that both sides hold altered alike was altered before: it is told once for each all the same. */
function readings(old: Version, now: Version, effort: Effort): readonly Draft[] {
  return [...compareReading(old, 'old', effort), ...compareReading(now, 'new', effort)];
}

function alteredFiles({ name, altered }: Version): readonly Draft[] {
  return altered.map((file) => ({
    class: 'unexplained' as const,
    kind: 'file' as const,
    summary: `${name}: ${file} is not the file that the build wrote`,
    old: [],
    new: [],
  }));
}

/** Indexes of the changes that stand on each page, from 1, of one side. */
function changesByPage(changes: readonly Difference[], side: 'old' | 'new'): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  changes.forEach((change, index) => {
    for (const page of new Set(change[side].map((box) => box.page))) {
      const known = found.get(page);
      if (known) known.push(index);
      else found.set(page, [index]);
    }
  });
  return found;
}

function pagePair(
  { old, new: now }: PageMatch,
  changes: readonly Difference[],
  onOld: ReadonlyMap<number, readonly number[]>,
  onNew: ReadonlyMap<number, readonly number[]>,
): PagePair {
  const indexes = new Set([
    ...(old === undefined ? [] : (onOld.get(old + 1) ?? [])),
    ...(now === undefined ? [] : (onNew.get(now + 1) ?? [])),
  ]);
  return {
    ...(old === undefined ? {} : { old: old + 1 }),
    ...(now === undefined ? {} : { new: now + 1 }),
    changes: [...indexes].sort((a, b) => a - b).flatMap((index) => changes[index]?.id ?? []),
  };
}

/** Whether the comparison is to fail: any difference, or only those of the classes named. */
export function failsOn(differences: Pick<Differences, 'counts'>, classes: readonly DifferenceClass[]): boolean {
  return (classes.length > 0 ? classes : differenceClasses).some((name) => differences.counts[name] > 0);
}

/** What is told of two records with their pages: of the places, and of the pictures that stand there. */
function compareRecords({ before, after, figures, texts, changes }: MatchedRecords, pages: readonly PageMatch[]): readonly Draft[] {
  const pageMap = new Map(pages.flatMap(({ old: a, new: b }) => (a === undefined || b === undefined ? [] : [[a + 1, b + 1] as const])));
  return [
    ...changes,
    // Of a text that stands among others it is told already that it moved.
    ...compareLayout(
      texts.filter(({ moved }) => !moved),
      figures,
      before,
      after,
      pageMap,
    ),
    ...comparePictures(before, after, pageMap),
  ];
}
