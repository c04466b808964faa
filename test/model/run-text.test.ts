// The characters of a run, however long it is and however many each glyph stands for.
import { expect, it } from 'vitest';
import { runText } from '../../src/model/run-text.ts';

const glyphsOf = (texts: readonly string[]) => ({ glyphs: texts.map((text, id) => ({ id, text })) });

it.each([0, 1, 11, 12, 13, 24, 25, 400])('says %d characters in the order of the glyphs', (length) => {
  const characters = Array.from({ length }, (_, i) => String.fromCodePoint(i % 3 === 0 ? 0x3042 + (i % 80) : 0x61 + (i % 26)));
  expect(runText(glyphsOf(characters))).toBe(characters.join(''));
});

it('says ligatures, letters beyond the first plane and hyphens whole, and nothing for a later glyph of a cluster', () => {
  expect(runText(glyphsOf(['su', 'ffi', 'c', '', 'ient', '𠮟'.repeat(8), 'る', '\u00ad']))).toBe(`sufficient${'𠮟'.repeat(8)}る\u00ad`);
});
