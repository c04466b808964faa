// Turn pages and anchors into the catalog's tables: page labels and named destinations.
import type { Layout } from '../../model/page.ts';
import { nameTree } from '../../pdf/writing/name-tree.ts';
import { type PageWriter, type PdfWriter, pdfName, type WrittenDict, type WrittenValue } from '../../pdf/writing/pdf-writer.ts';
import { destination, type Place } from './destinations.ts';

/** Says how pages are called, and where each anchor is. */
export function writeNavigation(
  writer: PdfWriter,
  layout: Layout,
  anchors: ReadonlyMap<string, Place>,
  pages: readonly PageWriter[],
): void {
  writer.addToCatalog({ PageLabels: { Nums: pageLabels(layout) } });
  writer.addToNames({ Dests: nameTree([...anchors].map(([anchor, place]) => [anchor, destination(pages, place, layout)])) });
}

/** The first part counts 1, 2, 3; later parts E-1, E-2, E-3, with the first letter of their id. */
function pageLabels(layout: Layout): readonly WrittenValue[] {
  const labels: WrittenValue[] = [];
  let part: string | undefined;
  for (const page of layout.pages) {
    if (page.part === part) continue;
    const prefix: WrittenDict = part === undefined ? {} : { P: `${page.part.slice(0, 1).toUpperCase()}-` };
    labels.push(page.index, { S: pdfName('D'), ...prefix });
    part = page.part;
  }
  return labels;
}
