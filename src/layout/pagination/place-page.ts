// Turn the boxes of one page into marks and frames at their places on the sheet.
import type { Frame, GlyphRun, PageItem } from '../../model/page.ts';
import type { PageClass } from '../../model/style.ts';
import { move } from '../move.ts';
import type { PageBoxes } from './break-pages.ts';

/** Marks in reading order, artifacts apart, and one frame per block. */
export interface PlacedPage {
  readonly elements: readonly GlyphRun[];
  readonly artifacts: readonly PageItem[];
  readonly frames: readonly Frame[];
}

export function placePage(boxes: PageBoxes, page: PageClass, top: number): PlacedPage {
  const elements: GlyphRun[] = [];
  const artifacts: PageItem[] = [];
  const frames = new Map<string, Frame>();
  for (const { box, y } of boxes.boxes) {
    for (const item of box.items()) {
      const placed = move(item, page.left, top + y);
      if (placed.kind === 'glyphs' && 'element' in placed.owner) elements.push(placed);
      else artifacts.push(placed);
    }
    for (const { element, role, x, width } of box.frames) {
      const frame: Frame = { element, role, x: page.left + x, y: top + y, width, height: box.height };
      const known = frames.get(element);
      frames.set(element, known ? union(known, frame) : frame);
    }
  }
  return { elements, artifacts, frames: [...frames.values()] };
}

function union(a: Frame, b: Frame): Frame {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { ...a, x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
