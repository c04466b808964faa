// Turn the data of a stream as any program packs it into bytes: deflate, LZW, hexadecimal, base 85, runs; what packs pictures stays as it is.
import { constants, inflateSync } from 'node:zlib';
import { say } from '../../model/say.ts';
import { PdfFault } from './pdf-value.ts';

/** One filter with what it is told. */
export interface StreamFilter {
  /** As the file names it: `FlateDecode`, or short as in inline pictures, `Fl`. */
  readonly name: string;
  /** Numbers of its parameters by key: Predictor, Columns, Colors, BitsPerComponent, EarlyChange. */
  readonly parameter: (key: string) => number | undefined;
}

/** Until a filter that is left: those of pictures, and what nobody knows. Throws `PdfFault` beyond `most` bytes. */
export function unpackFilters(packed: Uint8Array, filters: readonly StreamFilter[], most: number): Uint8Array {
  let data = packed;
  for (const filter of filters) {
    const next = unpackOne(data, filter, most);
    if (!next) return data;
    if (next.length > most) throw new PdfFault(say`a stream has more than ${most} bytes, unpacked`);
    data = next;
  }
  return data;
}

function unpackOne(data: Uint8Array, { name, parameter }: StreamFilter, most: number): Uint8Array | undefined {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return unpredict(inflated(data, most), parameter);
    case 'LZWDecode':
    case 'LZW':
      return unpredict(unpackLzw(data, parameter('EarlyChange') ?? 1, most), parameter);
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(hexDigits(data), 'hex');
    case 'ASCII85Decode':
    case 'A85':
      return unpack85(data);
    case 'RunLengthDecode':
    case 'RL':
      return unpackRuns(data, most);
    default:
      return undefined;
  }
}

/** What was cut off is taken as far as it goes. */
function inflated(data: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    throw new PdfFault(say`a stream cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function hexDigits(data: Uint8Array): string {
  const [digits = ''] = Buffer.from(data).toString('latin1').split('>', 1);
  const plain = digits.replace(/[^0-9A-Fa-f]/g, '');
  return plain.length % 2 === 0 ? plain : `${plain}0`;
}

function unpack85(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    const missing = 5 - group.length;
    const value = [...group, ...new Array<number>(missing).fill(84)].reduce((sum, digit) => sum * 85 + digit, 0);
    for (let k = 0; k < 4 - missing; k++) out.push(Math.floor(value / 256 ** (3 - k)) % 256);
    group = [];
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75 && group.push(byte - 0x21) === 5) flush();
  }
  if (group.length > 1) flush();
  return Uint8Array.from(out);
}

function unpackRuns(data: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < data.length && data[at] !== 128; ) {
    const length = data[at]!;
    const part = length < 128 ? data.subarray(at + 1, at + 2 + length) : new Uint8Array(257 - length).fill(data[at + 1] ?? 0);
    size += part.length;
    if (size > most) throw new PdfFault(say`a stream has more than ${most} bytes, unpacked`);
    parts.push(part);
    at += length < 128 ? length + 2 : 2;
  }
  return Buffer.concat(parts);
}

/** Codes of 9 to 12 bits: 256 begins a table anew, 257 ends the data (ISO 32000-1, 7.4.4). */
function unpackLzw(data: Uint8Array, early: number, most: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let table: Uint8Array[] = [];
  let previous: Uint8Array | undefined;
  let [size, width, bits, held] = [0, 9, 0, 0];
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    held &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      [table, previous, width] = [[], undefined, 9];
      continue;
    }
    const known = code < 256 ? Uint8Array.of(code) : table[code - 258];
    const entry = known ?? (previous && Uint8Array.of(...previous, previous[0]!));
    if (!entry || entry.length > 4096) throw new PdfFault('a stream packed by LZW is damaged');
    size += entry.length;
    if (size > most) throw new PdfFault(say`a stream has more than ${most} bytes, unpacked`);
    parts.push(entry);
    if (previous && table.length < 4096 - 258) table.push(Uint8Array.of(...previous, entry[0]!));
    previous = entry;
    const next = table.length + 258 + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Buffer.concat(parts);
}

/** Undoes PNG's predictors and TIFF's of whole bytes (ISO 32000-1, 7.4.4.4). */
function unpredict(data: Uint8Array, parameter: StreamFilter['parameter']): Uint8Array {
  const predictor = parameter('Predictor') ?? 1;
  if (predictor < 2) return data;
  const bits = (parameter('Colors') ?? 1) * (parameter('BitsPerComponent') ?? 8);
  const [pixel, columns] = [Math.max(1, bits >> 3), Math.ceil((bits * (parameter('Columns') ?? 1)) / 8)];
  if (!(columns > 0 && columns < 1e7)) throw new PdfFault('a stream has rows of an unknown length');
  if (predictor === 2) {
    const out = Uint8Array.from(data);
    for (let i = 0; i < out.length; i++) if (i % columns >= pixel) out[i] = out[i]! + out[i - pixel]!;
    return out;
  }
  const rows = Math.ceil(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)]!;
    for (let i = 0; i < columns; i++) {
      const at = row * columns + i;
      const left = i >= pixel ? out[at - pixel]! : 0;
      const up = row > 0 ? out[at - columns]! : 0;
      const corner = row > 0 && i >= pixel ? out[at - columns - pixel]! : 0;
      out[at] = (data[row * (columns + 1) + 1 + i] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
