// A page is kept and sent small, and comes back as it was.
import { describe, expect, it } from 'vitest';
import { type PdfPage, packPage, unpackPage } from '../../../src/pdf/engine/pdf-page.ts';

const page: PdfPage = {
  width: 595.28,
  height: 841.89,
  words: [
    { text: '売上高', x: 1 / 3, y: 2.125, width: 1e-7, height: 9, letters: 4.25, colour: 0x0080ff, piece: 12 },
    { text: '10,568,342', x: -4, y: 0, width: 50.01, height: 8.999999, letters: 0.1, colour: -1, piece: -1 },
  ],
  bitmap: { width: 500, height: 700, data: new Uint8Array(500 * 700).fill(255) },
  colours: { width: 250, height: 350, data: new Uint8Array(2 * 250 * 350).fill(128) },
  shapes: [
    { x: 1, y: 2, width: 100, height: 0, weight: 0.35, stroke: 0 },
    { x: 1 / 3, y: 0, width: 9, height: 9, fill: 0xff0000 },
  ],
  reducedTo: 20.5,
};

describe('a packed page', () => {
  it('comes back with its words, shapes, places and images', () => {
    const { width, height, words, bitmap, colours, shapes, reducedTo } = unpackPage(packPage(page));
    const { bitmap: _image, colours: _colours, ...told } = page;
    expect({ width, height, words, shapes, reducedTo }).toEqual(told);
    expect(Buffer.from(colours?.data ?? []).equals(page.colours?.data ?? new Uint8Array())).toBe(true);
    expect(Buffer.from(bitmap?.data ?? []).equals(page.bitmap?.data ?? new Uint8Array())).toBe(true);
  });

  it('may have neither words nor an image', () => {
    const empty = unpackPage(packPage({ width: 1, height: 2, words: [] }));
    expect([empty.words, empty.bitmap, empty.reducedTo]).toEqual([[], undefined, undefined]);
  });

  it('keeps its own bytes, not the message that they came in, and makes no image before it is asked', () => {
    const message = new Uint8Array(1 << 20);
    const packed = packPage(page);
    const image = packed.image ?? { width: 0, height: 0, packed: new Uint8Array() };
    message.set(image.packed, 100);
    const view = { ...packed, image: { ...image, packed: message.subarray(100, 100 + image.packed.length) } };
    const unpacked = unpackPage(view);
    message.fill(0);
    expect(unpacked.bitmap?.data[0]).toBe(255);
    expect(unpacked.bitmap).not.toBe(unpacked.bitmap);
    expect(Object.keys(unpacked)).not.toContain('bitmap');
  });
});
