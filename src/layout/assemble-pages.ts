// Turn the sections' pages of boxes into numbered pages with their furniture, and find where anchors stand.
import type { Document, Section } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import { type Layout, type Page, pageNumber } from '../model/page.ts';
import type { Style } from '../model/style.ts';
import type { Report } from './codes.ts';
import type { Keeping } from './keeping.ts';
import { furniture, placePage } from './pagination/place-page.ts';
import type { Body, BodyPage } from './set-section.ts';
import type { Typesetters } from './typesetter.ts';

const kept: Kind<Page> = {
  name: 'layout/page',
  // Glyphs are those of the lines.
  bytes: ({ items, frames }) => 300 + 300 * items.length + 150 * frames.length,
};

/** Where a page stands, and what its furniture prints. */
type Place = Omit<Page, 'items' | 'frames' | 'width' | 'height'>;

/** Pages and anchors. A page of the same boxes at the same places, with the same numbers, is the very page that it was. */
export function assemble(
  document: Document,
  style: Style,
  bodies: readonly Body[],
  { typesetters, keeping }: { readonly typesetters: Typesetters; readonly keeping: Keeping },
  report: Report,
): Layout {
  const { memory, numberOf, type } = keeping;
  const pages: Page[] = [];
  const anchors = new Map<string, number>();
  const inPart = new Map<string, number>();
  const ends = `${type}|${numberOf({ head: style.runningHead, folio: style.folio })}`;
  /** Pages of each file: of a language, where each has one of its own. */
  const inFile = new Map<string, number>();
  for (const { section, part, pages: set } of bodies) {
    const file = document.apart ? part.lang : '';
    const before = inFile.get(file) ?? 0;
    inFile.set(file, before + set.length);
    if (!anchors.has(part.id)) anchors.set(part.id, before + 1);
    if (section.anchor) anchors.set(section.anchor, before + 1);
    const printed = `${ends}|${numberOf({ furniture: inLang(document.furniture, part.lang), title: inLang(document.titles, part.lang), part: part.title, ...(document.draft && { draft: true }) })}`;
    const height = style.pages.get(section.page)?.height;
    for (const [at, each] of set.entries()) {
      const numberInPart = (inPart.get(part.id) ?? 0) + 1;
      inPart.set(part.id, numberInPart);
      const number = document.apart && { number: before + at + 1 };
      const place: Place = { index: pages.length, ...number, class: section.page, part: part.id, lang: part.lang, numberInPart };
      const turnedBy = each.page.height - (height ?? each.page.height);
      const key = () => `${printed}|${numberOf(place)}|${turnedBy}|${boxesKey(each, keeping)}`;
      const page = memory.recallSilent(kept, key, report, (own) => placed(each, place, turnedBy, document, style, typesetters, own));
      pages.push(page);
    }
  }
  anchorBlocks(document, pages, anchors);
  return { pages, anchors };
}

/** Boxes by what they are, since a flow that is recalled has its own again, and where they stand. */
function boxesKey({ page, top, boxes }: BodyPage, { memory, numberOf }: Keeping): string {
  let key = `${numberOf(page)}|${top}`;
  for (const { box, y, column } of boxes.boxes) key += `|${memory.numberOf(box)}:${y}${column ? `/${column}` : ''}`;
  return key;
}

function placed(
  { page, top, boxes }: BodyPage,
  place: Place,
  turnedBy: number,
  document: Document,
  style: Style,
  typesetters: Typesetters,
  report: Report,
): Page {
  const { elements, artifacts, grounds, frames } = placePage(boxes, page, top);
  const { numberInPart, lang } = place;
  const around = furniture({ number: pageNumber(place), numberInPart, lang, page, turnedBy }, document, style, typesetters(report));
  return { ...place, width: page.width, height: page.height, items: [...grounds, ...elements, ...artifacts, ...around], frames };
}

/** A block's anchor is the page on which its first line, or that of the first block inside it, stands. */
function anchorBlocks(document: Document, pages: readonly Page[], anchors: Map<string, number>): void {
  const pageOf = new Map<string, number>();
  for (const page of pages) for (const { element } of page.frames) if (!pageOf.has(element)) pageOf.set(element, pageNumber(page));
  const visit = (block: Section['blocks'][number]): number | undefined => {
    const inner = block.kind === 'group' ? block.blocks.map(visit) : [];
    const number = pageOf.get(block.id) ?? inner.find((found) => found !== undefined);
    if (block.anchor && number !== undefined) anchors.set(block.anchor, number);
    return number;
  };
  for (const part of document.parts) for (const section of part.sections) section.blocks.forEach(visit);
}
