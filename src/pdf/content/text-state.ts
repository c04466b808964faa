// Turn the text operators of content into places of glyphs: font, size, spacing, matrices, and where the pen stands (ISO 32000-1, 8.3.3 and 9.3).
import { nameOf, type PdfValue } from '../objects/pdf-value.ts';
import type { PageFont } from './page-fonts.ts';

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function concatenated(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Six numbers of an operator; a missing one, or one that is none, is 0. */
export function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** A glyph at its place. */
export interface ShownGlyph {
  /** In the strings of its font. */
  readonly code: number;
  /** Undefined where the font has no text for it. */
  readonly text: string | undefined;
  /** Its origin: points from the left and the bottom edge of the page's space. */
  readonly x: number;
  readonly y: number;
  /** Size of the em, in points. */
  readonly size: number;
  /** By the font's own width, without spacing; in points. */
  readonly advance: number;
}

/** What outlives a text object, and is saved with the state of graphics. */
interface TextSettings {
  /** Resource name; empty before the first is chosen. */
  readonly font: string;
  readonly size: number;
  /** Between glyphs, and beside it after each space of one byte: points of text space. */
  readonly spacing: number;
  readonly wordSpacing: number;
  /** Of 1. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

export class TextState {
  settings: TextSettings = { font: '', size: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 };
  readonly #fonts: ReadonlyMap<string, PageFont>;
  /** Where the line begins, and how far the pen has come on it. */
  #line: Matrix = identity;
  #pen = 0;

  constructor(fonts: ReadonlyMap<string, PageFont>) {
    this.#fonts = fonts;
  }

  /** A new text object. */
  begin(): void {
    this.#line = identity;
    this.#pen = 0;
  }

  /** An operator that sets something, or moves to a line; others do nothing. */
  set(name: string, operands: readonly PdfValue[]): void {
    const [a, b] = [numberOf(operands[0]), numberOf(operands[1])];
    if (name === 'Tf')
      this.settings = { ...this.settings, font: nameOf(operands.at(-2)) ?? this.settings.font, size: numberOf(operands.at(-1)) };
    else if (name === 'Tc') this.settings = { ...this.settings, spacing: a };
    else if (name === 'Tw') this.settings = { ...this.settings, wordSpacing: a };
    else if (name === 'Tz') this.settings = { ...this.settings, stretch: a / 100 };
    else if (name === 'TL') this.settings = { ...this.settings, leading: a };
    else if (name === 'Ts') this.settings = { ...this.settings, rise: a };
    else if (name === 'Td') this.#moveBy(a, b);
    else if (name === 'TD') {
      this.settings = { ...this.settings, leading: -b };
      this.#moveBy(a, b);
    } else if (name === 'T*') this.#nextLine();
    else if (name === 'Tm') {
      this.#line = matrixOf(operands.map(numberOf));
      this.#pen = 0;
    }
  }

  /** An operator that shows glyphs; `matrix` leads to the page's space. */
  show(name: string, operands: readonly PdfValue[], matrix: Matrix): readonly ShownGlyph[] {
    if (name === '"') this.settings = { ...this.settings, wordSpacing: numberOf(operands[0]), spacing: numberOf(operands[1]) };
    if (name === "'" || name === '"') this.#nextLine();
    const shown = operands.at(-1);
    const pieces = Array.isArray(shown) ? (shown as readonly PdfValue[]) : [shown ?? null];
    const place = concatenated(this.#line, matrix);
    const glyphs: ShownGlyph[] = [];
    for (const piece of pieces) {
      if (typeof piece === 'number') this.#pen -= (piece * this.settings.size * this.settings.stretch) / 1000;
      else if (typeof piece === 'object' && piece !== null && 'string' in piece) this.#showString(piece.string, place, glyphs);
    }
    return glyphs;
  }

  #showString(bytes: string, [a, b, c, d, e, f]: Matrix, glyphs: ShownGlyph[]): void {
    const { font: name, size, spacing, wordSpacing, stretch, rise } = this.settings;
    const font = this.#fonts.get(name);
    const along = Math.hypot(a, b);
    const upright = size * Math.hypot(c, d);
    for (let i = 0, length = 0; i < bytes.length; i += length) {
      const lead = bytes.charCodeAt(i);
      length = font?.codeLength(lead) ?? 2;
      if (i + length > bytes.length) break;
      const code = length === 2 ? (lead << 8) | bytes.charCodeAt(i + 1) : lead;
      const advance = ((font?.width(code) ?? 0) * size * stretch) / 1000;
      glyphs.push({
        code,
        text: font?.texts.get(code),
        x: a * this.#pen + c * rise + e,
        y: b * this.#pen + d * rise + f,
        size: upright,
        advance: advance * along,
      });
      this.#pen += advance + (spacing + (length === 1 && code === 32 ? wordSpacing : 0)) * stretch;
    }
  }

  #moveBy(x: number, y: number): void {
    this.#line = concatenated([1, 0, 0, 1, x, y], this.#line);
    this.#pen = 0;
  }

  #nextLine(): void {
    this.#moveBy(0, -this.settings.leading);
  }
}

const numberOf = (value: PdfValue | undefined): number => (typeof value === 'number' ? value : 0);
