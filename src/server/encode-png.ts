// Turn the pixels of a page into a PNG file, as quickly as a person who waits for it likes.
import { deflateSync } from 'node:zlib';
import type { PagePicture } from '../pdf/engine/page-picture.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Of PNG's checksum, for each byte. */
const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** 8 bits a channel; every row says that it is not filtered, as suits text on white. */
export function encodePng({ width, height, channels, data }: PagePicture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  const row = width * channels;
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 3 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  let sum = 0xffffffff;
  for (const byte of named) sum = checksums[(sum ^ byte) & 0xff]! ^ (sum >>> 8);
  const end = Buffer.alloc(4);
  end.writeUInt32BE((sum ^ 0xffffffff) >>> 0);
  return Buffer.concat([size, named, end]);
}
