// Turn chosen glyphs of a face into a small TrueType file: same outlines, renumbered components, own advances, the shorter offsets that fit.
import type { TrueTypeFace } from './truetype-face.ts';

/** One glyph of the new file; its place in the list is its new id. */
export interface SubsetGlyph {
  /** Glyph id in the face. */
  readonly glyph: number;
  /** Advance width in the new file, in font units. */
  readonly advance: number;
}

/** Hinting programs that outlines may call; copied as they are. */
const hintingTables = ['cvt ', 'fpgm', 'prep'] as const;
/** What `head.checkSumAdjustment` is subtracted from (OpenType, `head`). */
const checksumMagic = 0xb1b0afba;

/** Tables begin at fours of bytes, records at pairs, which short offsets count. */
const padded = (length: number): number => (length + 3) & ~3;
const even = (length: number): number => (length + 1) & ~1;
/** Bytes of `glyf` that short offsets reach. */
const mostShortOffset = 0x1fffe;
const nothing = new Uint8Array(0);

/**
 * Writes a TrueType file with exactly these glyphs first, then the parts of composites that are not among them. An id without a glyph has
 * neither outline nor advance. Same input, same bytes.
 */
export function writeTrueType(face: TrueTypeFace, glyphs: readonly (SubsetGlyph | undefined)[]): Uint8Array {
  if (glyphs[0]?.glyph !== 0) throw new Error('a TrueType file starts with .notdef');
  const all = withComponents(face, glyphs);
  const newIds = new Map<number, number>();
  all.forEach((each, id) => {
    if (each && !newIds.has(each.glyph)) newIds.set(each.glyph, id);
  });
  const records = all.map((each) => (each ? renumberComponents(each.record, (part) => newIds.get(part)!) : nothing));
  const glyf = joinRecords(records);
  const longOffsets = glyf.length > mostShortOffset;

  const tables = new Map<string, Uint8Array>();
  for (const tag of hintingTables) {
    const table = face.table(tag);
    if (table) tables.set(tag, table);
  }
  tables.set('glyf', glyf);
  tables.set('loca', offsetsOf(records, longOffsets));
  tables.set('hmtx', horizontalMetrics(face, all));
  tables.set('head', patched(face, 'head', [8, 0, 0], [50, longOffsets ? 1 : 0]));
  tables.set('hhea', patched(face, 'hhea', [34, all.length]));
  tables.set('maxp', patched(face, 'maxp', [4, all.length]));
  return assembleFont(tables);
}

/** A glyph with its record in the face's `glyf`. */
interface Outline extends SubsetGlyph {
  readonly record: Uint8Array;
}

/** The glyphs asked for, then parts of composites that are not among them; nothing prints those alone, so they keep the face's advance. */
function withComponents(face: TrueTypeFace, glyphs: readonly (SubsetGlyph | undefined)[]): readonly (Outline | undefined)[] {
  const outline = ({ glyph, advance }: SubsetGlyph): Outline => ({ glyph, advance, record: face.record(glyph) });
  const all = glyphs.map((each) => each && outline(each));
  const known = new Set(all.map((each) => each?.glyph));
  for (let i = 0; i < all.length; i++) {
    for (const part of componentsOf(all[i]?.record ?? nothing)) {
      if (known.has(part)) continue;
      known.add(part);
      all.push(outline({ glyph: part, advance: face.advance(part) }));
    }
  }
  return all;
}

function joinRecords(records: readonly Uint8Array[]): Uint8Array {
  const glyf = new Uint8Array(records.reduce((sum, record) => sum + even(record.length), 0));
  let at = 0;
  for (const record of records) {
    glyf.set(record, at);
    at += even(record.length);
  }
  return glyf;
}

/** Long offsets are bytes, short ones pairs of them (OpenType, `loca`). */
function offsetsOf(records: readonly Uint8Array[], long: boolean): Uint8Array {
  const loca = new DataView(new ArrayBuffer((long ? 4 : 2) * (records.length + 1)));
  let at = 0;
  records.forEach((record, id) => {
    at += even(record.length);
    if (long) loca.setUint32(4 * (id + 1), at);
    else loca.setUint16(2 * (id + 1), at / 2);
  });
  return new Uint8Array(loca.buffer);
}

function horizontalMetrics(face: TrueTypeFace, glyphs: readonly (SubsetGlyph | undefined)[]): Uint8Array {
  const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((each, id) => {
    if (!each) return;
    hmtx.setUint16(4 * id, each.advance);
    hmtx.setInt16(4 * id + 2, face.leftSideBearing(each.glyph));
  });
  return new Uint8Array(hmtx.buffer);
}

/** A copy of a table with 16-bit values written at offsets. */
function patched(face: TrueTypeFace, tag: string, ...patches: readonly (readonly [offset: number, ...values: number[]])[]): Uint8Array {
  const source = face.table(tag);
  if (!source) throw new Error(`font has no table ${tag}`);
  const copy = source.slice();
  const view = new DataView(copy.buffer);
  for (const [offset, ...values] of patches) {
    values.forEach((value, i) => {
      view.setUint16(offset + 2 * i, value);
    });
  }
  return copy;
}

/** A font file of these tables, in the order of their tags. */
export function assembleFont(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort((a, b) => (a < b ? -1 : 1));
  const start = 12 + 16 * tags.length;
  const file = new Uint8Array([...tables.values()].reduce((sum, table) => sum + padded(table.length), start));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 16 * power);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, 16 * (tags.length - power));
  let at = start;
  let headAt = 0;
  tags.forEach((tag, i) => {
    const table = tables.get(tag)!;
    const entry = 12 + 16 * i;
    file.set(table, at);
    for (let c = 0; c < 4; c++) file[entry + c] = tag.charCodeAt(c);
    view.setUint32(entry + 4, checksum(view, at, padded(table.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    if (tag === 'head') headAt = at;
    at += padded(table.length);
  });
  view.setUint32(headAt + 8, checksumMagic - checksum(view, 0, file.length));
  return file;
}

function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

/** Bits of a component's flags (OpenType, `glyf`, composite glyph description). */
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasTwoByTwo = 0x0080;
/** Bytes before the first component: number of contours and four bounds. */
const headerLength = 10;

/** Offsets of the component glyph ids in a record; none for a simple or empty glyph. */
function componentOffsets(record: Uint8Array): readonly number[] {
  if (record.length < headerLength) return [];
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (view.getInt16(0) >= 0) return [];
  const offsets: number[] = [];
  let at = headerLength;
  let flags: number;
  do {
    flags = view.getUint16(at);
    offsets.push(at + 2);
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    if (flags & hasScale) at += 2;
    else if (flags & hasTwoScales) at += 4;
    else if (flags & hasTwoByTwo) at += 8;
  } while (flags & moreComponents);
  return offsets;
}

/** The glyphs that a composite glyph is made of, in order. */
export function componentsOf(record: Uint8Array): readonly number[] {
  return componentOffsets(record).map((at) => (record[at]! << 8) | record[at + 1]!);
}

/** A copy of the record whose components have new ids; simple glyphs come back as they are. */
function renumberComponents(record: Uint8Array, newId: (glyph: number) => number): Uint8Array {
  const offsets = componentOffsets(record);
  if (offsets.length === 0) return record;
  const copy = record.slice();
  for (const at of offsets) {
    const id = newId((record[at]! << 8) | record[at + 1]!);
    copy[at] = id >> 8;
    copy[at + 1] = id & 0xff;
  }
  return copy;
}
