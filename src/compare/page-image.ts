// Turn bitmaps into PNG files and back, and a difference into a picture with its regions boxed.
import { PNG } from 'pngjs';
import { buildLimits } from '../model/limits.ts';
import type { Bitmap } from '../pdf/engine/page-image.ts';
import type { Region } from './compare-pages.ts';

/** A grey PNG, deterministic for one zlib. */
export function encodePng({ width, height, data }: Bitmap): Buffer {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
  png.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0, deflateLevel: 9 });
}

/** A picture that is not read. The message goes on from its name. */
export class UnreadablePicture extends Error {}

/** Reads a PNG back as grey (red channel: our images have no colour). Throws `UnreadablePicture` for what is broken, or is none of ours. */
export function decodePng(file: Uint8Array): Bitmap {
  const { width, height, data } = decoded(Buffer.from(file));
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = data[i * 4] as number;
  return { width, height, data: grey };
}

/** Its size is asked first: a small file can unpack into any size. */
function decoded(file: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  if (file.length < 33 || file.toString('latin1', 1, 4) !== 'PNG' || file.toString('latin1', 12, 16) !== 'IHDR')
    throw new UnreadablePicture('is no PNG picture');
  const [width, height, interlaced] = [file.readUInt32BE(16), file.readUInt32BE(20), file[28] !== 0];
  if (width * height > buildLimits.picturePixels)
    throw new UnreadablePicture(`has ${width} × ${height} pixels, and at most ${buildLimits.picturePixels} are read`);
  if (interlaced) throw new UnreadablePicture('is interlaced, as no picture of ours is');
  try {
    return PNG.sync.read(file);
  } catch (cause) {
    throw new UnreadablePicture(`is a broken PNG picture (${cause instanceof Error ? cause.message : String(cause)})`);
  }
}

/** The new page faded, pixels that differ in red, a red box round each region. */
export function differencePng(after: Bitmap, mask: Bitmap | undefined, regions: readonly Region[]): Buffer {
  const { width, height } = after;
  const png = new PNG({ width, height });
  const paint = (index: number, red: number, green: number, blue: number) => png.data.set([red, green, blue, 255], index * 4);
  for (let i = 0; i < width * height; i++) {
    const faded = 255 - Math.round((255 - (after.data[i] as number)) * 0.4);
    if (mask?.data[i]) paint(i, 214, 0, 0);
    else paint(i, faded, faded, faded);
  }
  for (const { x, y, width: w, height: h } of regions) {
    for (let dx = 0; dx < w; dx++) for (const row of [y, y + h - 1]) paint(row * width + x + dx, 255, 0, 0);
    for (let dy = 0; dy < h; dy++) for (const column of [x, x + w - 1]) paint((y + dy) * width + column, 255, 0, 0);
  }
  return PNG.sync.write(png, { deflateLevel: 3, filterType: 0 });
}
