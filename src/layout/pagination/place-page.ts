// Turn the boxes of one page, its running head and its folio into marks and frames at their places on the sheet.

import type { Document } from '../../model/document.ts';
import { headLines } from '../../model/head-lines.ts';
import type { Lang } from '../../model/language.ts';
import type { Frame, PageItem, PlacedImage } from '../../model/page.ts';
import type { Logo, PageClass, Style } from '../../model/style.ts';
import type { TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import type { PageBoxes } from './break-pages.ts';
import { draftMark } from './draft-mark.ts';
import { enclosureMarks } from './enclosures.ts';
import { asArtifact, lineMarks, made } from './marks.ts';

/** Marks in reading order, artifacts apart, and one frame per block, or one in each column. */
export interface PlacedPage {
  readonly elements: readonly PageItem[];
  readonly artifacts: readonly PageItem[];
  /** Tints that all else stands on. */
  readonly grounds: readonly PageItem[];
  readonly frames: readonly Frame[];
}

export function placePage(boxes: PageBoxes, page: PageClass, top: number): PlacedPage {
  const elements: PageItem[] = [];
  const artifacts: PageItem[] = [];
  const grounds: PageItem[] = [];
  const isGround = (item: PageItem): boolean => item.kind === 'rule' && item.role === 'tint';
  for (const mark of made(enclosureMarks(boxes.boxes))(page.left, top)) (isGround(mark) ? grounds : artifacts).push(mark);
  const frames = new Map<string, Frame>();
  for (const { box, y, column = 0, dx = 0 } of boxes.boxes) {
    for (const placed of box.items(page.left + dx, top + y)) {
      if (placed.kind !== 'rule' && 'element' in placed.owner) elements.push(placed);
      else (isGround(placed) ? grounds : artifacts).push(placed);
    }
    for (const { element, role, x, width } of box.frames) {
      const frame: Frame = { element, role, x: page.left + dx + x, y: top + y, width, height: box.height };
      // What goes on in the second column has a rectangle in each.
      const key = `${element} ${column}`;
      const known = frames.get(key);
      frames.set(key, known ? union(known, frame) : frame);
    }
  }
  return { elements, artifacts, grounds, frames: [...frames.values()] };
}

function union(a: Frame, b: Frame): Frame {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { element: a.element, role: a.role, x, y, width: right - x, height: bottom - y };
}

/** Where a page stands. */
export interface PagePlace {
  /** Number in its file from 1. */
  readonly number: number;
  /** Number in its part from 1. */
  readonly numberInPart: number;
  readonly lang: Lang;
  readonly page: PageClass;
  /** How much higher the sheet is than that of its class: below 0 where it is turned. The folio keeps to its foot. */
  readonly turnedBy: number;
}

/** Height above all that stands on a page: its running head, where it has one, else its body. */
function freeAbove({ page, numberInPart }: PagePlace, { runningHead }: Style): number {
  const head =
    page.runningHeadFrom > 0 && numberInPart >= page.runningHeadFrom
      ? [...runningHead.baselines.map((line) => line - runningHead.size), ...(runningHead.logo ? [runningHead.logo.top] : [])]
      : [];
  return Math.min(page.top, page.firstTop, ...head);
}

function logoAt({ picture, top, height, align }: Logo, { left, measure }: PageClass): PlacedImage {
  const width = (height * picture.width) / picture.height;
  const share = align === 'left' ? 0 : align === 'center' ? 0.5 : 1;
  return { kind: 'picture', x: left + share * (measure - width), y: top, width, height, picture, owner: { artifact: 'header' } };
}

/** The mark of a draft, the running head where the page class has one, and the folio unless the class has none. */
export function furniture(place: PagePlace, document: Document, style: Style, typesetter: Typesetter): readonly PageItem[] {
  const { page, lang } = place;
  const spec = (size: number): TextSpec => ({ lang, role: 'text', size, weight: 400, italic: false });
  const at = document.parts[0]?.at ?? { file: '', line: 1, column: 1, length: 1 };
  const set = (text: string, size: number) => typesetter.line([{ inline: { text, at }, owner: 'furniture' }], spec(size));
  const items: PageItem[] = document.draft ? [...draftMark({ page, lang, free: freeAbove(place, style) }, typesetter)] : [];
  if (page.runningHeadFrom > 0 && place.numberInPart >= page.runningHeadFrom) {
    headLines(document, style, place).forEach((text, index) => {
      const baseline = style.runningHead.baselines[index];
      if (baseline === undefined || text === '') return;
      for (const mark of lineMarks(set(text, style.runningHead.size), page.left, baseline, style.runningHead.color)(0, 0))
        items.push(asArtifact(mark, { artifact: 'header' }));
    });
    if (style.runningHead.logo) items.push(logoAt(style.runningHead.logo, page));
  }
  if (!page.folio) return items;
  const folio = set(String(place.number), style.folio.size);
  const foot = style.folio.baseline + place.turnedBy;
  for (const mark of lineMarks(folio, (page.width - folio.width) / 2, foot, style.folio.color)(0, 0))
    items.push(asArtifact(mark, { artifact: 'footer' }));
  return items;
}
