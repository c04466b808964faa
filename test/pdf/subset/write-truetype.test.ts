import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openTrueType } from '../../../src/pdf/subset/truetype-face.ts';
import { componentsOf, writeTrueType } from '../../../src/pdf/subset/write-truetype.ts';
import { fontFiles } from '../../support/font-files.ts';
import { openFont } from '../../support/real-fonts.ts';

const { create } = createRequire(import.meta.url)('@pdf-lib/fontkit') as typeof import('@pdf-lib/fontkit');
const faces = ['noto-sans-jp-400', 'source-serif-4-400', 'source-sans-3-600'] as const;

/** Characters of all kinds; accented letters are composites in the Latin faces. */
const characters = [...'0123456789(),.-–“”’ABCDEabcdefghijklmnopqrstuvwxyzÀÉÖñçﬁ売上高億円、。（）ー％①'];

function glyphsOf(id: string): number[] {
  const font = openFont(id);
  const glyphs = characters.map((character) => font.glyphForCodePoint(character.codePointAt(0)!).id);
  return [0, ...new Set(glyphs.filter((glyph) => glyph !== 0))];
}

describe.each(faces)('a subset of %s', (id) => {
  const data = fontFiles.get(id)!.data;
  const face = openTrueType(data, id);
  const glyphs = glyphsOf(id);
  const wide = glyphs.map((glyph, i) => ({ glyph, advance: face.advance(glyph) + (i % 3) * 250 }));
  const subset = openTrueType(writeTrueType(face, wide), id);

  it('keeps every simple outline byte for byte', () => {
    let compared = 0;
    glyphs.forEach((glyph, i) => {
      const original = face.record(glyph);
      if (componentsOf(original).length > 0) return;
      const copy = subset.record(i);
      expect(Buffer.from(copy.subarray(0, original.length))).toEqual(Buffer.from(original));
      expect(copy.subarray(original.length).every((byte) => byte === 0)).toBe(true);
      compared++;
    });
    expect(compared).toBeGreaterThan(20);
  });

  it('gives every glyph the advance asked for and its own side bearing', () => {
    wide.forEach(({ glyph, advance }, i) => {
      expect([subset.advance(i), subset.leftSideBearing(i)]).toEqual([advance, face.leftSideBearing(glyph)]);
    });
  });

  it('draws the same paths in another font engine, composites included', () => {
    const original = openFont(id);
    const read = create(writeTrueType(face, wide));
    glyphs.forEach((glyph, i) => {
      expect(read.getGlyph(i).path.toSVG()).toBe(original.getGlyph(glyph).path.toSVG());
    });
  });

  it('has the checksums that the format asks for', () => {
    const file = writeTrueType(face, wide);
    const view = new DataView(file.buffer);
    const sum = (offset: number, length: number): number => {
      let total = 0;
      for (let at = offset; at < offset + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
      return total;
    };
    expect(file.length % 4).toBe(0);
    expect(sum(0, file.length)).toBe(0xb1b0afba);
    const tags: string[] = [];
    for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
      const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
      tags.push(tag);
      const length = (view.getUint32(entry + 12) + 3) & ~3;
      // The checksum of head is taken before its adjustment is filled in.
      const adjustment = tag === 'head' ? view.getUint32(view.getUint32(entry + 8) + 8) : 0;
      expect((sum(view.getUint32(entry + 8), length) - adjustment) >>> 0).toBe(view.getUint32(entry + 4));
    }
    expect(tags).toEqual([...tags].sort());
    expect(tags).toEqual(expect.arrayContaining(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']));
  });

  it('leaves the font that it was cut from as it was', () => {
    const before = Buffer.from(data);
    writeTrueType(openTrueType(Buffer.from(data), id), wide);
    const opened = Buffer.from(data);
    writeTrueType(openTrueType(opened, id), wide);
    expect(opened.equals(before)).toBe(true);
  });
});

it('brings along the parts of a composite that nobody asked for', () => {
  const id = 'source-serif-4-400';
  const face = openTrueType(fontFiles.get(id)!.data, id);
  const composite = glyphsOf(id).find((glyph) => componentsOf(face.record(glyph)).length > 1)!;
  const subset = openTrueType(
    writeTrueType(face, [
      { glyph: 0, advance: 1 },
      { glyph: composite, advance: 2 },
    ]),
    id,
  );
  const parts = componentsOf(subset.record(1));
  expect(subset.glyphCount).toBe(2 + new Set(componentsOf(face.record(composite))).size);
  expect(parts.map((part) => Buffer.from(subset.record(part)).length > 10)).toEqual(parts.map(() => true));
});

it('refuses a file that does not start with .notdef', () => {
  const face = openTrueType(fontFiles.get('source-sans-3-400')!.data, 'x');
  expect(() => writeTrueType(face, [{ glyph: 5, advance: 500 }])).toThrow('.notdef');
});

it('refuses a font without TrueType outlines', () => {
  expect(() => openTrueType(Buffer.from('OTTO and more that is not looked at'), 'cff')).toThrow('font cff has no TrueType outlines');
});
