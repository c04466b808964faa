// Turn the glyphs that are drawn in one face into their uses: one for every outline, spacing and text.
import type { TrueTypeFace } from './truetype-face.ts';

/**
 * What one widening step adds to a glyph's advance, in em: the quarter-em space between Japanese and Latin. Two steps less are
 * the half em that a full stop or a bracket gives up beside another.
 */
export const widenStep = 0.25;

/**
 * One glyph of the subset. The same outline has several uses where its text differs (an extractor knows one text per glyph)
 * or where a gap after it must live in its advance (an extractor reads a gap beyond the advance as a space, and an overlap as a
 * new line).
 */
export interface GlyphUse {
  /** Glyph id in the face. */
  readonly glyph: number;
  /** Steps of `widenStep` that its advance is wider than the face's; negative for narrower. */
  readonly widen: number;
  /** Characters that it stands for. */
  readonly text: string;
  /** Advance in the subset, in font units. */
  readonly advance: number;
  /** Equal for two uses of one face that are the same, whoever collected them; several stay apart where they stand in a row. */
  readonly key: string;
}

/** Collects the uses of one face. */
export class GlyphUses {
  readonly face: TrueTypeFace;
  /** Each once, in the order in which they were first asked for. */
  readonly all: GlyphUse[] = [];
  readonly #byGlyph = new Map<number, GlyphUse[]>();

  constructor(face: TrueTypeFace) {
    this.face = face;
  }

  /** The use of this glyph with this text and widening; the same one for the same arguments. */
  use(glyph: number, widen: number, text: string): GlyphUse {
    let alike = this.#byGlyph.get(glyph);
    if (!alike) {
      if (glyph === 0) throw new Error(`font ${this.face.name}: .notdef is drawn for ${JSON.stringify(text)}`);
      alike = [];
      this.#byGlyph.set(glyph, alike);
    }
    for (let i = 0; i < alike.length; i++) if (alike[i]!.widen === widen && alike[i]!.text === text) return alike[i]!;
    const advance = this.face.advance(glyph) + Math.round(widen * widenStep * this.face.unitsPerEm);
    const use = { glyph, widen, text, advance, key: `${glyph} ${widen} ${text.length} ${text}` };
    alike.push(use);
    this.all.push(use);
    return use;
  }
}
