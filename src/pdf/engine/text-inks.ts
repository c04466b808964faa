// Turn the characters of an open page into what they are drawn with and which piece of marked content they stand in.
import { type PdfEngine, withMemory } from './pdf-engine.ts';

/** What a character is drawn with. */
export interface Ink {
  /** 0xRRGGBB; -1 where it cannot be told (a pattern), -2 where nothing is drawn: words behind a scanned page. */
  readonly colour: number;
  /** MCID; -1 outside of marked content. */
  readonly piece: number;
}

const unknown: Ink = { colour: -1, piece: -1 };
/** Text that is neither filled nor stroked (ISO 32000-1, 9.3.6). */
const invisible = 3;

/** Characters of one object follow each other: each object is asked once. */
export class TextInks {
  readonly #engine: PdfEngine;
  readonly #text: number;
  #object = 0;
  #ink = unknown;

  constructor(engine: PdfEngine, text: number) {
    this.#engine = engine;
    this.#text = text;
  }

  of(index: number): Ink {
    const object = this.#engine._FPDFText_GetTextObject(this.#text, index);
    if (object === 0) return unknown;
    if (object !== this.#object) [this.#object, this.#ink] = [object, this.#read(object)];
    return this.#ink;
  }

  #read(object: number): Ink {
    const engine = this.#engine;
    const isDrawn = engine._FPDFTextObj_GetTextRenderMode(object) !== invisible;
    return { colour: isDrawn ? fillOf(engine, object) : -2, piece: engine._FPDFPageObj_GetMarkedContentID(object) };
  }
}

/** 0xRRGGBB, -1 for a pattern. */
export function fillOf(engine: PdfEngine, object: number): number {
  return colourBy(engine, (at) => engine._FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12));
}

export function strokeOf(engine: PdfEngine, object: number): number {
  return colourBy(engine, (at) => engine._FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12));
}

function colourBy(engine: PdfEngine, ask: (at: number) => number): number {
  return withMemory(engine, 16, (at) => {
    if (ask(at) === 0) return -1;
    const [red = 0, green = 0, blue = 0] = engine.HEAP32.subarray(at / 4, at / 4 + 3);
    return (red << 16) | (green << 8) | blue;
  });
}
