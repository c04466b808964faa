// Turn the packed rows of a PNG into its samples, 8 bits each, pixel after pixel from the top: filters undone, passes put together.
import { PictureFault } from './picture-fault.ts';

/** What the header says of the samples. */
export interface PngShape {
  readonly width: number;
  readonly height: number;
  /** Of a sample: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  /** Of a pixel. */
  readonly samples: number;
  /** They are numbers of a palette, and stay as they are. */
  readonly numbers: boolean;
  /** Sent in seven passes, from coarse to fine (Adam7). */
  readonly interlaced: boolean;
}

export interface PngSamples {
  readonly values: Buffer;
  /** By pixel, 1 for one of the colour that stands for nothing; absent where there is no such colour. */
  readonly clear?: Uint8Array;
}

/** Every so many pixels across and down, from the first of them: the passes of PNG 8.2. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}
const adam7: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];
const whole: readonly Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }];

/** Pixels of a pass across and down; it has no rows where either is none. */
function sizeOf({ x, y, dx, dy }: Pass, { width, height }: PngShape): { readonly across: number; readonly down: number } {
  const across = Math.max(0, Math.ceil((width - x) / dx));
  return { across, down: across === 0 ? 0 : Math.max(0, Math.ceil((height - y) / dy)) };
}

const bytesOf = (pixels: number, { samples, bits }: PngShape): number => Math.ceil((pixels * samples * bits) / 8);

/** Bytes of all rows with their filters. */
export function packedLength(shape: PngShape): number {
  return passesOf(shape).reduce((sum, pass) => {
    const { across, down } = sizeOf(pass, shape);
    return sum + down * (bytesOf(across, shape) + 1);
  }, 0);
}

const passesOf = ({ interlaced }: PngShape): readonly Pass[] => (interlaced ? adam7 : whole);

/** `key` is the colour that stands for nothing, in samples as the file has them. */
export function readSamples(packed: Buffer, shape: PngShape, key: readonly number[] | undefined): PngSamples {
  const { width, height, bits, samples, interlaced } = shape;
  const step = Math.max(1, (samples * bits) / 8);
  if (!interlaced && bits === 8 && !key) return { values: unfiltered(packed, 0, height, bytesOf(width, shape), step) };
  const values = Buffer.alloc(width * height * samples);
  const clear = key && new Uint8Array(width * height);
  let from = 0;
  for (const pass of passesOf(shape)) {
    const { across, down } = sizeOf(pass, shape);
    const bytesPerRow = bytesOf(across, shape);
    const rows = unfiltered(packed, from, down, bytesPerRow, step);
    from += down * (bytesPerRow + 1);
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        const pixel = (pass.y + row * pass.dy) * width + pass.x + column * pass.dx;
        let matches = key !== undefined;
        for (let each = 0; each < samples; each++) {
          const sample = sampleAt(rows, row * bytesPerRow, column * samples + each, bits);
          values[pixel * samples + each] = shape.numbers ? sample : scaled(sample, bits);
          matches &&= key?.[each] === sample;
        }
        if (clear && matches) clear[pixel] = 1;
      }
    }
  }
  return { values, ...(clear && { clear }) };
}

function sampleAt(rows: Buffer, row: number, index: number, bits: number): number {
  if (bits === 8) return rows[row + index]!;
  if (bits === 16) return rows.readUInt16BE(row + 2 * index);
  const bit = index * bits;
  return (rows[row + (bit >> 3)]! >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
}

/** To 8 bits, the nearest: what a screen or a press shows of 16. */
const scaled = (sample: number, bits: number): number => (bits === 8 ? sample : Math.round((sample * 255) / (2 ** bits - 1)));

/** Rows without their filters (PNG 9.2); `step` is the bytes from a pixel to the next. */
function unfiltered(packed: Buffer, start: number, height: number, bytesPerRow: number, step: number): Buffer {
  const rows = Buffer.alloc(height * bytesPerRow);
  for (let row = 0; row < height; row++) {
    const filter = packed[start + row * (bytesPerRow + 1)] ?? 0;
    if (filter > 4) throw new PictureFault('has rows that cannot be read', 'export it again from the program that made it');
    const from = start + row * (bytesPerRow + 1) + 1;
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
