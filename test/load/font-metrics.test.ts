import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeFontMetrics } from '../../src/load/font-metrics.ts';
import { compileFonts } from '../scripts/compile-fonts.ts';
import { openFont, realFonts } from '../support/real-fonts.ts';
import { timeTaken } from '../support/time-taken.ts';

const root = join(import.meta.dirname, '../..');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,;:’”“-–/()&'];

test('compiled metrics are those of the installed font files', () => {
  expect(compileFonts(root, true)).toEqual([]);
});

describe.each([...realFonts.keys()])('%s', (id) => {
  const metrics = realFonts.get(id);
  if (!metrics) throw new Error(id);
  const font = openFont(id);

  test('knows every code point and advance of the font, and no other', () => {
    const differing = new Set<number>();
    const known = new Set(font.characterSet);
    for (let codePoint = 0; codePoint < 0x30000; codePoint++) {
      const glyph = known.has(codePoint) ? font.glyphForCodePoint(codePoint).id : 0;
      if (metrics.glyph(codePoint) !== glyph) differing.add(codePoint);
    }
    for (let glyph = 0; glyph < font.numGlyphs; glyph++) {
      if (metrics.advance(glyph) !== font.getGlyph(glyph).advanceWidth) differing.add(-glyph);
    }
    expect(metrics.glyphCount).toBe(font.numGlyphs);
    expect([...differing]).toEqual([]);
  });

  test('kerns pairs as the font engine lays them out', () => {
    const differing: string[] = [];
    for (const left of letters.filter((_, i) => i % 3 === 0)) {
      for (const right of letters) {
        const { positions, glyphs } = font.layout(left + right);
        if (glyphs.length !== 2) continue;
        const first = metrics.glyph(left.codePointAt(0) ?? 0);
        const advance = metrics.advance(first) + metrics.kern(first, metrics.glyph(right.codePointAt(0) ?? 0));
        if (advance !== positions[0]?.xAdvance) differing.push(`${left}${right} ${advance} ${positions[0]?.xAdvance}`);
      }
    }
    expect(differing).toEqual([]);
  });

  test('replaces f-ligatures by the glyphs that the font engine chooses', () => {
    for (const word of ['ff', 'fi', 'fl', 'ffi', 'ffl', 'ft', 'fft', 'fj', 'ab']) {
      const { glyphs } = font.layout(word);
      const sequence = [...word].map((letter) => metrics.glyph(letter.codePointAt(0) ?? 0));
      expect(metrics.ligature(sequence), word).toBe(glyphs.length === 1 ? glyphs[0]?.id : 0);
    }
  });

  test('says whether digits have one advance, and does not kern them', () => {
    const digits = [...'0123456789'].map((digit) => metrics.glyph(digit.codePointAt(0) ?? 0));
    expect(metrics.tabularDigits).toBe(new Set(digits.map((glyph) => metrics.advance(glyph))).size === 1);
    for (const left of digits) for (const right of digits) expect(metrics.kern(left, right)).toBe(0);
  });
});

test('every upright face has tabular digits but Mincho; one slanted face has not, and so cannot set figures', () => {
  const proportional = [...realFonts.values()]
    .filter((metrics) => !metrics.tabularDigits && metrics.family !== 'shippori-mincho')
    .map((metrics) => metrics.id);
  expect(proportional).toEqual(['source-sans-3-400i']);
});

test('a metrics file is small and decodes in a few milliseconds', () => {
  for (const file of readdirSync(join(root, 'fonts/metrics'))) {
    const json = readFileSync(join(root, 'fonts/metrics', file), 'utf8');
    expect(json.length, file).toBeLessThan(150_000);
    const times = Array.from({ length: 5 }, () => {
      const taken = timeTaken();
      decodeFontMetrics(json);
      return taken();
    });
    expect(Math.min(...times), file).toBeLessThan(5);
  }
});
