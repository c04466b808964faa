// Turn elements and anchors into the places that links and the outline jump to, and blocks into the words that these are called by.

import { language } from '../../language/languages.ts';
import type { Block, Document, Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import type { Layout, Page } from '../../model/page.ts';
import { type PageWriter, pdfName, type WrittenValue } from '../../pdf/writing/pdf-writer.ts';

/** A place to jump to: a page and the height of its top edge there. */
export interface Place {
  /** 0-based index of the page in the file. */
  readonly page: number;
  /** Points from the page's top edge. */
  readonly top: number;
}

const known = new WeakMap<Page, ReadonlyMap<string, number>>();

/** How far down each element stands first on a page, by its id. Looked for once in each page, whatever file shows it. */
function topsOn(page: Page): ReadonlyMap<string, number> {
  let places = known.get(page);
  if (!places) {
    const found = new Map<string, number>();
    const put = (id: string, top: number): void => {
      if (!found.has(id)) found.set(id, top);
    };
    for (const frame of page.frames) put(frame.element, frame.y);
    for (const item of page.items) if (item.kind === 'glyphs' && 'element' in item.owner) put(item.owner.element, item.y - item.size);
    places = found;
    known.set(page, places);
  }
  return places;
}

/** Where elements begin, by element id: blocks by their frame, other owners by their first run. */
export function placesOf({ pages }: Layout): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [page, each] of pages.entries()) for (const [id, top] of topsOn(each)) if (!places.has(id)) places.set(id, { page, top });
  return places;
}

/** Where a block begins: of a table that is tagged without a frame, its caption; undefined for a block that no page shows. */
export function placeOf(block: Block, places: ReadonlyMap<string, Place>): Place | undefined {
  return places.get(block.id) ?? (block.kind === 'table' ? places.get(block.captions[0]?.id ?? '') : undefined);
}

/** Places by anchor: a block's own place, a section's or part's page. */
export function anchorsOf(document: Document, layout: Layout, places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const anchors = new Map<string, Place>();
  for (const [anchor, page] of layout.anchors) anchors.set(anchor, { page: page - 1, top: 0 });
  const visit = (block: Block): void => {
    const place = block.anchor === undefined ? undefined : placeOf(block, places);
    if (block.anchor !== undefined && place) anchors.set(block.anchor, place);
    if (block.kind === 'group') block.blocks.forEach(visit);
  };
  for (const part of document.parts) {
    for (const section of part.sections) section.blocks.forEach(visit);
  }
  return anchors;
}

/** An explicit destination. Its left is null, so that viewers do not scroll sideways; its zoom is null, so that they keep theirs. */
export function destination(pages: readonly PageWriter[], place: Place, layout: Layout): WrittenValue {
  const top = layout.pages[place.page]!.height - place.top;
  return [pages[place.page]!.object, pdfName('XYZ'), null, Math.round(top * 100) / 100, null];
}

/** Forced line breaks become what the language has between words, pictures what is said of them. */
export function plainText(inlines: readonly Inline[], lang: Lang): string {
  const { lineJoint } = language(lang).text;
  const text = inlines.map((inline, i) => (inline.lineBreak && i > 0 ? lineJoint : '') + (inline.picture?.alt ?? inline.text)).join('');
  return text.replace(/\s+/g, ' ').trim();
}
