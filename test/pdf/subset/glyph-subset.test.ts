import { describe, expect, it } from 'vitest';
import { GlyphSubset } from '../../../src/pdf/subset/glyph-subset.ts';
import { GlyphUses } from '../../../src/pdf/subset/glyph-uses.ts';
import { faceOf, openTrueType } from '../../../src/pdf/subset/truetype-face.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

const id = 'noto-sans-jp-400';
const face = faceOf(fontFiles.get(id)!);
const glyph = (character: string): number => realFonts.get(id)!.glyph(character.codePointAt(0)!);

/** What a page with these characters uses. */
function usesOf(characters: readonly string[]): GlyphUses {
  const uses = new GlyphUses(face);
  for (const character of characters) uses.use(glyph(character), 0, character);
  return uses;
}

describe('the uses of a glyph', () => {
  it('are one for the same text and spacing', () => {
    const uses = new GlyphUses(face);
    expect(uses.use(glyph('は'), 1, 'は')).toBe(uses.use(glyph('は'), 1, 'は'));
    expect(uses.all).toHaveLength(1);
  });

  it('are clones where the text or the spacing differs', () => {
    const uses = new GlyphUses(face);
    const plain = uses.use(glyph('は'), 0, 'は');
    const wide = uses.use(glyph('は'), 1, 'は');
    const space = uses.use(glyph(' '), 0, ' ');
    const noBreak = uses.use(glyph(' '), 0, '\u00a0');
    const subset = new GlyphSubset(face, uses.all);
    const [plainId, wideId, spaceId, noBreakId] = [plain, wide, space, noBreak].map((use) => subset.idOf(use));
    expect(new Set([plainId, wideId, spaceId, noBreakId]).size).toBe(4);
    expect(wide.advance - plain.advance).toBe(250);
    const file = openTrueType(subset.encode(), id);
    expect(Buffer.from(file.record(wideId!))).toEqual(Buffer.from(file.record(plainId!)));
    expect([file.advance(plainId!), file.advance(wideId!)]).toEqual([1000, 1250]);
  });

  it('of two glyphs are never one, however much wider or narrower they are', () => {
    const uses = new GlyphUses(face);
    const wide = uses.use(20, 4, 'x');
    expect(uses.use(21, -4, 'x')).not.toBe(wide);
    expect(uses.all.map(({ glyph, widen }) => [glyph, widen])).toEqual([
      [20, 4],
      [21, -4],
    ]);
  });

  it('do not depend on the order of drawing', () => {
    const words = [...'売上高は106億円です'];
    const forth = new GlyphSubset(face, usesOf(words).all);
    const back = new GlyphSubset(face, usesOf(words.reverse()).all);
    expect(Buffer.from(forth.encode())).toEqual(Buffer.from(back.encode()));
  });

  it('are one glyph of the subset, however many pages have them', () => {
    const [one, other] = [usesOf([...'売上']), usesOf([...'上高'])];
    const subset = new GlyphSubset(face, [...one.all, ...other.all]);
    expect(subset.uses.map(({ text }) => text).sort()).toEqual(['上', '売', '高']);
    expect(subset.idOf(one.all[1]!)).toBe(subset.idOf(other.all[0]!));
  });

  it('are never .notdef, and never asked for where they are not', () => {
    expect(() => new GlyphUses(face).use(0, 0, '𠮟')).toThrow('.notdef is drawn for "𠮟"');
    const [use] = usesOf(['円']).all;
    expect(() => new GlyphSubset(face, usesOf(['億']).all).idOf(use!)).toThrow('the subset has no glyph for "円"');
  });
});
