// Turn two page images of one size into a mask of the pixels that differ: white where they do.
import pixelmatch from 'pixelmatch';
import type { Bitmap } from '../pdf/engine/page-image.ts';

/** Undefined when the bytes are equal. `threshold` is the colour distance (0-1) from which a pixel differs. */
export function differenceMask({ width, height, data }: Bitmap, after: Bitmap, threshold: number): Bitmap | undefined {
  const now = after.data;
  if (Buffer.from(data.buffer, data.byteOffset, data.byteLength).equals(now)) return undefined;
  const differs = differingGreys(threshold);
  const mask = new Uint8Array(width * height);
  for (let i = 0; i < mask.length; i++) {
    const grey = data[i]!;
    const other = now[i]!;
    if (grey !== other) mask[i] = differs[grey * 256 + other]!;
  }
  return { width, height, data: mask };
}

const known = new Map<number, Uint8Array>();

/**
 * For each two greys, old × 256 + new, 255 when they differ. Where soft edges count, pixels are judged one by one (both images come
 * from one rasteriser, so a soft edge that moved is a mark that moved), so all that pixelmatch can say of grey pages is asked once.
 */
function differingGreys(threshold: number): Uint8Array {
  const asked = known.get(threshold);
  if (asked) return asked;
  const [old, now, output] = [0, 0, 0].map(() => new Uint8Array(256 * 256 * 4)) as [Uint8Array, Uint8Array, Uint8Array];
  for (let i = 0; i < 256 * 256; i++) {
    old.fill(i >> 8, i * 4, i * 4 + 3);
    now.fill(i & 255, i * 4, i * 4 + 3);
    old[i * 4 + 3] = 255;
    now[i * 4 + 3] = 255;
  }
  pixelmatch(old, now, output, 256, 256, { threshold, includeAA: true, diffMask: true, diffColor: [255, 255, 255] });
  const greys = new Uint8Array(256 * 256);
  for (let i = 0; i < greys.length; i++) greys[i] = output[i * 4 + 3]! === 0 ? 0 : 255;
  known.set(threshold, greys);
  return greys;
}
