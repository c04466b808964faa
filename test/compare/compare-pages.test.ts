import { describe, expect, it } from 'vitest';
import { comparePages } from '../../src/compare/compare-pages.ts';
import { decodePng, differencePng, encodePng } from '../../src/compare/page-image.ts';
import type { Bitmap } from '../../src/pdf/engine/page-image.ts';

const blank = (width = 200, height = 160): Bitmap => ({ width, height, data: new Uint8Array(width * height).fill(255) });

/** A page with a block of ink. */
function inked(page: Bitmap, x: number, y: number, width: number, height: number, grey = 0): Bitmap {
  const data = page.data.slice();
  for (let dy = 0; dy < height; dy++) data.fill(grey, (y + dy) * page.width + x, (y + dy) * page.width + x + width);
  return { ...page, data };
}

describe('comparing pages', () => {
  it('finds equal pages the same', () => {
    expect(comparePages(inked(blank(), 10, 10, 30, 8), inked(blank(), 10, 10, 30, 8))).toEqual({
      same: true,
      regions: [],
      sizesDiffer: false,
    });
  });

  it('finds a mark of the size of a full stop, on a page of ten thousand times its area', () => {
    const { same, regions } = comparePages(blank(), inked(blank(), 64, 50, 2, 1));
    expect(same).toBe(false);
    expect(regions).toEqual([{ x: 64, y: 48, width: 16, height: 16 }]);
  });

  it('finds a mark on the seam of four tiles, one pixel in each', () => {
    expect(comparePages(blank(), inked(blank(), 15, 15, 2, 2)).regions).toEqual([{ x: 0, y: 0, width: 32, height: 32 }]);
  });

  it('boxes marks that are apart in boxes of their own, and cuts a box at the edge', () => {
    const { regions } = comparePages(blank(), inked(inked(blank(), 2, 2, 6, 6), 192, 150, 8, 10));
    expect(regions).toEqual([
      { x: 0, y: 0, width: 16, height: 16 },
      { x: 192, y: 144, width: 8, height: 16 },
    ]);
  });

  it('lets a shade pass that no eye sees', () => {
    expect(comparePages(inked(blank(), 10, 10, 30, 30, 255), inked(blank(), 10, 10, 30, 30, 250)).same).toBe(true);
  });

  it('never finds pages of two sizes the same', () => {
    expect(comparePages(blank(200, 160), blank(200, 161))).toEqual({ same: false, regions: [], sizesDiffer: true });
  });

  it('keeps every pixel through PNG and back', () => {
    const page = inked(inked(blank(), 3, 4, 50, 9, 77), 100, 100, 20, 20, 190);
    const back = decodePng(encodePng(page));
    expect(back.width).toBe(page.width);
    expect(Buffer.from(back.data).equals(Buffer.from(page.data))).toBe(true);
  });

  it('draws the region into the difference picture', () => {
    const after = inked(blank(), 64, 50, 5, 5);
    const { mask, regions } = comparePages(blank(), after);
    const picture = decodePng(differencePng(after, mask, regions));
    expect(picture.data[52 * 200 + 66]).toBe(214);
    expect(picture.data[48 * 200 + 64]).toBe(255);
  });
});
