// Turn a font into the numbers that composition needs. Compiled by fonts:compile, so that layout never opens a font file.

/** Which face of a family. */
export interface FontChoice {
  readonly weight: 400 | 500 | 600 | 700;
  readonly italic: boolean;
}

/** All lengths in font units (`upem` to the em). */
export interface FontMetrics {
  readonly id: string;
  readonly postScriptName: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly upem: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  /** xMin yMin xMax yMax of the whole font. */
  readonly bbox: readonly [number, number, number, number];
  readonly glyphCount: number;
  /** Glyph id of a code point, or 0 when the font lacks it. */
  glyph(codePoint: number): number;
  /** Advance width of a glyph. */
  advance(glyph: number): number;
  /** Kerning between two glyphs, 0 for most; Latin only, never between digits. */
  kern(left: number, right: number): number;
  /** The ligature glyph that replaces this sequence of glyph ids (f-ligatures), or 0. */
  ligature(glyphs: readonly number[]): number;
  /** All digits 0-9 have one advance. */
  readonly tabularDigits: boolean;
}
