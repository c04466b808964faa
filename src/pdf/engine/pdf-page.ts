// Turn what PDFium finds on a page into a type, into a form small enough to keep and send whole files, and its text into what comparison keeps.

import { deflateSync, inflateSync } from 'node:zlib';
import type { Bitmap } from './page-image.ts';

/** A word as the PDF reader finds it on a page: points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Words that are drawn, and what the file says of them to readers instead (ActualText). Points from the top left corner. */
export interface SaidOtherwise {
  readonly drawn: string;
  readonly said: string;
  /** On a page whose glyphs are not all known by what they mean, where the words are those that the file says. */
  readonly isSaid?: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One page of a PDF file, read in a process of its own. */
export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** As they are drawn, unless `said` tells otherwise, in the order of the reader. */
  readonly words: readonly PdfWord[];
  /** Where the file says other words than it draws; absent without any. */
  readonly said?: readonly SaidOtherwise[];
  /** Grey; absent where images are not compared. */
  readonly bitmap?: Bitmap | undefined;
  /** Set on a page that is too large to be drawn at the resolution asked for: the dots an inch that it was drawn at. */
  readonly reducedTo?: number;
}

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
  readonly said?: readonly SaidOtherwise[];
}

export function packPage({ width, height, words, bitmap, reducedTo, said }: PdfPage): PackedPage {
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
    ...(said && { said }),
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
  readonly said?: readonly SaidOtherwise[];
  readonly #texts: string;
  readonly #places: Float64Array;
  readonly #image: PackedPage['image'];

  constructor({ width, height, texts, places, image, reducedTo, said }: PackedPage) {
    if (said) this.said = said;
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

/** Readers give a soft hyphen, which parts a word at a line's end, as a hyphen, and white space as it suits them. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[△▲]/g, '−')
    .replaceAll('\u00ad', '-')
    .replace(/[\s\u200b]+/g, '');
}
