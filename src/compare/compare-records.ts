// Turn the records of two builds into what the data, the text and the layout account for.
import type { OrderedChange } from '../model/difference.ts';
import type { PageMatch } from './align-pages.ts';
import { compareData } from './compare-data.ts';
import { compareFigures } from './compare-figures.ts';
import { compareLayout } from './compare-layout.ts';
import { compareTexts } from './compare-texts.ts';
import type { Draft } from './draft.ts';
import type { Effort } from './effort.ts';
import { matchFigures } from './match-figures.ts';
import { matchTexts } from './match-texts.ts';
import { indexRecord } from './record-index.ts';
import { traceCauses } from './trace-causes.ts';
import type { Version } from './version.ts';

/** None where either side has no record. Ordered changes come first and keep their order: chains name them by it. */
export function compareRecords(old: Version, now: Version, pages: readonly PageMatch[], effort: Effort): readonly Draft[] {
  if (!old.record || !now.record) return [];
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
    ...compareLayout(texts, figures, before, after, pageMap),
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
