// Turn a TrueType file into the tables and glyph records that a subset is cut from.
import type { FontFile } from '../../model/sources.ts';

/** A TrueType face opened for cutting. Records are views into the file: never write to them. */
export interface TrueTypeFace {
  /** What it is called in messages: the font's id. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** A table's bytes, or undefined when the font has none of that tag. */
  table(tag: string): Uint8Array | undefined;
  /** The glyph's record in `glyf`; empty for a glyph without outline. */
  record(glyph: number): Uint8Array;
  /** Advance width in font units. */
  advance(glyph: number): number;
  /** Left side bearing in font units. */
  leftSideBearing(glyph: number): number;
}

const faces = new WeakMap<FontFile, TrueTypeFace>();

/** The face of a font file, opened once. */
export function faceOf(font: FontFile): TrueTypeFace {
  let face = faces.get(font);
  if (!face) {
    face = openTrueType(font.data, font.id);
    faces.set(font, face);
  }
  return face;
}

/** Opens a TrueType file with `glyf` outlines. Fonts are vetted when they are loaded, so a fault here is ours: it throws. */
export function openTrueType(file: Uint8Array, name: string): TrueTypeFace {
  // A plain view, even of a Buffer: a Buffer's `slice` would share memory, and records would be renumbered in the font itself.
  const data = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const version = view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) throw new Error(`font ${name} has no TrueType outlines`);

  const directory = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    const offset = view.getUint32(entry + 8);
    directory.set(String.fromCharCode(...data.subarray(entry, entry + 4)), data.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  const need = (tag: string): DataView => {
    const table = directory.get(tag);
    if (!table) throw new Error(`font ${name} has no table ${tag}`);
    return new DataView(table.buffer, table.byteOffset, table.byteLength);
  };

  const head = need('head');
  const loca = need('loca');
  const metrics = need('hmtx');
  const glyf = directory.get('glyf') ?? new Uint8Array();
  const glyphCount = need('maxp').getUint16(4);
  const longMetrics = need('hhea').getUint16(34);
  const longLoca = head.getInt16(50) === 1;
  const offsetOf = (glyph: number): number => (longLoca ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const within = (glyph: number): number => {
    if (!Number.isInteger(glyph) || glyph < 0 || glyph >= glyphCount) throw new Error(`font ${name} has no glyph ${glyph}`);
    return glyph;
  };

  return {
    name,
    unitsPerEm: head.getUint16(18),
    glyphCount,
    table: (tag) => directory.get(tag),
    record: (glyph) => glyf.subarray(offsetOf(within(glyph)), offsetOf(glyph + 1)),
    advance: (glyph) => metrics.getUint16(4 * Math.min(within(glyph), longMetrics - 1)),
    leftSideBearing: (glyph) =>
      within(glyph) < longMetrics ? metrics.getInt16(4 * glyph + 2) : metrics.getInt16(4 * longMetrics + 2 * (glyph - longMetrics)),
  };
}
