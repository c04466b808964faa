import { describe, expect, it } from 'vitest';
import { GlyphSubset } from '../../../src/pdf/subset/glyph-subset.ts';
import { openTrueType } from '../../../src/pdf/subset/truetype-face.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

const id = 'noto-sans-jp-400';
const data = fontFiles.get(id)!.data;
const glyph = (character: string): number => realFonts.get(id)!.glyph(character.codePointAt(0)!);
const open = (): GlyphSubset => new GlyphSubset(data, id);

describe('the uses of a glyph', () => {
  it('are one for the same text and spacing', () => {
    const subset = open();
    expect(subset.use(glyph('は'), 1, 'は')).toBe(subset.use(glyph('は'), 1, 'は'));
  });

  it('are clones where the text or the spacing differs', () => {
    const subset = open();
    const plain = subset.use(glyph('は'), 0, 'は');
    const wide = subset.use(glyph('は'), 1, 'は');
    const space = subset.use(glyph(' '), 0, ' ');
    const noBreak = subset.use(glyph(' '), 0, '\u00a0');
    subset.close();
    expect(new Set([plain.id, wide.id, space.id, noBreak.id]).size).toBe(4);
    expect(wide.advance - plain.advance).toBe(250);
    const file = openTrueType(subset.encode(), id);
    expect(Buffer.from(file.record(wide.id))).toEqual(Buffer.from(file.record(plain.id)));
    expect([file.advance(plain.id), file.advance(wide.id)]).toEqual([1000, 1250]);
  });

  it('do not depend on the order of drawing', () => {
    const words = [...'売上高は106億円です'];
    const forth = open();
    const back = open();
    for (const character of words) forth.use(glyph(character), 0, character);
    for (const character of words.reverse()) back.use(glyph(character), 0, character);
    expect(Buffer.from(forth.encode())).toEqual(Buffer.from(back.encode()));
  });

  it('are never .notdef, and never new once the subset is closed', () => {
    const subset = open();
    expect(() => subset.use(0, 0, '𠮟')).toThrow('.notdef is drawn for "𠮟"');
    subset.close();
    expect(() => subset.use(glyph('円'), 0, '円')).toThrow('after its subset was closed');
  });
});
