// Turn the bytes of a font file, of whatever container, into the tables of one face, or into what is to be done instead.
import { inflateSync } from 'node:zlib';

/** A font file that cannot be used, in words that say why; `hint` says what to do. */
export class FaceError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** The tables of one face. */
export interface Sfnt {
  /** By tag, views into the file or unpacked. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  /** Whether the file is the face as it stands; a face out of a collection or of a packed file is to be written anew. */
  readonly plain: boolean;
}

/** No table of a face is larger, unpacked. */
const largestTable = 64_000_000;
const damaged = (what: string): FaceError => new FaceError(`the file is damaged: ${what}`, 'take the file from its maker again');
const other = 'take the TrueType file (.ttf) of the family; most makers give both';

/** `face` chooses one of a collection, counted from 1. Throws a `FaceError`. */
export function openSfnt(bytes: Uint8Array, face?: number): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw new FaceError('the file is no font', other);
  const kind = tagAt(bytes, 0);
  if (kind === 'wOF2')
    throw new FaceError('the file is a WOFF2 font, packed for the web', `${other}, or unpack it: woff2_decompress <file>.woff2`);
  const start = kind === 'ttcf' ? memberOf(view, face) : 0;
  if (kind !== 'ttcf' && face !== undefined && face !== 1)
    throw new FaceError(`the file holds one face, and face ${face} was asked for`, 'leave --face out');
  const version = kind === 'wOFF' ? tagAt(bytes, 4) : tagAt(bytes, start);
  const numbered = version === '\0\x01\0\0' || version === 'true';
  if (version === 'OTTO')
    throw new FaceError(
      'the outlines of the font are PostScript (CFF), and only TrueType outlines are set',
      `${other}, or convert it where its licence allows: fonttools (otf2ttf) or FontForge do`,
    );
  if (!numbered) throw new FaceError('the file is no font', other);
  const tables = kind === 'wOFF' ? unpackedTables(bytes, view) : plainTables(bytes, view, start);
  if (tables.has('fvar'))
    throw new FaceError(
      `the font is variable (${axesOf(tables).join(', ')}), and faces have one weight each`,
      'take the static files of the family, or make one for each weight: fonttools varLib.instancer <file>.ttf wght=400',
    );
  if (!tables.has('glyf') && (tables.has('CBDT') || tables.has('sbix') || tables.has('EBDT')))
    throw new FaceError('the font has pictures instead of outlines', 'take a font with TrueType outlines');
  for (const tag of ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'loca', 'glyf', 'OS/2', 'post', 'name'])
    if (!tables.has(tag)) throw damaged(`it has no table ${tag.trim()}`);
  return { tables, plain: kind !== 'wOFF' && kind !== 'ttcf' };
}

const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Where a member of a collection begins. */
function memberOf(view: DataView, face: number | undefined): number {
  const count = view.getUint32(8);
  if (face === undefined || face < 1 || face > count)
    throw new FaceError(`the file is a collection of ${count} faces`, `say which one is meant: --face 1 to --face ${count}`);
  if (12 + 4 * face > view.byteLength) throw damaged('its list of faces is cut off');
  const start = view.getUint32(8 + 4 * face);
  if (start + 12 > view.byteLength) throw damaged(`face ${face} lies beyond its end`);
  return start;
}

function plainTables(bytes: Uint8Array, view: DataView, start: number): ReadonlyMap<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(start + 4);
  if (start + 12 + 16 * count > bytes.length) throw damaged('its list of tables is cut off');
  for (let entry = start + 12; entry < start + 12 + 16 * count; entry += 16) {
    const [from, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (from + length > bytes.length) throw damaged(`table ${tagAt(bytes, entry).trim()} lies beyond its end`);
    tables.set(tagAt(bytes, entry), bytes.subarray(from, from + length));
  }
  return tables;
}

/** Tables of a WOFF file of the first kind, each packed by itself. */
function unpackedTables(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(12);
  if (44 + 20 * count > bytes.length) throw damaged('its list of tables is cut off');
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    const tag = tagAt(bytes, entry);
    const [from, packed, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (from + packed > bytes.length || length > largestTable) throw damaged(`table ${tag.trim()} lies beyond its end`);
    const held = bytes.subarray(from, from + packed);
    tables.set(tag, packed < length ? inflated(held, length, tag) : held);
  }
  return tables;
}

function inflated(packed: Uint8Array, length: number, tag: string): Uint8Array {
  try {
    const table = inflateSync(packed, { maxOutputLength: length });
    if (table.length === length) return new Uint8Array(table.buffer, table.byteOffset, table.length);
  } catch {
    // Said below, as a wrong length is.
  }
  throw damaged(`table ${tag.trim()} cannot be unpacked`);
}

/** Axes of a variable font with their ends: `wght 200–900`. */
function axesOf(tables: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const table = tables.get('fvar');
  if (!table || table.length < 16) return [];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const [first, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)];
  const axes: string[] = [];
  for (let axis = 0; axis < Math.min(count, 16) && first + axis * size + 16 <= table.length; axis++) {
    const at = first + axis * size;
    axes.push(`${tagAt(table, at)} ${view.getInt32(at + 4) / 65536}–${view.getInt32(at + 12) / 65536}`);
  }
  return axes;
}
