import { describe, expect, test } from 'vitest';
import { composeParagraph, setLine } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, origins, paragraph, realComposition, squareComposition, squareLines, text, textOf } from '../../support/compose.ts';

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
    const [, mark, after] = line.marks;
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

  test('the space between scripts grows with that between ideographs: to a third of an em and a twenty-fifth, then to a half and a tenth', () => {
    const [scripts, ideographs] = [2, 7];
    const even = scripts * 0.083 + ideographs * 0.04;
    const little = gaps('国国国国国ab国国国国', 10.5 + even / 2);
    expect(little.国a4).toBeCloseTo(0.25 + 0.083 / 2, 3);
    expect(little.国国0).toBeCloseTo(0.02, 3);
    const more = gaps('国国国国国ab国国国国', 10.5 + even + (scripts * 0.167 + ideographs * 0.06) / 10);
    expect(more.国a4).toBeCloseTo(0.333 + 0.167 / 10, 3);
    expect(more.国国0).toBeCloseTo(0.046, 3);
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
    expect(squareLines(12.35, `国国、国国国。国国国、国国${'国'.repeat(20)}`)[0]).toBe('国国、国国国。国国国、国');
  });

  test('middle dots give way before brackets do, and keep half of their space', () => {
    const set = (em: number) => {
      const [line] = composeParagraph(inlines(`国・国国（国国）国国国${'国'.repeat(20)}`), paragraph(em), squareComposition());
      expect(textOf(line!)).toBe('国・国国（国国）国国国国');
      return origins(line!).map(({ x }) => x);
    };
    // Whole, the line is twelve em wide. The dot gives a tenth on either side; the brackets keep their half em.
    const little = set(11.8);
    expect(little[2]).toBeCloseTo(18, 6);
    expect(little[5]! - little[3]!).toBeCloseTo(20, 6);
    // The dot has given what it can, the brackets a twentieth each.
    const more = set(11.65);
    expect(more[2]).toBeCloseTo(17.5, 6);
    expect(more[5]! - more[3]!).toBeCloseTo(19.5, 6);
  });

  test('spaces inside figures and before punctuation never grow; a unit and a long vowel grow with their neighbours', () => {
    const [line] = composeParagraph(inlines(`国国ター106億円、国国${'国'.repeat(20)}`), paragraph(11.3), squareComposition());
    const glyphs = origins(line!);
    expect(textOf(line!)).toBe('国国ター106億円、国国');
    const step = (before: string): number => {
      const at = glyphs.findIndex(({ text: character }) => character === before);
      return (glyphs[at + 1]?.x ?? 0) - (glyphs[at]?.x ?? 0);
    };
    expect(step('国')).toBeGreaterThan(10);
    expect(step('タ')).toBeCloseTo(step('国'), 6);
    expect(step('億')).toBeCloseTo(step('国'), 6);
    expect(step('1')).toBeCloseTo(5, 6);
    expect(step('円')).toBeCloseTo(10, 6);
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

describe('letters of English', () => {
  const english = paragraph(30, { lang: 'en' });
  const words = 'to be or not to be that is the question whether tis nobler in the mind to suffer '.repeat(5).trim();
  const letters = { letterShrink: 0.01, letterStretch: 0.02 };
  /** What stands between two squares of half an em, in em: letters apart from spaces. */
  function between(line: ReturnType<typeof composeParagraph>[number]): { letters: number[]; spaces: number[] } {
    const glyphs = origins(line).slice(0, textOf(line).trimEnd().length);
    const found = { letters: [] as number[], spaces: [] as number[] };
    for (const [i, { text: character, x }] of glyphs.entries()) {
      const next = glyphs[i + 1];
      if (!next) break;
      if (character === ' ') found.spaces.push((next.x - x) / 10);
      else if (next.text !== ' ') found.letters.push((next.x - x) / 10 - 0.5);
      else expect(next.x - x).toBeCloseTo(5, 6);
    }
    return found;
  }

  test('move with the word spaces, all alike and by hundredths of an em, and never beside a space', () => {
    const lines = composeParagraph(inlines(words), english, squareComposition({ en: letters }));
    expect(lines.length).toBeGreaterThan(5);
    const moved = lines.slice(0, -1).map((line) => {
      expect(line.width).toBeCloseTo(300, 6);
      const { letters: found, spaces } = between(line);
      for (const each of found) expect(each).toBeCloseTo(found[0]!, 3);
      const [space, letter] = [spaces[0]!, found[0]!];
      expect(space).toBeGreaterThan(0.166);
      expect(letter).toBeGreaterThan(-0.0101);
      expect(letter).toBeLessThan(0.0301);
      return letter;
    });
    expect(Math.max(...moved.map(Math.abs))).toBeGreaterThan(0.001);
    for (const [i, letter] of moved.entries()) if (i > 0) expect(Math.abs(letter - moved[i - 1]!)).toBeLessThan(0.0121);
    expect(Math.max(...between(lines.at(-1)!).letters)).toBeLessThan(1e-6);
  });

  test('stand as the face has them where the style says nothing, and in Japanese', () => {
    for (const line of composeParagraph(inlines(words), english, squareComposition())) {
      expect(between(line).letters.every((gap) => Math.abs(gap) < 1e-6)).toBe(true);
    }
    const mixed = composeParagraph(inlines('国国国Internet国国国国国国国'), paragraph(10.3), squareComposition({ en: letters }));
    const glyphs = origins(mixed[0]!);
    const at = glyphs.findIndex(({ text: character }) => character === 'I');
    for (let i = at; i < at + 7; i++) expect(glyphs[i + 1]!.x - glyphs[i]!.x).toBeCloseTo(5, 6);
  });

  test('make the word spaces of a real paragraph evener', () => {
    const prose =
      'The recent growth in broadband Internet traffic in Japan clearly indicates that Japan is moving forward in creating unique ' +
      'broadband communities nationwide, and in order to effectively support, manage and capitalize on such significant traffic ' +
      'growth, the Company started a process of strengthening its backbone network structure in the quarter under review.';
    const widest = (filling: Parameters<typeof realComposition>[0]): number =>
      Math.max(
        ...composeParagraph(inlines(prose), paragraph(44, { lang: 'en' }), realComposition(filling))
          .slice(0, -1)
          .flatMap((line) => {
            const glyphs = origins(line).slice(0, textOf(line).trimEnd().length);
            return glyphs.flatMap(({ text: character, x }, i) => (character === ' ' && glyphs[i + 1] ? [(glyphs[i + 1]!.x - x) / 10] : []));
          }),
      );
    expect(widest({ en: letters })).toBeLessThan(widest({}) - 0.01);
  });
});
