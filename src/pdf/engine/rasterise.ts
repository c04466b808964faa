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
  return withPdf(pdf, ({ pages, draw }) => Array.from({ length: pages }, (_, index) => draw(index, dpi / 72)));
}
