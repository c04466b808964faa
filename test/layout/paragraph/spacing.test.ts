import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-paragraph.ts';
import { setLine } from '../../../src/layout/paragraph/set-line.ts';
import { inlines, origins, paragraph, squareComposition, squareLines, text, textOf } from '../../support/compose.ts';

/** Widths of a line set naturally, in em. */
function width(words: string): number {
  return setLine(inlines(words), text, squareComposition()).width / text.size;
}

describe('half-em punctuation', () => {
  test.each([
    // Bodies of half an em, with half an em of space where JLREQ wants it.
    ['国（国', 2.5 + 0.5],
    ['（国', 1.5],
    ['国）', 1.5],
    ['国）国', 2.5 + 0.5],
    ['国、国', 2.5 + 0.5],
    ['国。国', 2.5 + 0.5],
    ['国」（国', 3 + 0.5],
    ['国））国', 3 + 0.5],
    ['国（「国', 3 + 0.5],
    ['国。」国', 3 + 0.5],
    ['国」、国', 3 + 0.5],
    ['国・国', 2.5 + 0.25 + 0.25],
    ['国」・「国', 3.5 + 0.25 + 0.25],
    ['国、・国', 3 + 0.75 + 0.25],
    ['国。・国', 3 + 0.75 + 0.25],
    ['国：国', 2.5 + 0.25 + 0.25],
    ['国！国', 3],
    ['国！」国', 3.5 + 0.5],
    ['国ー国', 3],
    ['国　国', 3],
  ])('%s is %d em wide', (words, em) => {
    expect(width(words)).toBeCloseTo(em, 9);
  });

  test('a bracket that opens a line stands flush: the blank half lies outside the measure', () => {
    const [first] = composeParagraph(inlines('（国国国）国'), paragraph(10), squareComposition());
    expect(origins(first!).slice(0, 2)).toEqual([
      { text: '（', x: -5, size: 10 },
      { text: '国', x: 5, size: 10 },
    ]);
  });

  test('a middle dot is centred in its quarter spaces', () => {
    expect(origins(setLine(inlines('国・国'), text, squareComposition())).map(({ x }) => x)).toEqual([0, 10, 20]);
  });
});

describe('between Japanese and Latin', () => {
  test.each([
    ['国abc国', 2 + 1.5 + 0.5],
    ['国12国', 2 + 1 + 0.5],
    ['106億円', 1.5 + 2 + 0.25],
    ['国 abc 国', 2 + 1.5 + 0.5],
    ['11%国', 1.5 + 1],
    ['国（abc）国', 3 + 1.5 + 1],
    ['国、abc', 1.5 + 1.5 + 0.5],
    ['abcで', 1.5 + 1 + 0.25],
    ['カabc', 1 + 1.5 + 0.25],
  ])('%s is %d em wide', (words, em) => {
    expect(width(words)).toBeCloseTo(em, 9);
  });

  test('marks are set solid', () => {
    const line = setLine(inlines('国', { text: '*2', sup: true }, 'は'), text, squareComposition());
    expect(line.width / 10).toBeCloseTo(2 + 0.62, 9);
    const [, mark, after] = line.runs;
    expect(mark).toMatchObject({ sup: true, size: 6.2, x: 10 });
    expect(mark?.y).toBeCloseTo(-3.3, 9);
    expect(after).toMatchObject({ y: 0, size: 10 });
  });
});

describe('justified lines', () => {
  /** Gaps of a line in em: from each glyph's square to the next glyph's. */
  function gaps(words: string, em: number): Record<string, number> {
    const [line] = composeParagraph(inlines(`${words}${'国'.repeat(20)}`), paragraph(em), squareComposition());
    const found: Record<string, number> = {};
    const glyphs = origins(line!);
    for (const [i, { text: character, x }] of glyphs.entries()) {
      const next = glyphs[i + 1];
      const body = character === ' ' ? 0 : (character.codePointAt(0) ?? 0) >= 0x2e80 ? 10 : 5;
      if (next) found[`${character}${next.text}${i}`] = (next.x - x - body) / 10;
    }
    return found;
  }

  test('end at the measure, all but the last', () => {
    const lines = composeParagraph(inlines(`国${'国国、国国abc国（国国）。'.repeat(9)}国`), paragraph(15.3), squareComposition());
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(153, 6);
    expect(lines.at(-1)?.width).toBeLessThan(153);
  });

  test('the space between scripts grows first, up to a third of an em, and only then that between ideographs', () => {
    const little = gaps('国国国国国ab国国国国', 10.6);
    expect(little.国a4).toBeCloseTo(0.3, 6);
    expect(little.国国0).toBeCloseTo(0, 6);
    const more = gaps('国国国国国ab国国国国', 11);
    expect(more.国a4).toBeCloseTo(0.333, 3);
    expect(more.国国0).toBeCloseTo((0.5 - 2 * 0.083) / 7, 3);
  });

  test('brackets and commas give up a quarter at most, full stops nothing', () => {
    const [line] = composeParagraph(inlines(`国国、国国国。国国国、国国${'国'.repeat(20)}`), paragraph(12.5), squareComposition());
    expect(textOf(line!)).toBe('国国、国国国。国国国、国国');
    const glyphs = origins(line!);
    const spaceAfter = (i: number): number => ((glyphs[i + 1]?.x ?? 0) - (glyphs[i]?.x ?? 0) - 5) / 10;
    expect(spaceAfter(2)).toBeCloseTo(0.25, 6);
    expect(spaceAfter(6)).toBeCloseTo(0.5, 6);
    expect(spaceAfter(10)).toBeCloseTo(0.25, 6);
    // A touch less room, and the line cannot be squeezed any more.
    expect(squareLines(12.4, `国国、国国国。国国国、国国${'国'.repeat(20)}`)[0]).toBe('国国、国国国。国国国、国');
  });

  test('middle dots give way before brackets do', () => {
    const [line] = composeParagraph(inlines(`国・国国（国国）国国国${'国'.repeat(20)}`), paragraph(11.6), squareComposition());
    const glyphs = origins(line!);
    expect(textOf(line!)).toBe('国・国国（国国）国国国国');
    // The dot's half-em body keeps .05 em on either side; the brackets keep their half em.
    expect(glyphs[2]?.x).toBeCloseTo(16, 6);
    expect((glyphs[5]?.x ?? 0) - (glyphs[3]?.x ?? 0)).toBeCloseTo(20, 6);
  });

  test('spaces inside figures with units and before punctuation never grow', () => {
    const [line] = composeParagraph(inlines(`国国国106億円、国国${'国'.repeat(20)}`), paragraph(10.3), squareComposition());
    const glyphs = origins(line!);
    expect(glyphs[1]?.x).toBeGreaterThan(10);
    const at = glyphs.findIndex(({ text: character }) => character === '億');
    expect((glyphs[at + 1]?.x ?? 0) - (glyphs[at]?.x ?? 0)).toBeCloseTo(10, 6);
    expect((glyphs[at + 2]?.x ?? 0) - (glyphs[at + 1]?.x ?? 0)).toBeCloseTo(10, 6);
  });

  test('word spaces of English lines stay between a sixth and four tenths of an em where the text allows', () => {
    const words =
      'to be or not to be that is the question whether tis nobler in the mind to suffer the slings and arrows of fortune '.repeat(4);
    const lines = composeParagraph(inlines(words.trim()), paragraph(30, { lang: 'en' }), squareComposition());
    for (const line of lines.slice(0, -1)) {
      expect(line.width).toBeCloseTo(300, 6);
      for (const [i, glyph] of origins(line).entries()) {
        const next = origins(line)[i + 1];
        if (glyph.text !== ' ' || !next) continue;
        expect(next.x - glyph.x).toBeGreaterThan(1.66);
        expect(next.x - glyph.x).toBeLessThan(4.01);
      }
    }
  });
});
