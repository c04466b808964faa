// Turn PDF pages into grey bitmaps, the same on every machine.
import { withPdf } from './open-pdf.ts';

/** One page as 8-bit grey, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Every page at `dpi` dots an inch; 96 shows a changed digit of 7 pt in some fifteen pixels. */
export function rasterise(pdf: Uint8Array, dpi = 96): Promise<Bitmap[]> {
  return withPdf(pdf, async (document) => {
    const pages: Bitmap[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap', colorSpace: 'Gray' });
      pages.push({ width, height, data: data.slice(0, width * height) });
    }
    return pages;
  });
}
