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
/** FPDFBitmap_Gray, FPDFBitmap_BGRx. */
const [grey, colour] = [1, 3] as const;
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

/**
 * Its colours without their lightness, one plane for blue and one below it for red: how far each is from the lightness, 128 for none.
 * Undefined for a page that has none. `index` of the page is for messages. Throws where memory does not suffice.
 */
export function drawColours(engine: PdfEngine, page: number, index: number, width: number, height: number): Bitmap | undefined {
  return withMemory(engine, width * height * 4, (data) => {
    const bitmap = engine._FPDFBitmap_CreateEx(width, height, colour, data, width * 4);
    if (bitmap === 0) throw new Error(`page ${index + 1} cannot be drawn`);
    try {
      engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags & ~0x08);
      return coloursOf(engine.HEAPU8.subarray(data, data + width * height * 4), width, height);
    } finally {
      engine._FPDFBitmap_Destroy(bitmap);
    }
  });
}

function coloursOf(pixels: Uint8Array, width: number, height: number): Bitmap | undefined {
  const planes = new Uint8Array(2 * width * height).fill(128);
  let found = false;
  for (let i = 0, at = 0; i < width * height; i++, at += 4) {
    const [blue, green, red] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    if (blue === green && green === red) continue;
    found = true;
    const lightness = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes[i] = 128 + Math.round((blue - lightness) / 2);
    planes[i + width * height] = 128 + Math.round((red - lightness) / 2);
  }
  return found ? { width, height, data: planes } : undefined;
}
