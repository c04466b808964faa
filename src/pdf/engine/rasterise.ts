// Turn PDF bytes that this program has written into grey bitmaps, the same on every machine.
import { withPdf } from './open-pdf.ts';
import type { Bitmap } from './page-image.ts';

/** Every page at `dpi` dots an inch; 96 shows a changed digit of 7 pt in some fifteen pixels. */
export function rasterise(pdf: Uint8Array, dpi = 96): Promise<Bitmap[]> {
  return withPdf(pdf, ({ pages, draw }) => Array.from({ length: pages }, (_, index) => draw(index, dpi / 72)));
}
