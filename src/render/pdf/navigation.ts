// Turn pages, anchors and element IDs into the catalog's tables: page labels, named destinations, ID tree, viewer preferences.
import type { PdfDictionary, PdfReference, PdfValue } from 'pdfkit';
import type { Layout } from '../../model/page.ts';
import { compareKeys, pdfText } from '../../pdf/writing/pdf-text.ts';
import type { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import { destination, type Place } from './destinations.ts';
import type { ElementTree } from './element-tree.ts';

/** Fills in what pdfkit has no option for. */
export function writeNavigation(
  writer: ReleaseWriter,
  layout: Layout,
  tree: ElementTree,
  anchors: ReadonlyMap<string, Place>,
  pages: readonly PdfReference[],
): void {
  const catalog = writer._root.data;
  catalog.PageLabels = { Nums: pageLabels(layout) };
  const names = catalog.Names as PdfReference;
  // pdfkit would sort names by the machine's locale; readers search them by bytes.
  names.data.Dests = nameTree([...anchors].map(([anchor, place]) => [anchor, destination(pages, place, layout)]));
  const ids = writer.ref(nameTree([...tree.ids].map(([id, element]) => [id, element.dictionary])));
  ids.end();
  writer.getStructTreeRoot().data.IDTree = ids;
  const preferences = catalog.ViewerPreferences as PdfReference;
  preferences.data.PrintScaling = 'None';
}

/** The first part counts 1, 2, 3; later parts E-1, E-2, E-3, with the first letter of their id. */
function pageLabels(layout: Layout): PdfValue[] {
  const labels: PdfValue[] = [];
  let part: string | undefined;
  for (const page of layout.pages) {
    if (page.part === part) continue;
    const prefix: PdfDictionary = part === undefined ? {} : { P: pdfText(`${page.part.slice(0, 1).toUpperCase()}-`) };
    labels.push(page.index, { S: 'D', ...prefix });
    part = page.part;
  }
  return labels;
}

/** A name tree of one node. */
export function nameTree(entries: readonly (readonly [string, PdfValue])[]): PdfDictionary {
  const sorted = [...entries].sort(([a], [b]) => compareKeys(a, b));
  return { Names: sorted.flatMap(([key, value]) => [pdfText(key), value]) };
}
