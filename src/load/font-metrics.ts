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

/** The numbers of a packed field, in order: unpacked in one go, since there are a hundred thousand in a set of faces. */
function unpack(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  const numbers = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    value |= (byte & 127) << shift;
    if (byte < 128) {
      numbers[count++] = value;
      value = 0;
      shift = 0;
    } else shift += 7;
  }
  return numbers.subarray(0, count);
}

/** A number whose lowest bit is the sign. */
const signed = (value: number): number => (value & 1 ? -((value + 1) >>> 1) : value >>> 1);

/**
 * Decodes a metrics file; its look-ups are table reads, safe in the innermost loop. A table is unpacked when it is first read: a release
 * is set in a few of its faces. Throws when a field is not of its kind.
 */
export function decodeFontMetrics(json: string): FontMetrics {
  const { cmap, advances, kern, ligatures, ...face } = JSON.parse(json) as CompiledMetrics;
  for (const packed of [cmap, advances, kern.left, kern.right, kern.values])
    if (typeof packed !== 'string') throw new TypeError('a packed field is missing');
  const replaced = new Map(ligatures.map((sequence) => [sequence.slice(0, -1).join(), sequence.at(-1) ?? 0]));
  let pages: ReturnType<typeof decodeCmap> | undefined;
  let widths: Uint16Array | undefined;
  let kerns: ReturnType<typeof decodeKerns> | undefined;
  return {
    ...face,
    glyph(codePoint) {
      pages ??= decodeCmap(cmap);
      return pages[codePoint >> 8]?.[codePoint & 255] ?? 0;
    },
    advance(glyph) {
      widths ??= decodeAdvances(advances, face.glyphCount);
      return widths[glyph] ?? 0;
    },
    kern(first, second) {
      kerns ??= decodeKerns(kern, face.glyphCount);
      const row = kerns.left[first] ?? 0;
      const column = kerns.right[second] ?? 0;
      return row && column ? (kerns.values[(row - 1) * kern.columns + column - 1] ?? 0) : 0;
    },
    ligature: (glyphs) => replaced.get(glyphs.join()) ?? 0,
  };
}

const decodeKerns = ({ left, right, values }: CompiledMetrics['kern'], glyphCount: number) => ({
  left: decodeClasses(left, glyphCount),
  right: decodeClasses(right, glyphCount),
  values: decodeRuns(values),
});

/** Pages of 256 code points. */
function decodeCmap(packed: string): readonly (Uint16Array | undefined)[] {
  const pages: (Uint16Array | undefined)[] = [];
  const numbers = unpack(packed);
  let codePoint = 0;
  let glyph = 0;
  for (let i = 0; i < numbers.length; i += 3) {
    codePoint += numbers[i] ?? 0;
    glyph += signed(numbers[i + 2] ?? 0);
    for (const end = codePoint + (numbers[i + 1] ?? 0); codePoint < end; codePoint++) {
      let page = pages[codePoint >> 8];
      if (!page) {
        page = new Uint16Array(256);
        pages[codePoint >> 8] = page;
      }
      page[codePoint & 255] = glyph++;
    }
  }
  return pages;
}

function decodeAdvances(packed: string, count: number): Uint16Array {
  const widths = new Uint16Array(count);
  const numbers = unpack(packed);
  let at = 0;
  let advance = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    const end = at + (numbers[i] ?? 0);
    advance += signed(numbers[i + 1] ?? 0);
    widths.fill(advance, at, end);
    at = end;
  }
  return widths;
}

function decodeClasses(packed: string, count: number): Uint16Array {
  const classes = new Uint16Array(count);
  const numbers = unpack(packed);
  let glyph = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    glyph += numbers[i] ?? 0;
    classes[glyph] = numbers[i + 1] ?? 0;
  }
  return classes;
}

/** Kerns have sixteen bits, as OpenType writes them. */
function decodeRuns(packed: string): Int16Array {
  const numbers = unpack(packed);
  let count = 0;
  for (let i = 0; i < numbers.length; i += 2) count += numbers[i] ?? 0;
  const values = new Int16Array(count);
  let at = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    const end = at + (numbers[i] ?? 0);
    values.fill(signed(numbers[i + 1] ?? 0), at, end);
    at = end;
  }
  return values;
}
