// Turn two page images into the regions that differ though no recorded mark of either page accounts for them.
import type { Box } from '../model/difference.ts';
import type { Bitmap } from '../pdf/engine/page-image.ts';
import { changedRegions, differenceMask, type Region } from './compare-pages.ts';
import { type Rectangle, softenMask } from './soften-mask.ts';

/** Points by which a mark may reach beyond its box: overhanging letters, soft edges. */
const reach = 1.5;

/**
 * `accounted` are boxes of the page, in points, in which a difference is told already. They are taken out of the mask pixel by pixel,
 * so that a strange mark beside a changed figure is found. In `soft` boxes two programs have drawn the same letters: their edges are no
 * difference. Undefined when the images have two sizes.
 */
export function unexplainedRegions(
  before: Bitmap,
  after: Bitmap,
  width: number,
  accounted: readonly Box[],
  threshold: number,
  soft: readonly Box[] = [],
): readonly Omit<Box, 'page'>[] | undefined {
  if (before.width !== after.width || before.height !== after.height) return undefined;
  const mask = differenceMask(before, after, threshold);
  if (!mask) return [];
  const scale = mask.width / width;
  clearBoxes(mask, accounted, scale);
  softenMask(mask, before, after, rectanglesOf(mask, soft, scale));
  return changedRegions(mask.data, mask.width, mask.height).map((region) => inPoints(region, scale));
}

/** Sets every pixel in any of the boxes to 0. `scale`: pixels of a point. */
export function clearBoxes(mask: Bitmap, boxes: readonly Box[], scale: number): void {
  const { width, data } = mask;
  const rectangles = rectanglesOf(mask, boxes, scale);
  const area = rectangles.reduce((sum, { left, right, top, bottom }) => sum + (right - left) * (bottom - top), 0);
  // Thousands of letters as large as the page would be filled for minutes.
  if (area > 8 * data.length) clearByCorners(mask, rectangles);
  else
    for (const { left, right, top, bottom } of rectangles)
      for (let y = top; y < bottom; y++) data.fill(0, y * width + left, y * width + right);
}

function rectanglesOf({ width, height }: Bitmap, boxes: readonly Box[], scale: number): readonly Rectangle[] {
  const within = (length: number, most: number) => Math.max(0, Math.min(most, length));
  return boxes.flatMap((box): readonly Rectangle[] => {
    const left = within(Math.floor((box.x - reach) * scale), width);
    const right = within(Math.ceil((box.x + box.width + reach) * scale), width);
    const top = within(Math.floor((box.y - reach) * scale), height);
    const bottom = within(Math.ceil((box.y + box.height + reach) * scale), height);
    return right > left && bottom > top ? [{ left, right, top, bottom }] : [];
  });
}

/** The same, where each box costs four steps whatever its size, and each pixel a few. */
function clearByCorners({ width, height, data }: Bitmap, rectangles: readonly Rectangle[]): void {
  // How many boxes begin and end at each corner; summed up along rows and columns, how many cover each pixel.
  const row = width + 1;
  const covers = new Int32Array(row * (height + 1));
  for (const { left, right, top, bottom } of rectangles) {
    covers[top * row + left]!++;
    covers[top * row + right]!--;
    covers[bottom * row + left]!--;
    covers[bottom * row + right]!++;
  }
  for (let y = 0; y < height; y++) {
    let along = 0;
    for (let x = 0; x < width; x++) {
      along += covers[y * row + x]!;
      const sum = along + (y > 0 ? covers[(y - 1) * row + x]! : 0);
      covers[y * row + x] = sum;
      if (sum > 0) data[y * width + x] = 0;
    }
  }
}

function inPoints({ x, y, width, height }: Region, scale: number): Omit<Box, 'page'> {
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}
