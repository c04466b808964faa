// Turn the colours of two page images into the regions where they differ though their lightness is the same.
import type { Box } from '../../model/difference.ts';
import type { Bitmap } from '../../pdf/engine/page-image.ts';
import type { PdfPage } from '../../pdf/engine/pdf-page.ts';
import { clearBoxes } from '../compare-images.ts';
import { changedRegions } from '../compare-pages.ts';
import { isNearby } from '../soften-mask.ts';

/** Steps of 255 by which a colour may differ from itself: readers and colour spaces round. */
const rounding = 10;
/** A page without a colour. */
const none = 128;
/** Steps of grey up to which two pixels have the same lightness: where they have not, the images tell. */
const sameLightness = 20;

/**
 * `pages` and their `images`, old and new. `accounted`: boxes of the page, in points, in which a difference is told already. `redrawn`: two programs wrote the files, and edges
 * may lie a pixel further.
 */
export function strangeColours(
  [before, after]: readonly [PdfPage, PdfPage],
  images: readonly [Bitmap, Bitmap],
  accounted: readonly Box[],
  redrawn: boolean,
): readonly Omit<Box, 'page'>[] {
  const [old, now] = [before.colours, after.colours];
  const one = old ?? now;
  if (!one || (old && now && (old.width !== now.width || old.height !== now.height))) return [];
  const { width, height } = one;
  const mask: Bitmap = { width, height, data: new Uint8Array(width * height) };
  for (const plane of [0, 1]) {
    const [a, b] = [planeOf(old, plane, width * height), planeOf(now, plane, width * height)];
    if (Buffer.compare(a, b) === 0) continue;
    for (let i = 0; i < mask.data.length; i++) {
      if (Math.abs(a[i]! - b[i]!) <= rounding) continue;
      if (!isAlike(images, i % width, Math.floor(i / width))) continue;
      const isEdge = redrawn && isNearby(a, b, i, width, rounding) && isNearby(b, a, i, width, rounding);
      if (!isEdge) mask.data[i] = 255;
    }
  }
  const scale = width / after.width;
  clearBoxes(mask, accounted, scale);
  return changedRegions(mask.data, width, height, { tile: 8, minPixels: redrawn ? 4 : 2, threshold: 0 }).map((region) => ({
    x: region.x / scale,
    y: region.y / scale,
    width: region.width / scale,
    height: region.height / scale,
  }));
}

function planeOf(image: Bitmap | undefined, plane: number, length: number): Uint8Array {
  return image?.data.subarray(plane * length, (plane + 1) * length) ?? new Uint8Array(length).fill(none);
}

/** Whether the four pixels of the images under one of the colours are as light on both. */
function isAlike([before, after]: readonly [Bitmap, Bitmap], x: number, y: number): boolean {
  for (const row of [2 * y, 2 * y + 1]) {
    for (const column of [2 * x, 2 * x + 1]) {
      const at = row * before.width + column;
      if (Math.abs((before.data[at] ?? 0) - (after.data[at] ?? 0)) > sameLightness) return false;
    }
  }
  return true;
}
