// Turn a compiled metrics file into the numbers that composition asks for, without opening the font.
import type { FontMetrics } from '../model/font.ts';

/** A file of fonts/metrics, as written by fonts:compile. Packed fields are numbers in groups of seven bits, in base64. */
interface CompiledMetrics extends Omit<FontMetrics, 'glyph' | 'advance' | 'kern' | 'ligature'> {
  /** Runs of code points: gap, length, step of the first glyph. */
  readonly cmap: string;
  /** Runs of glyphs: length, step of the advance. */
  readonly advances: string;
  /** Classes of glyphs (step of the glyph id, class) and runs of the matrix of values. */
  readonly kern: { readonly left: string; readonly right: string; readonly columns: number; readonly values: string };
  /** Component glyphs, the replacing glyph last. */
  readonly ligatures: readonly (readonly number[])[];
}

/** Reads packed numbers in order. */
class Unpacker {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(base64: string) {
    this.#bytes = Buffer.from(base64, 'base64');
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  /** A number whose lowest bit is the sign. */
  nextSigned(): number {
    const value = this.next();
    return value & 1 ? -((value + 1) >>> 1) : value >>> 1;
  }
}

/** Decodes a metrics file; its look-ups are table reads, safe in the innermost loop. */
export function decodeFontMetrics(json: string): FontMetrics {
  const { cmap, advances, kern, ligatures, ...face } = JSON.parse(json) as CompiledMetrics;
  const pages = decodeCmap(cmap);
  const widths = decodeAdvances(advances, face.glyphCount);
  const left = decodeClasses(kern.left, face.glyphCount);
  const right = decodeClasses(kern.right, face.glyphCount);
  const values = decodeRuns(kern.values);
  const replaced = new Map(ligatures.map((sequence) => [sequence.slice(0, -1).join(), sequence.at(-1) ?? 0]));
  return {
    ...face,
    glyph: (codePoint) => pages[codePoint >> 8]?.[codePoint & 255] ?? 0,
    advance: (glyph) => widths[glyph] ?? 0,
    kern: (first, second) => {
      const row = left[first] ?? 0;
      const column = right[second] ?? 0;
      return row && column ? (values[(row - 1) * kern.columns + column - 1] ?? 0) : 0;
    },
    ligature: (glyphs) => replaced.get(glyphs.join()) ?? 0,
  };
}

/** Pages of 256 code points. */
function decodeCmap(packed: string): readonly (Uint16Array | undefined)[] {
  const pages: (Uint16Array | undefined)[] = [];
  const from = new Unpacker(packed);
  let codePoint = 0;
  let glyph = 0;
  while (!from.done) {
    codePoint += from.next();
    let length = from.next();
    glyph += from.nextSigned();
    for (; length > 0; length--) {
      let page = pages[codePoint >> 8];
      if (!page) {
        page = new Uint16Array(256);
        pages[codePoint >> 8] = page;
      }
      page[codePoint++ & 255] = glyph++;
    }
  }
  return pages;
}

function decodeAdvances(packed: string, count: number): Uint16Array {
  const widths = new Uint16Array(count);
  const from = new Unpacker(packed);
  let at = 0;
  let advance = 0;
  while (!from.done) {
    const length = from.next();
    advance += from.nextSigned();
    widths.fill(advance, at, at + length);
    at += length;
  }
  return widths;
}

function decodeClasses(packed: string, count: number): Uint16Array {
  const classes = new Uint16Array(count);
  const from = new Unpacker(packed);
  let glyph = 0;
  while (!from.done) {
    glyph += from.next();
    classes[glyph] = from.next();
  }
  return classes;
}

function decodeRuns(packed: string): readonly number[] {
  const values: number[] = [];
  const from = new Unpacker(packed);
  while (!from.done) {
    let length = from.next();
    const value = from.nextSigned();
    for (; length > 0; length--) values.push(value);
  }
  return values;
}
