// Turn the running heads, folios and rules of two pages into changes, where nothing else on the page tells of them.
import type { LayoutChange, PageTextChange } from '../../model/difference.ts';
import type { Draft } from './draft.ts';
import { type Mark, onlyIn } from './page-marks.ts';

/** `told`: something else changed on this page, so that rules and repeated heads may have gone with it. */
export function compareFurniture(
  page: number,
  before: readonly Mark[],
  after: readonly Mark[],
  told: boolean,
): readonly Draft<LayoutChange | PageTextChange>[] {
  const own = (marks: readonly Mark[]) => marks.filter(({ artifact }) => artifact !== undefined);
  const [gone, come] = [onlyIn(own(before), own(after)), onlyIn(own(after), own(before))];
  if (gone.length === 0 && come.length === 0) return [];
  const words = (marks: readonly Mark[]) =>
    marks
      .filter(({ artifact }) => artifact === 'header')
      .map(({ text }) => text ?? '')
      .join(' ');
  const [was, is] = [words(gone), words(come)];
  if (was !== is) {
    return [
      {
        class: 'text',
        kind: 'page-text',
        edits: [{ before: was, after: is, oldStart: 0, newStart: 0 }],
        summary: `running head of page ${page}: '${was}' becomes '${is}'`,
        old: gone.map(({ box }) => box),
        new: come.map(({ box }) => box),
      },
    ];
  }
  if (told) return [];
  const summary = `page ${page}: rules, running heads or folio stand elsewhere`;
  return [{ class: 'layout', kind: 'moved', summary, old: gone.map(({ box }) => box), new: come.map(({ box }) => box) }];
}
