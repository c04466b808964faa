// Turn parts, headings, tables and anchors into what viewers find their way by: the outline, page labels and named destinations.
import type { Block, Document, Part } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import type { Layout } from '../../model/page.ts';
import {
  type OutlineEntry,
  type PageWriter,
  type PdfWriter,
  pdfName,
  type WrittenDict,
  type WrittenValue,
} from '../../pdf/writing/pdf-writer.ts';
import { nameTree } from '../../pdf/writing/write-value.ts';
import { destination, type Place, placeOf, plainText } from './destinations.ts';

/** One line of the outline. */
interface Entry {
  readonly title: string;
  readonly place: Place;
  readonly entries: Entry[];
}

/** Space above a heading that a jump leaves visible, in points. */
const headroom = 6;

/** Parts open, what is in them closed. */
export function writeOutline(
  writer: PdfWriter,
  document: Document,
  layout: Layout,
  places: ReadonlyMap<string, Place>,
  pages: readonly PageWriter[],
): void {
  const entries = document.parts.flatMap((part): Entry[] => {
    const first = layout.pages.findIndex((page) => page.part === part.id);
    return first < 0 ? [] : [{ title: part.title, place: { page: first, top: 0 }, entries: partEntries(part, places) }];
  });
  const toEntry = ({ title, place, entries: inner }: Entry, open: boolean): OutlineEntry => ({
    title,
    destination: destination(pages, { ...place, top: Math.max(0, place.top - headroom) }, layout),
    open,
    entries: inner.map((each) => toEntry(each, false)),
  });
  writer.outline(entries.map((entry) => toEntry(entry, true)));
}

/**
 * Headings nested by level, tables by caption under the heading before them. A part's only H1 is its own line already, and so is
 * the table of a page that one heading names: its caption says period and unit only.
 */
function partEntries(part: Part, places: ReadonlyMap<string, Place>): Entry[] {
  const blocks = part.sections.flatMap(({ blocks }) => blocks.flatMap(withInner));
  const named = new Set(part.sections.flatMap(({ blocks }) => namedTable(blocks.flatMap(withInner))));
  const titles = blocks.filter((block) => block.kind === 'heading' && block.level === 1).length;
  const top: Entry[] = [];
  const open: { readonly level: number; readonly entries: Entry[] }[] = [{ level: 0, entries: top }];
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'table') continue;
    const place = placeOf(block, places);
    if (!place) continue;
    if (block.kind === 'heading') {
      while (open.length > 1 && open.at(-1)!.level >= block.level) open.pop();
      const title = plainText(block.inlines, block.lang);
      if (title === '' || (block.level === 1 && titles === 1)) continue;
      const entry: Entry = { title, place, entries: [] };
      open.at(-1)!.entries.push(entry);
      open.push({ level: block.level, entries: entry.entries });
    } else if (!named.has(block)) {
      const title = block.captions.map(({ inlines }) => plainText(inlines, block.lang)).join(' ');
      if (title !== '') open.at(-1)!.entries.push({ title, place, entries: [] });
    }
  }
  return top;
}

/** The only table of a section, where that section has one heading. */
function namedTable(blocks: readonly Block[]): readonly Block[] {
  const tables = blocks.filter(({ kind }) => kind === 'table');
  return tables.length === 1 && blocks.filter(({ kind }) => kind === 'heading').length === 1 ? tables : [];
}

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
  const [first] = layout.pages;
  for (const [index, page] of layout.pages.entries()) {
    const before = layout.pages[index - 1];
    // A summary leaves pages out: the others keep the numbers that they have in the whole.
    if (before && page.part === before.part && page.numberInPart === before.numberInPart + 1) continue;
    const prefix: WrittenDict = page.part === first?.part ? {} : { P: `${page.part.slice(0, 1).toUpperCase()}-` };
    labels.push(index, { S: pdfName('D'), ...prefix, ...(page.numberInPart > 1 && { St: page.numberInPart }) });
  }
  return labels;
}
