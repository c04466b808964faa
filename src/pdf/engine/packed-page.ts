// Turn a page that was read into a form so small that all pages of two large files can be kept and sent, and back.
import { deflateSync, inflateSync } from 'node:zlib';
import type { Bitmap } from './page-image.ts';
import type { PdfPage, PdfWord } from './pdf-page.ts';

/** A page of text needs some fifty thousand bytes, where its words and its image would need a million. */
export interface PackedPage {
  readonly width: number;
  readonly height: number;
  /** Words, a line each: no word has white space in it. */
  readonly texts: string;
  /** Of each word: x, y, width, height. */
  readonly places: Float64Array;
  readonly image?: { readonly width: number; readonly height: number; readonly packed: Uint8Array };
  readonly reducedTo?: number;
}

export function packPage({ width, height, words, bitmap, reducedTo }: PdfPage): PackedPage {
  const places = new Float64Array(words.length * 4);
  words.forEach((word, index) => {
    places.set([word.x, word.y, word.width, word.height], index * 4);
  });
  return {
    width,
    height,
    texts: words.map(({ text }) => text).join('\n'),
    places,
    ...(bitmap && { image: { width: bitmap.width, height: bitmap.height, packed: deflateSync(bitmap.data, { level: 1 }) } }),
    ...(reducedTo !== undefined && { reducedTo }),
  };
}

export function unpackPage(page: PackedPage): PdfPage {
  return new UnpackedPage(page);
}

/** Words and image are made anew each time that they are asked for, and kept by nobody. */
class UnpackedPage implements PdfPage {
  readonly width: number;
  readonly height: number;
  readonly reducedTo?: number;
  readonly #texts: string;
  readonly #places: Float64Array;
  readonly #image: PackedPage['image'];

  constructor({ width, height, texts, places, image, reducedTo }: PackedPage) {
    this.width = width;
    this.height = height;
    if (reducedTo !== undefined) this.reducedTo = reducedTo;
    this.#texts = texts;
    // Copies: what came in a message is a view of more memory than its own.
    this.#places = places.slice();
    this.#image = image && { ...image, packed: Uint8Array.from(image.packed) };
  }

  get words(): readonly PdfWord[] {
    if (this.#places.length === 0) return [];
    return this.#texts.split('\n').map((text, index) => {
      const at = index * 4;
      return { text, x: this.#places[at]!, y: this.#places[at + 1]!, width: this.#places[at + 2]!, height: this.#places[at + 3]! };
    });
  }

  get bitmap(): Bitmap | undefined {
    if (!this.#image) return undefined;
    const { width, height, packed } = this.#image;
    return { width, height, data: inflateSync(packed, { maxOutputLength: width * height }) };
  }
}
