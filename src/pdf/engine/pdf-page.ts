// Turn what PDFium finds on a page into a type, into a form small enough to keep and send whole files, and its text into what comparison keeps.

import { deflateSync, inflateSync } from 'node:zlib';
import type { Bitmap } from './page-image.ts';
import type { PageShape } from './page-shapes.ts';

/** A word as the PDF reader finds it on a page: points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /**
   * Where its letters stand, in points from its left edge: their mean, later letters counting for more. Words of one width whose letters
   * are spaced otherwise differ in it.
   */
  readonly letters?: number;
  /** 0xRRGGBB that its first letter is filled with; -1 for a pattern, -2 where nothing is drawn. */
  readonly colour?: number;
  /** Number of the piece of marked content that it stands in; -1 outside of all. */
  readonly piece?: number;
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
  /** Its colours at half the resolution, without their lightness; absent where it has no colour, and where images are not compared. */
  readonly colours?: Bitmap | undefined;
  /** Paths that are drawn; absent where images are not compared. */
  readonly shapes?: readonly PageShape[] | undefined;
  /** Set on a page that is too large to be drawn at the resolution asked for: the dots an inch that it was drawn at. */
  readonly reducedTo?: number;
}

/** A page of text needs some fifty thousand bytes, where its words and its image would need a million. */
export interface PackedPage {
  readonly width: number;
  readonly height: number;
  /** Words, a line each: no word has white space in it. */
  readonly texts: string;
  /** Of each word: x, y, width, height, letters. */
  readonly places: Float64Array;
  /** Of each word: colour, piece. */
  readonly inks: Int32Array;
  /** Of each shape: x, y, width, height, weight, fill, stroke; NaN for what it has not. */
  readonly shapes?: Float64Array;
  readonly image?: PackedImage;
  readonly colours?: PackedImage;
  readonly reducedTo?: number;
  readonly said?: readonly SaidOtherwise[];
}

interface PackedImage {
  readonly width: number;
  readonly height: number;
  readonly packed: Uint8Array;
}

const wordFields = 5;

export function packPage({ width, height, words, bitmap, colours, shapes, reducedTo, said }: PdfPage): PackedPage {
  const places = new Float64Array(words.length * wordFields);
  const inks = new Int32Array(words.length * 2);
  words.forEach((word, index) => {
    places.set([word.x, word.y, word.width, word.height, word.letters ?? 0], index * wordFields);
    inks.set([word.colour ?? -1, word.piece ?? -1], index * 2);
  });
  return {
    width,
    height,
    texts: words.map(({ text }) => text).join('\n'),
    places,
    inks,
    ...(shapes && { shapes: packShapes(shapes) }),
    ...(bitmap && { image: packImage(bitmap) }),
    ...(colours && { colours: packImage(colours) }),
    ...(reducedTo !== undefined && { reducedTo }),
    ...(said && { said }),
  };
}

const packImage = ({ width, height, data }: Bitmap): PackedImage => ({ width, height, packed: deflateSync(data, { level: 1 }) });

const unpackImage = ({ width, height, packed }: PackedImage, bytes: number): Bitmap => ({
  width,
  height,
  // In one piece, as zlib joins its pieces by copying them; with room for the byte by which it learns that there is no more.
  data: inflateSync(packed, { maxOutputLength: bytes, chunkSize: Math.max(64, bytes + 1) }),
});

const shapeFields = 7;

function packShapes(shapes: readonly PageShape[]): Float64Array {
  const packed = new Float64Array(shapes.length * shapeFields);
  shapes.forEach(({ x, y, width, height, weight = Number.NaN, fill = Number.NaN, stroke = Number.NaN }, index) => {
    packed.set([x, y, width, height, weight, fill, stroke], index * shapeFields);
  });
  return packed;
}

function unpackShapes(packed: Float64Array): readonly PageShape[] {
  return Array.from({ length: packed.length / shapeFields }, (_, index) => {
    const [x = 0, y = 0, width = 0, height = 0, ...rest] = packed.subarray(index * shapeFields, (index + 1) * shapeFields);
    const [weight, fill, stroke] = rest.map((value) => (Number.isNaN(value) ? undefined : value));
    return {
      x,
      y,
      width,
      height,
      ...(weight === undefined ? {} : { weight }),
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke }),
    };
  });
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
  readonly #inks: Int32Array;
  readonly #shapes: Float64Array | undefined;
  readonly #image: PackedImage | undefined;
  readonly #colours: PackedImage | undefined;

  constructor({ width, height, texts, places, inks, shapes, image, colours, reducedTo, said }: PackedPage) {
    if (said) this.said = said;
    this.width = width;
    this.height = height;
    if (reducedTo !== undefined) this.reducedTo = reducedTo;
    this.#texts = texts;
    // Copies: what came in a message is a view of more memory than its own.
    this.#places = places.slice();
    this.#inks = inks.slice();
    this.#shapes = shapes?.slice();
    this.#image = image && { ...image, packed: Uint8Array.from(image.packed) };
    this.#colours = colours && { ...colours, packed: Uint8Array.from(colours.packed) };
  }

  get words(): readonly PdfWord[] {
    if (this.#places.length === 0) return [];
    return this.#texts.split('\n').map((text, index) => {
      const at = index * wordFields;
      const [colour, piece] = [this.#inks[index * 2]!, this.#inks[index * 2 + 1]!];
      return {
        text,
        x: this.#places[at]!,
        y: this.#places[at + 1]!,
        width: this.#places[at + 2]!,
        height: this.#places[at + 3]!,
        letters: this.#places[at + 4]!,
        colour,
        piece,
      };
    });
  }

  get shapes(): readonly PageShape[] | undefined {
    return this.#shapes && unpackShapes(this.#shapes);
  }

  get bitmap(): Bitmap | undefined {
    return this.#image && unpackImage(this.#image, this.#image.width * this.#image.height);
  }

  get colours(): Bitmap | undefined {
    return this.#colours && unpackImage(this.#colours, 2 * this.#colours.width * this.#colours.height);
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
