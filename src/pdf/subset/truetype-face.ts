// Turn a TrueType file into the tables and glyph records that a subset is cut from.
import type { FontFile } from '../../model/sources.ts';

/** A font file as far as it is cut: any range of its bytes. */
export type FontBytes = Pick<FontFile, 'bytes'>;

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
    face = openTrueType(font, font.id);
    faces.set(font, face);
  }
  return face;
}

/**
 * Opens a TrueType file with `glyf` outlines, of which only the tables and records that are asked for are read. Fonts are vetted when they
 * are loaded, so a fault here is ours: it throws.
 */
export function openTrueType(file: FontBytes | Uint8Array, name: string): TrueTypeFace {
  const bytes = file instanceof Uint8Array ? rangesOf(file) : file.bytes;
  const header = viewOf(bytes(0, 12));
  const version = header.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) throw new Error(`font ${name} has no TrueType outlines`);

  const directory = new Map<string, { readonly from: number; readonly to: number }>();
  const entries = bytes(12, 12 + 16 * header.getUint16(4));
  for (let entry = 0; entry < entries.length; entry += 16) {
    const from = viewOf(entries).getUint32(entry + 8);
    directory.set(String.fromCharCode(...entries.subarray(entry, entry + 4)), { from, to: from + viewOf(entries).getUint32(entry + 12) });
  }
  const tables = new Map<string, Uint8Array>();
  const tableOf = (tag: string): Uint8Array | undefined => {
    const place = directory.get(tag);
    const table = tables.get(tag) ?? (place && bytes(place.from, place.to));
    if (table) tables.set(tag, table);
    return table;
  };
  const need = (tag: string): DataView => {
    const table = tableOf(tag);
    if (!table) throw new Error(`font ${name} has no table ${tag}`);
    return viewOf(table);
  };

  const head = need('head');
  const loca = need('loca');
  const metrics = need('hmtx');
  const glyf = directory.get('glyf')?.from ?? 0;
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
    table: tableOf,
    record: (glyph) => bytes(glyf + offsetOf(within(glyph)), glyf + offsetOf(glyph + 1)),
    advance: (glyph) => metrics.getUint16(4 * Math.min(within(glyph), longMetrics - 1)),
    leftSideBearing: (glyph) =>
      within(glyph) < longMetrics ? metrics.getInt16(4 * glyph + 2) : metrics.getInt16(4 * longMetrics + 2 * (glyph - longMetrics)),
  };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Plain views, even of a Buffer: a Buffer's `slice` would share memory, and records would be renumbered in the font itself. */
function rangesOf(file: Uint8Array): FontBytes['bytes'] {
  const data = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  return (from, to) => data.subarray(from, to);
}
