// Turn the uses of a face's glyphs into one font subset: a glyph of its own for every use.
import type { GlyphUse } from './glyph-uses.ts';
import type { TrueTypeFace } from './truetype-face.ts';
import { writeTrueType } from './write-truetype.ts';

/** The same uses make the same subset, whatever the order in which they came. */
export class GlyphSubset {
  readonly face: TrueTypeFace;
  /** In the order of their ids, which begin at 1: by outline, so that clones lie together. */
  readonly uses: readonly GlyphUse[];
  readonly #ids = new Map<string, number>();

  /** Uses may come more than once. */
  constructor(face: TrueTypeFace, uses: Iterable<GlyphUse>) {
    this.face = face;
    const each = new Map<string, GlyphUse>();
    for (const use of uses) each.set(use.key, use);
    this.uses = [...each.values()].sort((a, b) => a.glyph - b.glyph || a.widen - b.widen || (a.text < b.text ? -1 : 1));
    if (this.uses.length > 0xfffe) throw new Error(`font ${face.name}: ${this.uses.length} glyphs are more than a font holds`);
    this.uses.forEach(({ key }, i) => {
      this.#ids.set(key, i + 1);
    });
  }

  /** Glyph id of a use in the subset. */
  idOf(use: GlyphUse): number {
    const id = this.#ids.get(use.key);
    if (id === undefined) throw new Error(`font ${this.face.name}: the subset has no glyph for ${JSON.stringify(use.text)}`);
    return id;
  }

  /** The font file: .notdef, then the uses in the order of their ids. */
  encode(): Uint8Array {
    return writeTrueType(this.face, [{ glyph: 0, advance: this.face.advance(0) }, ...this.uses]);
  }
}
