// Turn the records of two builds into what the data, the text and the layout account for.
import type { OrderedChange } from '../../model/difference.ts';
import type { PageMatch } from './align-pages.ts';
import { compareData } from './compare-data.ts';
import { compareFigures } from './compare-figures.ts';
import { compareLayout } from './compare-layout.ts';
import { compareTexts } from './compare-texts.ts';
import type { Draft } from './draft.ts';
import { matchFigures } from './match-figures.ts';
import { matchTexts } from './match-texts.ts';
import { indexRecord } from './record-index.ts';
import { traceCauses } from './trace-causes.ts';
import type { Version } from './version.ts';

/** None where either side has no record. Ordered changes come first and keep their order: chains name them by it. */
export function compareRecords(old: Version, now: Version, pages: readonly PageMatch[]): readonly Draft[] {
  if (!old.record || !now.record) return [];
  const [before, after] = [indexRecord(old.record), indexRecord(now.record)];
  const ordered = compareData(before, after);
  const tracer = traceCauses(before, after, ordered);
  const figures = matchFigures(old.record.figures.figures, now.record.figures.figures);
  const changed = compareFigures(figures, tracer);
  const texts = matchTexts(before, after);
  const pageMap = new Map(pages.flatMap(({ old: a, new: b }) => (a === undefined || b === undefined ? [] : [[a + 1, b + 1] as const])));
  return [
    ...ordered.map(({ id, ...change }) => placeOrdered(id, change, changed)),
    ...changed,
    ...compareTexts(texts, before, after, tracer),
    ...compareLayout(texts, figures, before, after, pageMap),
  ];
}

/** An ordered change stands where the figures stand that print it themselves: no step lies between. */
function placeOrdered(id: string, change: Draft<OrderedChange>, figures: readonly Draft[]): Draft<OrderedChange> {
  const direct = figures.filter(
    (figure) => figure.kind === 'figure' && figure.chain.length === 1 && figure.chain[0]?.by === 'ordered' && figure.chain[0].change === id,
  );
  return { ...change, old: direct.flatMap((figure) => figure.old), new: direct.flatMap((figure) => figure.new) };
}
