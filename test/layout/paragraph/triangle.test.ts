import { expect, it } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, origins, paragraph, squareComposition } from '../../support/compose.ts';

it('the triangle of a negative stands solid before its digits, where a kanji would keep a quarter em', () => {
  const place = (text: string): number | undefined => {
    const [line] = composeParagraph(inlines(text), paragraph(20, { align: 'left' }), squareComposition());
    return line && origins(line).find((glyph) => glyph.text.startsWith('1'))?.x;
  };
  expect(place('計1')).toBe(12.5);
  // The test font gives symbols half an em.
  expect(place('■1')).toBe(7.5);
  expect(place('△1')).toBe(5);
  expect(place('▲1')).toBe(5);
});
