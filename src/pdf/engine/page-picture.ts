// Turn an open page into its picture for a screen: grey where it has no colour, else red, green and blue.
import { type PdfEngine, withMemory } from './pdf-engine.ts';

/** One page, row by row, a byte for each channel of a pixel. */
export interface PagePicture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** FPDF_ANNOT: with what stands on the page besides its content. */
const flags = 0x01;
/** FPDFBitmap_BGRx. */
const colour = 3;
const white = 0xffffffff;

/** Draws into `width` × `height` pixels. `index` of the page is for messages. Throws where memory does not suffice. */
export function drawPicture(engine: PdfEngine, page: number, index: number, width: number, height: number): PagePicture {
  return withMemory(engine, width * height * 4, (data) => {
    const bitmap = engine._FPDFBitmap_CreateEx(width, height, colour, data, width * 4);
    if (bitmap === 0) throw new Error(`page ${index + 1} cannot be drawn`);
    try {
      engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
      return packed(engine.HEAPU8.subarray(data, data + width * height * 4), width, height);
    } finally {
      engine._FPDFBitmap_Destroy(bitmap);
    }
  });
}

function packed(pixels: Uint8Array, width: number, height: number): PagePicture {
  const channels = isGrey(pixels) ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let at = 0, to = 0; at < pixels.length; at += 4) {
    if (channels === 3) {
      data[to++] = pixels[at + 2]!;
      data[to++] = pixels[at + 1]!;
    }
    data[to++] = pixels[at]!;
  }
  return { width, height, channels, data };
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}
