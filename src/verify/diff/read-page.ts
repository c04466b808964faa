// Turn one page of an open PDF into its size, its words with their boxes, and its image.

import { readingLimits } from '../../model/limits.ts';
import type { Bitmap } from '../rasterise.ts';
import { allocate, type PdfEngine } from './pdf-engine.ts';
import type { PdfPage, PdfWord } from './version.ts';

export function readPage(engine: PdfEngine, document: number, index: number, dpi: number): PdfPage {
  const page = engine._FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`page ${index + 1} is damaged`);
  try {
    const [width, height] = [engine._FPDF_GetPageWidthF(page), engine._FPDF_GetPageHeightF(page)];
    if (!(width > 0 && height > 0)) throw new Error(`page ${index + 1} has no size`);
    const words = readWords(engine, page, index, height);
    const wanted = dpi / 72;
    const most = Math.sqrt(readingLimits.pagePixels / (width * height));
    const scale = Math.min(wanted, most);
    const bitmap = draw(engine, page, index, [pixels(width * scale), pixels(height * scale)]);
    return { width, height, words, bitmap, ...(scale < wanted ? { reducedTo: scale * 72 } : {}) };
  } finally {
    engine._FPDF_ClosePage(page);
  }
}

/** Edge of a bitmap; a sliver of a page still has a pixel, and no edge is longer than the pixels that a page may have. */
const pixels = (length: number): number => Math.min(readingLimits.pagePixels, Math.max(1, Math.round(length)));

/** FPDFBitmap_Gray; FPDF_ANNOT, FPDF_GRAYSCALE: as the page looks, without colour. */
const grey = 1;
const flags = 0x01 | 0x08;

function draw(engine: PdfEngine, page: number, index: number, [width, height]: readonly [number, number]): Bitmap {
  if (width * height > readingLimits.pagePixels * 1.1) throw new Error(`page ${index + 1} is too long and narrow to be drawn`);
  const data = allocate(engine, width * height);
  const bitmap = engine._FPDFBitmap_CreateEx(width, height, grey, data, width);
  try {
    if (bitmap === 0) throw new Error(`page ${index + 1} cannot be drawn`);
    engine._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    engine._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
    return { width, height, data: engine.HEAPU8.slice(data, data + width * height) };
  } finally {
    if (bitmap !== 0) engine._FPDFBitmap_Destroy(bitmap);
    engine.wasmExports.free(data);
  }
}

function readWords(engine: PdfEngine, page: number, index: number, height: number): readonly PdfWord[] {
  const text = engine._FPDFText_LoadPage(page);
  if (text === 0) throw new Error(`the text of page ${index + 1} is damaged`);
  const box = allocate(engine, 32);
  try {
    const count = engine._FPDFText_CountChars(text);
    if (count > readingLimits.characters)
      throw new Error(`page ${index + 1} has ${count} characters, and ${readingLimits.characters} are read`);
    const place = placing(engine, page, height);
    const words: PdfWord[] = [];
    let open: Open | undefined;
    for (let i = 0; i < count; i++) {
      const character = characterOf(engine._FPDFText_GetUnicode(text, i));
      if (character === undefined) continue;
      if (character.trim() === '') {
        if (open) words.push(closed(open));
        open = undefined;
        continue;
      }
      const found = engine._FPDFText_GetCharBox(text, i, box, box + 8, box + 16, box + 24) !== 0;
      const [left = 0, right = 0, bottom = 0, top = 0] = found ? engine.HEAPF64.subarray(box / 8, box / 8 + 4) : [];
      open = joinedWord(open, character, found ? [place(left, top), place(right, bottom)] : []);
    }
    if (open) words.push(closed(open));
    return words;
  } finally {
    engine.wasmExports.free(box);
    engine._FPDFText_ClosePage(text);
  }
}

/** The reader's own marks for a hyphen at a line's end are hyphens again; characters without a meaning are none. */
function characterOf(code: number): string | undefined {
  if (code === 0x02 || code === 0xfffe) return '-';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

interface Open {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

function joinedWord(open: Open | undefined, character: string, corners: readonly Point[]): Open {
  const start = open ?? { text: '', left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    text: start.text + character,
    left: Math.min(start.left, ...xs),
    top: Math.min(start.top, ...ys),
    right: Math.max(start.right, ...xs),
    bottom: Math.max(start.bottom, ...ys),
  };
}

function closed({ text, left, top, right, bottom }: Open): PdfWord {
  if (left > right) return { text, x: 0, y: 0, width: 0, height: 0 };
  return { text, x: left, y: top, width: right - left, height: bottom - top };
}

/** Units of the page to points from its top left corner, whatever its box and rotation: three points of it tell. */
function placing(engine: PdfEngine, page: number, height: number): (x: number, y: number) => Point {
  const width = engine._FPDF_GetPageWidthF(page);
  // Device units are whole numbers: a thousand of them a point are finer than any character box.
  const fine = Math.min(1000, 2 ** 30 / Math.max(width, height, 1));
  const span = 100;
  const device = allocate(engine, 8);
  const point = (x: number, y: number): Point => {
    engine._FPDF_PageToDevice(page, 0, 0, Math.round(width * fine), Math.round(height * fine), 0, x, y, device, device + 4);
    return [(engine.HEAP32[device / 4] ?? 0) / fine, (engine.HEAP32[device / 4 + 1] ?? 0) / fine];
  };
  const [origin, right, up] = [point(0, 0), point(span, 0), point(0, span)];
  engine.wasmExports.free(device);
  const slope = (to: Point, axis: 0 | 1) => (to[axis] - origin[axis]) / span;
  return (x, y) => [origin[0] + x * slope(right, 0) + y * slope(up, 0), origin[1] + x * slope(right, 1) + y * slope(up, 1)];
}
