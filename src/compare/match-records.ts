// Turn the records of two builds into what changed in their data, figures and texts: all that is told without a look at their pages.
import type { BuildRecord } from '../model/build-record.ts';
import type { OrderedChange } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';
import { Effort } from './align-sequences.ts';
import { compareData } from './compare-data.ts';
import { compareFigures } from './compare-figures.ts';
import { compareTexts } from './compare-texts.ts';
import type { Draft } from './draft.ts';
import { type FigureMatch, matchFigures } from './match-figures.ts';
import { matchTexts, type TextMatch } from './match-texts.ts';
import { traceCauses } from './trace-causes.ts';
import { indexRecord, type RecordIndex } from './version.ts';

/** Two records, what stands for each other in them, and what changed. */
export interface MatchedRecords {
  readonly before: RecordIndex;
  readonly after: RecordIndex;
  readonly figures: readonly FigureMatch[];
  readonly texts: readonly TextMatch[];
  /** Ordered changes first, in their order: chains name them by it. */
  readonly changes: readonly Draft[];
  /** What is left to be spent on the rest of the comparison. */
  readonly effort: Effort;
}

/** Pure. Undefined where either side has no record, or both have the same one. */
export function matchRecords(old: BuildRecord | undefined, now: BuildRecord | undefined): MatchedRecords | undefined {
  if (!old || !now || old === now) return undefined;
  const effort = new Effort(comparingLimits.steps);
  const [before, after] = [indexRecord(old), indexRecord(now)];
  const ordered = compareData(before, after);
  const tracer = traceCauses(before, after, ordered);
  const figures = matchFigures(old.figures.figures, now.figures.figures, effort);
  const changed = compareFigures(figures, tracer);
  const texts = matchTexts(before, after, effort);
  const direct = figuresByOrder(changed);
  const changes = [
    ...ordered.map(({ id, ...change }) => placeOrdered(change, direct.get(id) ?? [])),
    ...changed,
    ...compareTexts(texts, before, after, tracer, effort),
  ];
  return { before, after, figures, texts, changes, effort };
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
