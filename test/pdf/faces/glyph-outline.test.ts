import { create } from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { glyphOutline, type OutlineStep } from '../../../src/pdf/faces/glyph-outline.ts';
import { openTrueType } from '../../../src/pdf/subset/truetype-face.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

/** Where its steps end, to a tenth of a font unit, each place once. */
const endsOf = (places: readonly (readonly number[])[]): readonly string[] =>
  [
    ...new Set(
      places
        .filter(({ length }) => length > 0)
        .map((points) =>
          points
            .slice(-2)
            .map((each) => each.toFixed(1))
            .join(' '),
        ),
    ),
  ].sort();

describe('the outline of a glyph', () => {
  it.each([
    ['source-sans-3-400', 'AQgé€&'],
    ['source-serif-4-400', 'BfÅß%'],
    ['noto-sans-jp-400', '港製（株）ぱA'],
  ])('goes through the places that another reader finds: %s', (id, letters) => {
    const { data } = fontFiles.get(id)!;
    const face = openTrueType(data, id);
    const other = create(data);
    for (const letter of letters) {
      const glyph = realFonts.get(id)!.glyph(letter.codePointAt(0)!);
      const { commands } = other.getGlyph(glyph).path as unknown as { readonly commands: readonly { readonly args: readonly number[] }[] };
      const expected = commands.map(({ args }) => args);
      const found: readonly OutlineStep[] = glyphOutline(face, glyph) ?? [];
      expect(found.length, letter).toBeGreaterThan(3);
      expect(endsOf(found.map(({ points }) => points)), letter).toEqual(endsOf(expected));
    }
  });

  it('is nothing for a space', () => {
    const id = 'source-sans-3-400';
    expect(glyphOutline(openTrueType(fontFiles.get(id)!.data, id), realFonts.get(id)!.glyph(0x20))).toEqual([]);
  });
});
