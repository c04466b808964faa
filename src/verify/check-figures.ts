// Turn recorded figures and a file's words into findings: every figure is where the build printed it, as it was printed, and no other.

import type { PageContent } from '../pdf/content/page-content.ts';
import { type TagNode, withInner } from '../pdf/content/tag-tree.ts';
import { folded } from '../pdf/engine/folded.ts';
import type { RecordedFigure } from './figures-file.ts';
import type { FindInFile } from './file-finding.ts';

/**
 * Cells are compared one by one in their order, so that a changed digit, a missing figure and one too many are all found. Prose is
 * searched on its pages, in the order of print.
 */
export function checkFigures(
  figures: readonly RecordedFigure[],
  roots: readonly TagNode[],
  pages: readonly PageContent[],
  find: FindInFile,
): void {
  // Every statement says what it shows; a table of words says it by its words, and its figures are those of prose.
  const printed = roots
    .flatMap(withInner)
    .filter(({ type, attributes }) => type === 'Table' && attributes.has('Summary'))
    .flatMap(withInner)
    .filter(({ type, text }) => type === 'TD' && text.trim() !== '')
    .map(({ text }) => text.trim());
  const recorded = figures.filter(({ cell }) => cell);
  if (printed.length !== recorded.length) find('figures', `tables print ${printed.length} figures, the build recorded ${recorded.length}`);
  recorded.forEach(({ text, fact }, i) => {
    const found = printed[i];
    if (found !== undefined && folded(found) !== folded(text)) find('figures', `${fact} was printed as ${text} and reads ${found}`);
  });
  const reached = new Map<number, number>();
  const foldedPages = pages.map((page) => folded(page.text));
  for (const { text, fact, pages: places } of figures.filter(({ cell }) => !cell)) {
    const first = places[0] ?? 0;
    const words = places.map((page) => foldedPages[page - 1] ?? '').join('');
    const wanted = folded(text);
    const at = words.indexOf(wanted, reached.get(first) ?? 0);
    if (at < 0) find('figures', `page ${first}: ${fact} was printed as ${text} and is not there`);
    else if (places.length === 1) reached.set(first, at + wanted.length);
  }
}
