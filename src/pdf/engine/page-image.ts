// Turn an open page into its image: grey, one byte a pixel, the same on every machine.
import { type PdfEngine, withMemory } from './pdf-engine.ts';

/** One page as 8-bit grey, row by row. */
export interface Bitmap {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** FPDF_ANNOT, FPDF_GRAYSCALE: as the page looks, without colour. */
const flags = 0x01 | 0x08;
/** FPDFBitmap_Gray. */
const grey = 1;
const white = 0xffffffff;

/** Draws into `width` × `height` pixels. `index` of the page is for messages. Throws where memory does not suffice. */
export function drawPage(engine: PdfEngine, page: number, index: number, width: number, height: number): Bitmap {
  return withMemory(engine, width * height, (data) => {
    const bitmap = engine._FPDFBitmap_CreateEx(width, height, grey, data, width);
    if (bitmap === 0) throw new Error(`page ${index + 1} cannot be drawn`);
    try {
      engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
      return { width, height, data: engine.HEAPU8.slice(data, data + width * height) };
    } finally {
      engine._FPDFBitmap_Destroy(bitmap);
    }
  });
}
