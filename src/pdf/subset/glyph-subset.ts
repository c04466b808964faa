// Turn the uses of a face's glyphs into one font subset: a glyph of its own for every use.
import { codesFor, firstCode, type GlyphCodes, mostGlyphs } from './glyph-codes.ts';
import type { GlyphUse } from './glyph-uses.ts';
import type { TrueTypeFace } from './truetype-face.ts';
import { writeTrueType } from './write-truetype.ts';

/** The last of printing ASCII: such a character is its own glyph id and its own code, so that content reads as it prints. */
export const lastPrinting = 0x7e;

/** The same uses make the same subset, whatever the order in which they came. */
export class GlyphSubset {
  readonly face: TrueTypeFace;
  /** In the order of their ids. */
  readonly uses: readonly GlyphUse[];
  /** Uses by their ids. There is none at 0, which is .notdef, and where a code stands for no glyph. */
  readonly glyphs: readonly (GlyphUse | undefined)[];
  readonly codes: GlyphCodes;
  readonly #ids = new Map<string, number>();

  /** Uses may come more than once. */
  constructor(face: TrueTypeFace, uses: Iterable<GlyphUse>) {
    this.face = face;
    const each = new Map<string, GlyphUse>();
    for (const use of uses) each.set(use.key, use);
    // By outline, so that clones lie together.
    const sorted = [...each.values()].sort((a, b) => a.glyph - b.glyph || a.widen - b.widen || (a.text < b.text ? -1 : 1));
    this.glyphs = placed(sorted);
    if (this.glyphs.length > mostGlyphs) throw new Error(`font ${face.name}: ${sorted.length} glyphs are more than a font holds`);
    this.codes = codesFor(this.glyphs.length);
    this.uses = this.glyphs.filter((use) => use !== undefined);
    this.glyphs.forEach((use, id) => {
      if (use) this.#ids.set(use.key, id);
    });
  }

  /** Glyph id of a use in the subset. */
  idOf(use: GlyphUse): number {
    const id = this.#ids.get(use.key);
    if (id === undefined) throw new Error(`font ${this.face.name}: the subset has no glyph for ${JSON.stringify(use.text)}`);
    return id;
  }

  /** The font file: .notdef, then each use at its id. */
  encode(): Uint8Array {
    const notdef = { glyph: 0, advance: this.face.advance(0) };
    return writeTrueType(this.face, [notdef, ...this.glyphs.slice(1)]);
  }
}

/** The first use of a printing ASCII character stands at its code; others follow, so that the first of them too have codes of one byte. */
function placed(sorted: readonly GlyphUse[]): readonly (GlyphUse | undefined)[] {
  const byId: (GlyphUse | undefined)[] = [undefined];
  const others: GlyphUse[] = [];
  for (const use of sorted) {
    const code = use.text.length === 1 && use.widen === 0 ? use.text.charCodeAt(0) : 0;
    if (code >= firstCode && code <= lastPrinting && byId[code] === undefined) byId[code] = use;
    else others.push(use);
  }
  others.forEach((use, i) => {
    byId[lastPrinting + 1 + i] = use;
  });
  return Array.from(byId);
}
