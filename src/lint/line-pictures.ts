// Turn the pictures of a page into marks of the lines that they stand in: rules measure what stands beside them, not through them.
import type { Page, PlacedImage } from '../model/page.ts';

/** What a picture is among the characters of a line: no text, and set beside ideographs as one of them. */
export const pictureMark = '\ufffc';

/** Where a mark of a line stands, in points from the left edge of the page. */
export interface Placed {
  readonly text: string;
  /** Left and right edge of the body; half-em punctuation without its blank half. */
  readonly left: number;
  readonly right: number;
  /** Origin of the glyph. */
  readonly x: number;
  readonly size: number;
  readonly sup: boolean;
  readonly id: number;
}

/** A picture that stands on the baseline ends there, to this. */
const near = 0.2;

/** The marks of one line, from the left, with its pictures among them; `y` is its baseline. */
export function withPictures<Mark extends Placed>(marks: readonly Mark[], y: number, page: Page, right: number): readonly Mark[] {
  const [first] = marks;
  if (!first) return marks;
  const on = page.items.filter((item) => item.kind === 'picture' && item.y < y && item.y + item.height > y - near);
  const own = on.filter((item): item is PlacedImage => item.kind === 'picture' && item.x >= first.x - item.width - near && item.x < right);
  if (own.length === 0) return marks;
  const { size } = marks.find(({ sup }) => !sup) ?? first;
  const pictures = own.map(({ x, width }): Mark => {
    const beside = marks.findLast((mark) => mark.x <= x) ?? first;
    return { ...beside, text: pictureMark, left: x, right: x + width, x, size, sup: false, id: 0 };
  });
  // A space has no body: what stands at its place comes after it.
  return [...marks, ...pictures].sort((a, b) => a.x - b.x || Number(a.text === pictureMark) - Number(b.text === pictureMark));
}
