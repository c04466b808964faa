// Turn two page images into the pixels and the regions where they differ, tile by tile: a percentage of the page never decides.

import pixelmatch from 'pixelmatch';
import type { Bitmap } from '../pdf/engine/page-image.ts';

export interface CompareOptions {
  /** Edge of a tile in pixels. */
  readonly tile: number;
  /** Differing pixels in one tile that make it changed. A full stop of 7 pt at 96 dpi has four. */
  readonly minPixels: number;
  /** Colour distance (0-1) from which a pixel differs. */
  readonly threshold: number;
}

/** A changed region in pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageDifference {
  readonly same: boolean;
  /** Connected changed tiles, each as its bounding box, top to bottom. Empty when only the sizes differ. */
  readonly regions: readonly Region[];
  /** Differing pixels: white on black at the size of the pages; undefined when the sizes differ or the bytes are equal. */
  readonly mask?: Bitmap;
  readonly sizesDiffer: boolean;
}

const defaultCompareOptions: CompareOptions = { tile: 16, minPixels: 2, threshold: 0.1 };

export function comparePages(before: Bitmap, after: Bitmap, options: CompareOptions = defaultCompareOptions): PageDifference {
  if (before.width !== after.width || before.height !== after.height) return { same: false, regions: [], sizesDiffer: true };
  const mask = differenceMask(before, after, options.threshold);
  if (!mask) return { same: true, regions: [], sizesDiffer: false };
  const regions = changedRegions(mask.data, mask.width, mask.height, options);
  return { same: regions.length === 0, regions, mask, sizesDiffer: false };
}

/** Regions of a mask in which any pixel but 0 differs, each as a box of whole tiles. */
export function changedRegions(
  mask: Uint8Array,
  width: number,
  height: number,
  { tile, minPixels }: CompareOptions = defaultCompareOptions,
): Region[] {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const counts = new Uint32Array(columns * rows);
  const bytes = Buffer.from(mask.buffer, mask.byteOffset, mask.byteLength);
  const empty = Buffer.alloc(width);
  for (let y = 0; y < height; y++) {
    if (bytes.compare(empty, 0, width, y * width, (y + 1) * width) === 0) continue;
    const row = Math.floor(y / tile) * columns;
    for (let x = 0; x < width; x++) if (mask[y * width + x]) counts[row + Math.floor(x / tile)]!++;
  }
  const changed = new Set<number>();
  // A glyph on a seam leaves its pixels in several tiles: neighbours with any difference join the sum.
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      if (!counts[index]) continue;
      let sum = 0;
      for (const near of neighbours(column, row, columns, rows)) sum += counts[near]!;
      if (sum >= minPixels) changed.add(index);
    }
  }
  return components(changed, columns, rows).map(({ left, top, right, bottom }) => ({
    x: left * tile,
    y: top * tile,
    width: Math.min(width, (right + 1) * tile) - left * tile,
    height: Math.min(height, (bottom + 1) * tile) - top * tile,
  }));
}

function neighbours(column: number, row: number, columns: number, rows: number): number[] {
  const out: number[] = [];
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) out.push(r * columns + c);
  }
  return out;
}

function components(changed: Set<number>, columns: number, rows: number): { left: number; top: number; right: number; bottom: number }[] {
  const boxes: { left: number; top: number; right: number; bottom: number }[] = [];
  const seen = new Set<number>();
  for (const start of changed) {
    if (seen.has(start)) continue;
    const box = { left: columns, top: rows, right: 0, bottom: 0 };
    const queue = [start];
    seen.add(start);
    for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
      const column = index % columns;
      const row = Math.floor(index / columns);
      box.left = Math.min(box.left, column);
      box.right = Math.max(box.right, column);
      box.top = Math.min(box.top, row);
      box.bottom = Math.max(box.bottom, row);
      for (const near of neighbours(column, row, columns, rows)) {
        if (changed.has(near) && !seen.has(near)) {
          seen.add(near);
          queue.push(near);
        }
      }
    }
    boxes.push(box);
  }
  return boxes.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Undefined when the bytes are equal. `threshold` is the colour distance (0-1) from which a pixel differs. */
export function differenceMask({ width, height, data }: Bitmap, after: Bitmap, threshold: number): Bitmap | undefined {
  const [old, now] = [data, after.data].map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as [Buffer, Buffer];
  if (old.equals(now)) return undefined;
  const mask = new Uint8Array(width * height);
  const differs = greysOf(threshold);
  const asked: number[] = [];
  const unlike = unlikeRows(old, now, width);
  for (const row of unlike)
    for (let i = row * width, end = i + width; i < end; i++)
      if (data[i] !== now[i]) {
        const pair = data[i]! * 256 + now[i]!;
        if (differs[pair] !== 0) continue;
        differs[pair] = isAsked;
        asked.push(pair);
      }
  askDifferences(asked, differs, threshold);
  for (const row of unlike)
    for (let i = row * width, end = i + width; i < end; i++)
      if (data[i] !== now[i] && differs[data[i]! * 256 + now[i]!] === differ) mask[i] = 255;
  return { width, height, data: mask };
}

/** Rows in which any byte differs, compared each as a whole: on most pages they are few. */
function unlikeRows(old: Buffer, now: Buffer, width: number): readonly number[] {
  const rows: number[] = [];
  for (let from = 0, row = 0; from < old.length; from += width, row++)
    if (old.compare(now, from, from + width, from, from + width) !== 0) rows.push(row);
  return rows;
}

/** What is known of two greys; 0 where nothing is. */
const [alike, differ, isAsked] = [1, 2, 3] as const;

/** For each two greys, old × 256 + new, what is known of them, by threshold. */
const known = new Map<number, Uint8Array>();

function greysOf(threshold: number): Uint8Array {
  const greys = known.get(threshold) ?? new Uint8Array(256 * 256);
  known.set(threshold, greys);
  return greys;
}

/**
 * Where soft edges count, pixels are judged one by one (both images come from one rasteriser, so a soft edge that moved is a mark that
 * moved), so pixelmatch is asked once for each two greys that occur.
 */
function askDifferences(pairs: readonly number[], greys: Uint8Array, threshold: number): void {
  if (pairs.length === 0) return;
  const [old, now, output] = [0, 0, 0].map(() => new Uint8Array(pairs.length * 4)) as [Uint8Array, Uint8Array, Uint8Array];
  pairs.forEach((pair, i) => {
    old.fill(pair >> 8, i * 4, i * 4 + 3);
    now.fill(pair & 255, i * 4, i * 4 + 3);
    old[i * 4 + 3] = 255;
    now[i * 4 + 3] = 255;
  });
  pixelmatch(old, now, output, pairs.length, 1, { threshold, includeAA: true, diffMask: true, diffColor: [255, 255, 255] });
  pairs.forEach((pair, i) => {
    greys[pair] = output[i * 4 + 3] === 0 ? alike : differ;
  });
}
