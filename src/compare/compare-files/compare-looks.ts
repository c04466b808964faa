// Turn two pages that stand for each other into what is drawn on both in another colour or weight, and where their images need not be the same.
import type { Box, LayoutChange } from '../../model/difference.ts';
import type { PdfPage } from '../../pdf/engine/pdf-page.ts';
import { type Draft, gathered } from '../draft.ts';
import { compareShapes } from './compare-shapes.ts';
import { compareWordColours, sameWords } from './compare-word-colours.ts';
import type { LookChange } from './look-change.ts';

/** What two pages look like, as far as their objects tell. */
export interface Looks {
  readonly told: readonly Draft<LayoutChange>[];
  /** Boxes in which a difference is told, or lines that are the same though two programs draw them. */
  readonly accounted: readonly Box[];
  /** Boxes of the same letters in the same place, whose edges two programs draw otherwise. */
  readonly soft: readonly Box[];
}

export const noLooks: Looks = { told: [], accounted: [], soft: [] };

/** `redrawn`: two programs wrote the files. */
export function compareLooks(oldPage: number, before: PdfPage, newPage: number, after: PdfPage, redrawn: boolean): Looks {
  const shapes = compareShapes(oldPage, before.shapes ?? [], newPage, after.shapes ?? [], redrawn);
  const words = compareWordColours(oldPage, before.words, newPage, after.words);
  const changes = [...shapes.changes, ...words];
  return {
    told: grouped(newPage, changes),
    accounted: [...changes.flatMap((change) => [change.old, change.new]), ...(redrawn ? shapes.same : [])],
    soft: redrawn ? sameWords(newPage, before.words, after.words) : [],
  };
}

/** Marks that changed alike are told as one. */
function grouped(page: number, changes: readonly LookChange[]): readonly Draft<LayoutChange>[] {
  const groups = new Map<string, LookChange[]>();
  for (const change of changes) {
    const key = [change.kind, change.what, change.before, change.after].join('\n');
    const known = groups.get(key);
    if (known) known.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].flatMap((group): readonly Draft<LayoutChange>[] => {
    const [first] = group;
    if (!first) return [];
    const { kind, what, before, after } = first;
    const summary = `page ${page}: ${kind} of ${named(what, group)}: ${before} becomes ${after}`;
    return [{ class: 'layout', kind, summary, old: gathered(group.map((each) => each.old)), new: gathered(group.map((each) => each.new)) }];
  });
}

/** Words that are quoted. */
const mostWords = 6;

function named(what: string, group: readonly LookChange[]): string {
  const [first] = group;
  if (first?.text !== undefined) {
    const words = group.slice(0, mostWords).map(({ text = '' }) => text);
    return `'${words.join(' ').slice(0, 120)}'${group.length > mostWords ? ` and ${group.length - mostWords} more words` : ''}`;
  }
  if (group.length > 1 || !first) return `${group.length} ${what}s`;
  const { x, y, width, height } = first.new;
  return `a ${what} of ${width.toFixed(0)} × ${height.toFixed(0)} pt at ${x.toFixed(0)}, ${y.toFixed(0)}`;
}
