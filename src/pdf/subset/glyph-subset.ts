// Turn the glyphs that pages draw into one font subset: a glyph of its own for every outline, spacing and text.
import { type FontBytes, openTrueType, type TrueTypeFace } from './truetype-face.ts';
import { writeTrueType } from './write-truetype.ts';

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
  /** Glyph id in the subset; 0 until the subset is closed. */
  id: number;
}

/** Collects uses, then numbers them and writes the font file. */
export class GlyphSubset {
  readonly face: TrueTypeFace;
  private readonly name: string;
  private readonly uses = new Map<number, GlyphUse[]>();
  private closed: readonly GlyphUse[] | undefined;

  constructor(file: FontBytes | Uint8Array, name: string) {
    this.face = openTrueType(file, name);
    this.name = name;
  }

  /** The use of this glyph with this text and widening; the same one for the same arguments. */
  use(glyph: number, widen: number, text: string): GlyphUse {
    if (this.closed) throw new Error(`font ${this.name}: a glyph is asked for after its subset was closed`);
    if (glyph === 0) throw new Error(`font ${this.name}: .notdef is drawn for ${JSON.stringify(text)}`);
    const key = glyph * 8 + widen + 4;
    let alike = this.uses.get(key);
    if (!alike) {
      alike = [];
      this.uses.set(key, alike);
    }
    let use = alike.find((one) => one.text === text);
    if (!use) {
      use = { glyph, widen, text, advance: this.face.advance(glyph) + Math.round(widen * widenStep * this.face.unitsPerEm), id: 0 };
      alike.push(use);
    }
    return use;
  }

  /** Numbers the uses from 1, by outline, so that ids do not depend on the order of drawing and clones lie together. */
  close(): readonly GlyphUse[] {
    if (this.closed) return this.closed;
    const all = [...this.uses.values()].flat();
    all.sort((a, b) => a.glyph - b.glyph || a.widen - b.widen || (a.text < b.text ? -1 : 1));
    if (all.length > 0xfffe) throw new Error(`font ${this.name}: ${all.length} glyphs are more than a font holds`);
    all.forEach((use, i) => {
      use.id = i + 1;
    });
    this.closed = all;
    return all;
  }

  /** The font file: .notdef, then the uses in the order of their ids. */
  encode(): Uint8Array {
    return writeTrueType(this.face, [{ glyph: 0, advance: this.face.advance(0) }, ...this.close()]);
  }
}
