// Turn a PNG file into pixels of 8 bits: grey or sRGB, and how much each covers.
import { deflateSync, inflateSync } from 'node:zlib';
import type { Picture, Pixels } from '../../model/picture.ts';
import { PictureFault, refuseProfile, refuseSize } from './picture-fault.ts';

/** Samples of a pixel by colour type (PNG 11.2.2). */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const deflating = { level: 9, memLevel: 9 };
/** Largest profile of colours, unpacked. */
const mostProfile = 4 * 1024 * 1024;
const broken = 'export it again from the program that made it';

/** What its chunks say. */
interface Chunks {
  readonly header: Buffer;
  readonly palette: Buffer;
  readonly transparency: Buffer | undefined;
  readonly data: Buffer;
}

export function readPng(file: Buffer): Pick<Picture, 'width' | 'height' | 'shown'> {
  const { header, palette, transparency, data } = chunksOf(file);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits = 0, colour = 0, , , interlace] = header.subarray(8);
  refuseSize(width, height);
  const samples = samplesOf[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(bits)) throw new PictureFault('is no PNG that can be read', broken);
  if (bits === 16) throw new PictureFault('has 16 bits a colour', 'save it with 8 bits a colour');
  if (interlace !== 0) throw new PictureFault('is interlaced', 'save it without interlacing');
  const bytesPerRow = Math.ceil((width * samples * bits) / 8);
  const rows = unfiltered(unpacked(data, height * (bytesPerRow + 1)), height, bytesPerRow, Math.max(1, (samples * bits) / 8));
  const values = bits === 8 ? rows : spread(rows, width, height, bits, colour === 3);
  return { width, height, shown: pixelsOf(values, width * height, colour, bits, palette, transparency) };
}

function chunksOf(file: Buffer): Chunks {
  const found = new Map<string, Buffer>();
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > file.length) throw new PictureFault('ends in the middle', broken);
    const content = file.subarray(at + 8, at + 8 + length);
    if (type === 'IDAT') data.push(content);
    else if (!found.has(type)) found.set(type, content);
    if (type === 'IEND') break;
    at += 12 + length;
  }
  const header = found.get('IHDR');
  if (header?.length !== 13 || data.length === 0 || !found.has('IEND')) throw new PictureFault('ends in the middle', broken);
  if (found.has('acTL')) throw new PictureFault('is animated', 'save one frame of it');
  const profile = found.get('iCCP');
  if (profile) refuseProfile(profileOf(profile));
  return { header, palette: found.get('PLTE') ?? Buffer.alloc(0), transparency: found.get('tRNS'), data: Buffer.concat(data) };
}

/** Its name, a zero, its way of packing, the profile. */
function profileOf(chunk: Buffer): Buffer {
  try {
    return inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: mostProfile });
  } catch {
    throw new PictureFault('has a profile of colours that cannot be read', broken);
  }
}

function unpacked(data: Buffer, length: number): Buffer {
  try {
    const bytes = inflateSync(data, { maxOutputLength: length });
    if (bytes.length === length) return bytes;
  } catch {
    // Told below, whatever zlib says.
  }
  throw new PictureFault('has other pixels than its size says', broken);
}

/** Rows without their filters (PNG 9.2); `step` is the bytes from a pixel to the next. */
function unfiltered(packed: Buffer, height: number, bytesPerRow: number, step: number): Buffer {
  const rows = Buffer.alloc(height * bytesPerRow);
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (bytesPerRow + 1)] ?? 0;
    if (filter > 4) throw new PictureFault('has rows that cannot be read', broken);
    const from = row * (bytesPerRow + 1) + 1;
    const to = row * bytesPerRow;
    for (let at = 0; at < bytesPerRow; at++) {
      const left = at >= step ? rows[to + at - step]! : 0;
      const up = row > 0 ? rows[to + at - bytesPerRow]! : 0;
      let added = 0;
      if (filter === 1) added = left;
      else if (filter === 2) added = up;
      else if (filter === 3) added = (left + up) >> 1;
      else if (filter === 4) added = paeth(left, up, row > 0 && at >= step ? rows[to + at - bytesPerRow - step]! : 0);
      rows[to + at] = packed[from + at]! + added;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Samples of fewer bits, a byte each: numbers of a palette as they are, greys from 0 to 255. */
function spread(rows: Buffer, width: number, height: number, bits: number, numbers: boolean): Buffer {
  const bytesPerRow = Math.ceil((width * bits) / 8);
  const most = 2 ** bits - 1;
  const values = Buffer.alloc(width * height);
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      const value = (rows[row * bytesPerRow + (bit >> 3)]! >> (8 - bits - (bit & 7))) & most;
      values[row * width + x] = numbers ? value : (value * 255) / most;
    }
  }
  return values;
}

function pixelsOf(values: Buffer, count: number, colour: number, bits: number, palette: Buffer, clear: Buffer | undefined): Pixels {
  const components = colour === 0 || colour === 4 ? 1 : 3;
  const samples = samplesOf[colour]!;
  const data = Buffer.alloc(count * components);
  const alpha = Buffer.alloc(count, 255);
  // One colour of a file without alpha may stand for nothing.
  const key = (place: number) => clear && clear.length >= 2 * place + 2 && (clear.readUInt16BE(2 * place) * 255) / (2 ** bits - 1);
  const keys = colour === 0 ? [key(0)] : colour === 2 ? [key(0), key(1), key(2)] : [];
  for (let pixel = 0; pixel < count; pixel++) {
    const from = pixel * samples;
    if (colour === 3) {
      const number = values[from]!;
      if (3 * number + 2 >= palette.length) throw new PictureFault('names colours that its palette does not have', broken);
      palette.copy(data, 3 * pixel, 3 * number, 3 * number + 3);
      alpha[pixel] = clear?.[number] ?? 255;
      continue;
    }
    for (let each = 0; each < components; each++) data[pixel * components + each] = values[from + each]!;
    if (colour === 4 || colour === 6) alpha[pixel] = values[from + components]!;
    else if (clear && keys.every((value, each) => value === values[from + each])) alpha[pixel] = 0;
  }
  const covers = alpha.every((value) => value === 255);
  const packed = (bytes: Buffer): string => deflateSync(bytes, deflating).toString('base64');
  return { kind: 'pixels', components, filter: 'FlateDecode', data: packed(data), ...(covers ? {} : { alpha: packed(alpha) }) };
}
