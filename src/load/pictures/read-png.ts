// Turn a PNG file into pixels of 8 bits: grey or sRGB, and how much each covers.
import { deflateSync, inflateSync } from 'node:zlib';
import type { Picture, Pixels } from '../../model/picture.ts';
import { PictureFault, refuseProfile, refuseSize } from './picture-fault.ts';
import { packedLength, readSamples } from './png-samples.ts';

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
  const shape = { width, height, bits, samples, numbers: colour === 3, interlaced: interlace !== 0 };
  const keyed = (colour === 0 || colour === 2) && transparency && transparency.length >= 2 * samples;
  const key = keyed ? Array.from({ length: samples }, (_, each) => transparency.readUInt16BE(2 * each)) : undefined;
  const { values, clear } = readSamples(unpacked(data, packedLength(shape)), shape, key);
  return { width, height, shown: pixelsOf(values, width * height, colour, palette, colour === 3 ? transparency : clear) };
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

/** `clear` says of the entries of a palette how much each covers, of all other pixels which stand for nothing. */
function pixelsOf(values: Buffer, count: number, colour: number, palette: Buffer, clear: Uint8Array | undefined): Pixels {
  const components = colour === 0 || colour === 4 ? 1 : 3;
  const samples = samplesOf[colour]!;
  const data = Buffer.alloc(count * components);
  const alpha = Buffer.alloc(count, 255);
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
    else if (clear?.[pixel]) alpha[pixel] = 0;
  }
  const covers = alpha.every((value) => value === 255);
  const packed = (bytes: Buffer): string => deflateSync(bytes, deflating).toString('base64');
  return { kind: 'pixels', components, filter: 'FlateDecode', data: packed(data), ...(covers ? {} : { alpha: packed(alpha) }) };
}
