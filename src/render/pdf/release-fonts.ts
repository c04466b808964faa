// Turn what all pages use of their fonts into subsets that the file embeds, each with the name by which pages call it.
import type { FontMetrics } from '../../model/font.ts';
import type { Kind, Memory } from '../../model/memory.ts';
import type { FontFile } from '../../model/sources.ts';
import { GlyphSubset } from '../../pdf/subset/glyph-subset.ts';
import type { GlyphUse } from '../../pdf/subset/glyph-uses.ts';
import { faceOf } from '../../pdf/subset/truetype-face.ts';
import { type EmbeddableFont, encodeFont, fontBytes } from '../../pdf/writing/embed-font.ts';
import { fontFile, type PageTypesetting } from './typeset-page.ts';

/** A font as the pages of one release have it. */
export interface ReleaseFont {
  /** What operators call it: F1, F2, in the order of first use. */
  readonly name: string;
  /** The same object wherever the same glyphs of the same file are used. */
  readonly subset: GlyphSubset;
  readonly embeddable: EmbeddableFont;
}

const subsets: Kind<GlyphSubset> = { name: 'render/subset', bytes: ({ uses }) => 220 * uses.length };
const programs: Kind<EmbeddableFont> = { name: 'render/font', bytes: fontBytes };

/** By font id. */
export function releaseFonts(
  pages: readonly PageTypesetting[],
  fonts: ReadonlyMap<string, FontFile>,
  metrics: ReadonlyMap<string, FontMetrics>,
  memory: Memory,
): ReadonlyMap<string, ReleaseFont> {
  const uses = new Map<string, Map<string, GlyphUse>>();
  for (const page of pages) {
    for (const [font, each] of page.uses) {
      let own = uses.get(font);
      if (!own) {
        own = new Map();
        uses.set(font, own);
      }
      for (const use of each) own.set(use.key, use);
    }
  }
  let count = 0;
  const made = new Map<string, ReleaseFont>();
  for (const [font, own] of uses) {
    const file = fontFile(fonts, font);
    const ofFont = metrics.get(font);
    if (!ofFont) throw new Error(`pages use font ${font}, which has no metrics`);
    const subset = memory.recall(
      subsets,
      () => `${memory.numberOf(file)}\n${[...own.keys()].sort().join('\n')}`,
      () => new GlyphSubset(faceOf(file), own.values()),
    );
    const key = (): string => `${memory.numberOf(subset)} ${memory.numberOf(ofFont)}`;
    const embeddable = memory.recall(programs, key, () => encodeFont(subset, ofFont));
    made.set(font, { name: `F${++count}`, subset, embeddable });
  }
  return made;
}
