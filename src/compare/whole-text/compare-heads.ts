// Turn the running heads and folios of pages that stand for each other into changes: folios that count on are no words that changed.
import { readingForm } from '../../language/reading-forms.ts';
import type { Box, LayoutChange, PageTextChange, WordEdit } from '../../model/difference.ts';
import type { PdfPage, PdfWord } from '../../pdf/engine/pdf-page.ts';
import { describeEdits } from '../compare-texts.ts';
import { countsOn } from '../counts-on.ts';
import type { Draft } from '../draft.ts';
import type { Version } from '../version.ts';
import type { HeadWords } from './running-heads.ts';
import { describePages } from './word-pairs.ts';

/** One page's heads and folio that say something else, on both sides. */
interface Unlike {
  readonly page: number;
  readonly edit: WordEdit;
  readonly old: readonly Box[];
  readonly new: readonly Box[];
}

/** What is said alike on many pages is one change. `pairs` are pages from 0. */
export function compareHeads(
  before: Version,
  after: Version,
  pairs: readonly (readonly [old: number, now: number])[],
  oldHeads: HeadWords,
  newHeads: HeadWords,
): readonly Draft<PageTextChange | LayoutChange>[] {
  const counting: Unlike[] = [];
  const changed = new Map<string, Unlike[]>();
  for (const [i, j] of pairs) {
    const [old, now] = [before.pages[i], after.pages[j]];
    if (!old || !now) continue;
    for (const end of ['top', 'foot'] as const) {
      const [was, is] = [headOf(old, oldHeads[i], end), headOf(now, newHeads[j], end)];
      const edit = { before: said(was), after: said(is), oldStart: 0, newStart: 0 };
      if (readingForm(edit.before) === readingForm(edit.after)) continue;
      const unlike = { page: j + 1, edit, old: boxes(i, was), new: boxes(j, is) };
      if (countsOn(edit, j - i, before.pages.length, after.pages.length)) counting.push(unlike);
      else {
        const key = `${edit.before}\n${edit.after}`.replace(/\d+/g, '#');
        const known = changed.get(key);
        if (known) known.push(unlike);
        else changed.set(key, [unlike]);
      }
    }
  }
  const told = [...changed.values()].map((all): Draft<PageTextChange> => {
    const edits = all.slice(0, 1).map(({ edit }) => edit);
    const where = describePages([...new Set(all.map(({ page }) => page))]);
    return { class: 'text', kind: 'page-text', edits, summary: `running head of ${where}: ${describeEdits(edits)}`, ...placed(all) };
  });
  if (counting.length === 0) return told;
  const where = describePages([...new Set(counting.map(({ page }) => page))]);
  return [...told, { class: 'layout', kind: 'moved', summary: `${where}: folios count other pages`, ...placed(counting) }];
}

const placed = (all: readonly Unlike[]) => ({ old: all.flatMap(({ old }) => old), new: all.flatMap(({ new: places }) => places) });

const boxes = (page: number, words: readonly PdfWord[]): readonly Box[] =>
  words.map(({ x, y, width, height }) => ({ page: page + 1, x, y, width, height }));

const said = (words: readonly PdfWord[]): string => words.map(({ text }) => text).join(' ');

/** From left to right: it is one line, or a few that readers order as they like. */
function headOf({ words, height }: PdfPage, heads: ReadonlySet<number> | undefined, end: 'top' | 'foot'): readonly PdfWord[] {
  if (!heads || heads.size === 0) return [];
  return words.filter((word, index) => heads.has(index) && word.y < height / 2 === (end === 'top'));
}
