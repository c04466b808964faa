// Turn the tables of a face into what it says of itself: names, sizes, rights, and the glyph of every character.
import type { FontMetrics } from '../../model/font.ts';
import { FaceError } from './open-sfnt.ts';

/** What composition is told of a face, as its tables tell it. */
type Told =
  | 'postScriptName'
  | 'weight'
  | 'italic'
  | 'upem'
  | 'ascent'
  | 'descent'
  | 'capHeight'
  | 'xHeight'
  | 'italicAngle'
  | 'bbox'
  | 'glyphCount';

/** A face as its tables tell it; lengths in font units. */
export interface FaceFacts extends Pick<FontMetrics, Told> {
  /** Family, as the font names itself. */
  readonly familyName: string;
  /** What the font says of its licence, or nothing. */
  readonly licenceText: string;
  /** By glyph id. */
  readonly advances: readonly number[];
  /** Glyph ids by code point, in order of code point; characters without a glyph are left out. */
  readonly glyphs: ReadonlyMap<number, number>;
  /** Embedding rights: OS/2 fsType. */
  readonly rights: number;
}

type Tables = ReadonlyMap<string, Uint8Array>;

/** Throws a `FaceError` for a font without characters, `RangeError` where a table is cut off. */
export function readFace(tables: Tables): FaceFacts {
  const [head, hhea, os2, post] = [
    tableView(tables, 'head'),
    tableView(tables, 'hhea'),
    tableView(tables, 'OS/2'),
    tableView(tables, 'post'),
  ];
  const glyphCount = tableView(tables, 'maxp').getUint16(4);
  const names = namesOf(tables);
  const upem = head.getUint16(18);
  const ascent = hhea.getInt16(4);
  // Older tables end before the heights.
  const heights = os2.getUint16(0) >= 2;
  const italicAngle = post.getInt32(4) / 65536;
  const selection = os2.getUint16(62);
  const postScriptName = (names.get(6) ?? '').replace(/[^\x21-\x7e]|[[\](){}<>/%]/g, '');
  if (postScriptName === '') throw new FaceError('the font has no PostScript name', 'ask its maker for a whole file');
  if (upem < 16 || upem > 16384) throw new FaceError(`the font has ${upem} units to the em`, 'take the file from its maker again');
  return {
    postScriptName,
    familyName: names.get(16) ?? names.get(1) ?? postScriptName,
    licenceText: names.get(13) ?? names.get(14) ?? '',
    weight: os2.getUint16(4),
    italic: (selection & 1) === 1 || (head.getUint16(44) & 2) === 2 || italicAngle !== 0,
    upem,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: heights ? os2.getInt16(88) : ascent,
    xHeight: heights ? os2.getInt16(86) : 0,
    italicAngle,
    bbox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphCount,
    advances: advancesOf(tableView(tables, 'hmtx'), hhea.getUint16(34), glyphCount),
    glyphs: glyphsOf(tableView(tables, 'cmap'), glyphCount),
    rights: os2.getUint16(8),
  };
}

/** A table as numbers; empty when the face has none of that tag. */
export function tableView(tables: Tables, tag: string): DataView {
  const table = tables.get(tag) ?? new Uint8Array(0);
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

function advancesOf(hmtx: DataView, long: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, glyph) => hmtx.getUint16(4 * Math.min(glyph, long - 1)));
}

/** English names of the platform whose texts are UTF-16, by name id; else those of the oldest platform, in its one-byte letters. */
function namesOf(tables: Tables): ReadonlyMap<number, string> {
  const view = tableView(tables, 'name');
  const [count, storage] = [view.getUint16(2), view.getUint16(4)];
  const names = new Map<number, string>();
  const ranks = new Map<number, number>();
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((step) => view.getUint16(at + step)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const rank = platform === 3 ? (language === 0x409 ? 3 : 2) : platform === 0 ? 1 : platform === 1 && language === 0 ? 0.5 : 0;
    if (rank <= (ranks.get(id) ?? 0) || storage + offset + length > view.byteLength) continue;
    let text = '';
    for (let i = 0; i < length; i += platform === 1 ? 1 : 2)
      text += String.fromCharCode(
        platform === 1 ? view.getUint8(storage + offset + i) : i + 1 < length ? view.getUint16(storage + offset + i) : 0,
      );
    ranks.set(id, rank);
    names.set(id, text);
  }
  return names;
}

/** Subtables of Unicode, those of all planes first (platform, encoding). */
const unicodeTables: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

function glyphsOf(cmap: DataView, glyphCount: number): ReadonlyMap<number, number> {
  const offsets = new Map<string, number>();
  for (let i = 0; i < cmap.getUint16(2); i++)
    offsets.set(`${cmap.getUint16(4 + 8 * i)} ${cmap.getUint16(6 + 8 * i)}`, cmap.getUint32(8 + 8 * i));
  for (const [platform, encoding] of unicodeTables) {
    const at = offsets.get(`${platform} ${encoding}`);
    const format = at === undefined ? undefined : cmap.getUint16(at);
    if (at === undefined || (format !== 4 && format !== 12)) continue;
    const pairs = format === 4 ? segments(cmap, at, glyphCount) : groups(cmap, at, glyphCount);
    if (pairs.length > 0) return new Map(pairs.sort(([a], [b]) => a - b));
  }
  throw new FaceError(
    'the font does not say which characters its glyphs are (no Unicode cmap)',
    'take a font of letters, not one of symbols',
  );
}

type Pair = [codePoint: number, glyph: number];

function segments(cmap: DataView, at: number, glyphCount: number): Pair[] {
  const pairs: Pair[] = [];
  const count = cmap.getUint16(at + 6) / 2;
  for (let i = 0; i < count; i++) {
    const end = cmap.getUint16(at + 14 + 2 * i);
    const start = cmap.getUint16(at + 16 + 2 * count + 2 * i);
    const delta = cmap.getUint16(at + 16 + 4 * count + 2 * i);
    const place = at + 16 + 6 * count + 2 * i;
    const range = cmap.getUint16(place);
    for (let code = start; code <= Math.min(end, 0xfffe) && pairs.length < 0x10000; code++) {
      const held = range === 0 ? code : cmap.getUint16(place + range + 2 * (code - start));
      const glyph = range !== 0 && held === 0 ? 0 : (held + delta) & 0xffff;
      if (glyph > 0 && glyph < glyphCount) pairs.push([code, glyph]);
    }
  }
  return pairs;
}

function groups(cmap: DataView, at: number, glyphCount: number): Pair[] {
  const pairs: Pair[] = [];
  const count = cmap.getUint32(at + 12);
  for (let i = 0; i < count; i++) {
    const [start, end, first] = [0, 4, 8].map((step) => cmap.getUint32(at + 16 + 12 * i + step)) as [number, number, number];
    for (let code = start; code <= Math.min(end, 0x10ffff, start + glyphCount) && pairs.length < 0x110000; code++) {
      const glyph = first + code - start;
      if (glyph > 0 && glyph < glyphCount) pairs.push([code, glyph]);
    }
  }
  return pairs;
}
