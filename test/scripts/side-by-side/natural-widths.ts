// Turn a face into the widths that its font file gives: what letters take when nothing is stretched.
import { openFont } from '../../support/real-fonts.ts';

/** Widths of a face in em. */
export interface NaturalWidths {
  readonly advance: (text: string) => number;
  /** What the font's kerning adds between two letters; undefined where it draws them as one. */
  readonly kerning: (left: string, right: string) => number | undefined;
}

const faces = new Map<string, NaturalWidths>();

/** Widths of a face of fonts.yaml, read once. */
export function naturalWidths(face: string): NaturalWidths {
  const known = faces.get(face) ?? measured(face);
  faces.set(face, known);
  return known;
}

function measured(face: string): NaturalWidths {
  const font = openFont(face);
  const advances = new Map<string, number>();
  const pairs = new Map<string, number | undefined>();
  const advance = (text: string): number => {
    const known = advances.get(text) ?? font.glyphForCodePoint(text.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    advances.set(text, known);
    return known;
  };
  const kerning = (left: string, right: string): number | undefined => {
    const pair = left + right;
    if (!pairs.has(pair)) {
      const { glyphs, positions } = font.layout(pair);
      const first = positions[0]?.xAdvance;
      pairs.set(pair, glyphs.length === 2 && first !== undefined ? first / font.unitsPerEm - advance(left) : undefined);
    }
    return pairs.get(pair);
  };
  return { advance, kerning };
}
