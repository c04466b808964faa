// Turn two versions of a release into their differences, each with its class and its reason.
import {
  type Difference,
  type DifferenceClass,
  type Differences,
  differenceClasses,
  type OrderedChange,
  type PagePair,
} from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';
import { alignPages, type PageMatch } from './align-pages.ts';
import { Effort } from './align-sequences.ts';
import { compareData } from './compare-data.ts';
import { compareFigures } from './compare-figures.ts';
import { compareDivision } from './compare-files/compare-division.ts';
import { compareParts } from './compare-files/compare-parts.ts';
import { inSameOrder } from './compare-files/same-order.ts';
import { compareLayout } from './compare-layout.ts';
import { comparePagePairs } from './compare-page-pairs.ts';
import { comparePictures } from './compare-pictures.ts';
import { compareReading } from './compare-reading.ts';
import { compareTexts } from './compare-texts.ts';
import { type DiffOptions, defaultDiffOptions } from './diff-options.ts';
import { type Draft, numberChanges } from './draft.ts';
import { matchFigures } from './match-figures.ts';
import { matchTexts } from './match-texts.ts';
import { pairRest } from './textless-pages.ts';
import { traceCauses } from './trace-causes.ts';
import { indexRecord, type Version } from './version.ts';
import { compareFileTexts } from './whole-text/compare-file-texts.ts';

/** Pure: the same two versions give the same differences, ids included. */
export function compareBuilds(old: Version, read: Version, options: DiffOptions = defaultDiffOptions): Differences {
  const effort = new Effort(comparingLimits.steps);
  const digests = old.digests && read.digests && { old: old.digests, new: read.digests };
  const aligned = alignPages(pageTexts(old), pageTexts(read), digests);
  const matches = old.record && read.record ? aligned : pairRest(aligned, old.pages, read.pages);
  const now = old.record && read.record ? read : inSameOrder(old, read, matches);
  const texts = old.record && now.record ? undefined : compareFileTexts(old, now, matches, effort);
  const recorded = compareRecords(old, now, matches, effort);
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

/** None where either side has no record, or both have the same one. Ordered changes come first and keep their order: chains name them by it. */
function compareRecords(old: Version, now: Version, pages: readonly PageMatch[], effort: Effort): readonly Draft[] {
  if (!old.record || !now.record || old.record === now.record) return [];
  const [before, after] = [indexRecord(old.record), indexRecord(now.record)];
  const ordered = compareData(before, after);
  const tracer = traceCauses(before, after, ordered);
  const figures = matchFigures(old.record.figures.figures, now.record.figures.figures, effort);
  const changed = compareFigures(figures, tracer);
  const texts = matchTexts(before, after, effort);
  const direct = figuresByOrder(changed);
  const pageMap = new Map(pages.flatMap(({ old: a, new: b }) => (a === undefined || b === undefined ? [] : [[a + 1, b + 1] as const])));
  return [
    ...ordered.map(({ id, ...change }) => placeOrdered(change, direct.get(id) ?? [])),
    ...changed,
    ...compareTexts(texts, before, after, tracer, effort),
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

/** Figures by the ordered change that they print themselves: no step lies between. */
function figuresByOrder(figures: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const found = new Map<string, Draft[]>();
  for (const figure of figures) {
    const [first, ...rest] = figure.kind === 'figure' ? figure.chain : [];
    if (first?.by !== 'ordered' || rest.length > 0) continue;
    const known = found.get(first.change);
    if (known) known.push(figure);
    else found.set(first.change, [figure]);
  }
  return found;
}

/** An ordered change stands where the figures stand that print it. */
function placeOrdered(change: Draft<OrderedChange>, direct: readonly Draft[]): Draft<OrderedChange> {
  return { ...change, old: direct.flatMap((figure) => figure.old), new: direct.flatMap((figure) => figure.new) };
}
