// Turn an open page into its text as the reader gives it, or into its words with their boxes.
import { readingLimits } from '../../model/limits.ts';
import { type PdfEngine, withMemory, withText } from './pdf-engine.ts';
import type { PdfWord } from './pdf-page.ts';

/** In reading order, with the reader's own white space. */
export function pageText(engine: PdfEngine, page: number, index: number): string {
  return withText(engine, page, index, (text) => {
    const count = engine._FPDFText_CountChars(text);
    if (count <= 0) return '';
    return withMemory(engine, (count + 1) * 2, (units) => {
      const length = engine._FPDFText_GetText(text, 0, count, units);
      if (length <= 0) return '';
      const read = new TextDecoder('utf-16le').decode(engine.HEAPU8.subarray(units, units + (length - 1) * 2));
      return hyphenMarks.reduce((words, mark) => words.replaceAll(String.fromCodePoint(mark), '-'), read);
    });
  });
}

/** The reader's own marks for a hyphen at a line's end, which are hyphens again. */
const hyphenMarks: readonly number[] = [0x0002, 0xfffe];

/** Words in the order of the reader; `height` of the page in points. Throws where a page has more characters than are read. */
export function pageWords(engine: PdfEngine, page: number, index: number, height: number): readonly PdfWord[] {
  return withText(engine, page, index, (text) => {
    const count = engine._FPDFText_CountChars(text);
    if (count > readingLimits.characters)
      throw new Error(`page ${index + 1} has ${count} characters, and ${readingLimits.characters} are read`);
    const place = placing(engine, page, height);
    return withMemory(engine, 32, (box) => {
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
        open ??= { text: '', left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
        open.text += character;
        if (engine._FPDFText_GetCharBox(text, i, box, box + 8, box + 16, box + 24) === 0) continue;
        const [left = 0, right = 0, bottom = 0, top = 0] = engine.HEAPF64.subarray(box / 8, box / 8 + 4);
        reachTo(open, place(left, top));
        reachTo(open, place(right, bottom));
      }
      if (open) words.push(closed(open));
      return words;
    });
  });
}

/** Characters without a meaning are none; a hyphen at a line's end is a soft one, which may only part the word there. */
function characterOf(code: number): string | undefined {
  if (hyphenMarks.includes(code)) return '\u00ad';
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** A word that may go on: every character reaches further. */
interface Open {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Point = readonly [x: number, y: number];

function reachTo(open: Open, [x, y]: Point): void {
  open.left = Math.min(open.left, x);
  open.right = Math.max(open.right, x);
  open.top = Math.min(open.top, y);
  open.bottom = Math.max(open.bottom, y);
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
  const [origin, right, up] = withMemory(engine, 8, (device) => {
    const point = (x: number, y: number): Point => {
      engine._FPDF_PageToDevice(page, 0, 0, Math.round(width * fine), Math.round(height * fine), 0, x, y, device, device + 4);
      return [(engine.HEAP32[device / 4] ?? 0) / fine, (engine.HEAP32[device / 4 + 1] ?? 0) / fine];
    };
    return [point(0, 0), point(span, 0), point(0, span)] as const;
  });
  const slope = (to: Point, axis: 0 | 1) => (to[axis] - origin[axis]) / span;
  return (x, y) => [origin[0] + x * slope(right, 0) + y * slope(up, 0), origin[1] + x * slope(right, 1) + y * slope(up, 1)];
}
