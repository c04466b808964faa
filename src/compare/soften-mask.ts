// Turn the pixels in which two images of one page differ into those that are no edge: two programs draw the same letter with edges a pixel apart.
import type { Bitmap } from '../pdf/engine/page-image.ts';

/** Steps of grey by which an edge may still be lighter or darker than all that is next to it. */
const softness = 56;
/** Pixels to the side at which its like may be: readers set letters on whole pixels, and round the two files' places apart. */
const aside = 2;

/** A box in pixels, its ends excluded. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Sets pixels of the mask to 0 that lie in any of the boxes, and have their like next to them in the other image, both ways. */
export function softenMask(mask: Bitmap, before: Bitmap, after: Bitmap, boxes: readonly Rectangle[]): void {
  const { width, data } = mask;
  const seen = new Uint8Array(data.length);
  for (const { left, right, top, bottom } of boxes) {
    for (let y = top; y < bottom; y++) {
      for (let i = y * width + left, end = y * width + right; i < end; i++) {
        if (data[i] === 0 || seen[i] === 1) continue;
        seen[i] = 1;
        const isEdge =
          isNearby(before.data, after.data, i, width, softness, aside) && isNearby(after.data, before.data, i, width, softness, aside);
        if (isEdge) data[i] = 0;
      }
    }
  }
}

/** Whether a pixel of one image lies between the least and the most of those next to it in the other, `across` pixels to each side. */
export function isNearby(one: Uint8Array, other: Uint8Array, index: number, width: number, within: number, across = 1): boolean {
  let [least, most] = [255, 0];
  for (const row of [index - width, index, index + width]) {
    for (let at = row - across; at <= row + across; at++) {
      const value = other[at];
      if (value === undefined) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const value = one[index]!;
  return value >= least - within && value <= most + within;
}
