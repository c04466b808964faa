import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, origins, paragraph, runsOf, squareComposition, squareLines, textOf } from '../../support/compose.ts';

describe('lines', () => {
  test('nothing in, no lines out', () => {
    expect(squareLines(10, [])).toEqual([]);
    expect(squareLines(10, '')).toEqual([]);
  });

  test('the first line has its indent, the others theirs', () => {
    const lines = composeParagraph(inlines('国'.repeat(25)), paragraph(10, { indent: 10, hang: 20 }), squareComposition());
    expect(lines.map((line) => runsOf(line)[0]?.x)).toEqual([10, 20, 20]);
    expect(lines.map((line) => textOf(line).length)).toEqual([9, 8, 8]);
    expect(lines.map((line) => line.width)).toEqual([100, 100, 100]);
  });

  test('an opening bracket stands solid at the indent', () => {
    const [line] = composeParagraph(inlines('「国国」国'), paragraph(10, { indent: 10 }), squareComposition());
    expect(origins(line!)[1]).toEqual({ text: '国', x: 15, size: 10 });
  });

  test('a forced break ends a line at its natural width, and the next has no first indent', () => {
    const lines = composeParagraph(
      inlines('国国国', { text: '国国', lineBreak: true }),
      paragraph(10, { indent: 10 }),
      squareComposition(),
    );
    expect(lines.map(textOf)).toEqual(['国国国', '国国']);
    expect(lines.map((line) => runsOf(line)[0]?.x)).toEqual([10, 0]);
    expect(lines.map((line) => line.width)).toEqual([40, 20]);
  });

  test('lines are centred and set right without being stretched', () => {
    const place = (align: 'center' | 'right' | 'left'): (number | undefined)[] =>
      composeParagraph(inlines('国国国国'), paragraph(10, { align }), squareComposition()).flatMap((line) => [
        runsOf(line)[0]?.x,
        line.width,
      ]);
    expect(place('center')).toEqual([30, 70]);
    expect(place('right')).toEqual([60, 100]);
    expect(place('left')).toEqual([0, 40]);
  });

  test('a centred heading of two lines is balanced', () => {
    const lines = squareLines(12, '東西南北東西南北東西南北東西', { align: 'center' });
    expect(lines.map((line) => line.length)).toEqual([7, 7]);
  });

  test('the word space stays in the text where a line ends, with no width', () => {
    const [first] = composeParagraph(inlines('abcd efgh ijkl'), paragraph(4.5, { lang: 'en' }), squareComposition());
    expect(textOf(first!)).toBe('abcd efgh ');
    expect(first?.width).toBeCloseTo(45, 6);
    expect(origins(first!).at(-1)?.x).toBeCloseTo(45, 6);
  });
});

describe('last lines', () => {
  test('no character is left alone on the last line if its neighbours can help it', () => {
    // Thirty, thirty and one would need no stretching at all.
    expect(squareLines(30, '国'.repeat(61)).at(-1)?.length).toBeGreaterThan(1);
    expect(squareLines(30, '国'.repeat(60)).map((line) => line.length)).toEqual([30, 30]);
  });

  test('a stop does not count as company', () => {
    const lines = squareLines(30, `${'国'.repeat(61)}。`);
    expect(lines.at(-1)?.replace('。', '').length).toBeGreaterThan(1);
  });

  test('a short word is not left alone on the last line of English', () => {
    // Twenty words fill a line exactly: without the rule the lines would hold twenty, twenty and one.
    const lines = squareLines(24.75, `${'ab '.repeat(40)}ab`, { lang: 'en' });
    expect(lines.map((line) => line.trim().split(' ').length)).toEqual([20, 19, 2]);
  });

  test('the last line is not stretched', () => {
    const lines = composeParagraph(inlines('国'.repeat(19)), paragraph(10), squareComposition());
    expect(lines.map((line) => line.width)).toEqual([100, 90]);
  });
});

describe('words', () => {
  test('a katakana word and a pair of kanji rather stay whole, where that costs little', () => {
    expect(squareLines(42, `${'あ'.repeat(41)}コスト${'あ'.repeat(20)}`)[0]).toBe('あ'.repeat(41));
    expect(squareLines(52, `${'あ'.repeat(51)}会社${'あ'.repeat(20)}`)[0]).toBe('あ'.repeat(51));
    expect(squareLines(42, `${'あ'.repeat(41)}いう${'あ'.repeat(20)}`)[0]).toBe(`${'あ'.repeat(41)}い`);
  });
});

test('of two ways that look alike, the one that ends a line after a comma wins', () => {
  const lines = squareLines(62, `${'あ'.repeat(50)}、${'あ'.repeat(71)}、${'あ'.repeat(9)}`);
  expect(lines.map((line) => [line.length, line.endsWith('、')])).toEqual([
    [61, false],
    [62, true],
    [9, false],
  ]);
});

describe('emergencies', () => {
  test('a line that cannot be filled nicely is filled with up to a quarter em between ideographs', () => {
    const lines = composeParagraph(inlines('国国国国国国国国abcdefgh国国国'), paragraph(9.5), squareComposition());
    expect(textOf(lines[0]!)).toBe('国'.repeat(8));
    expect(lines[0]?.width).toBeCloseTo(95, 6);
    const glyphs = origins(lines[0]!);
    expect(glyphs[1]?.x).toBeGreaterThan(11);
    expect(glyphs[1]?.x).toBeLessThanOrEqual(12.5);
  });

  test('a line that nothing fills is left ragged, and no text is lost', () => {
    const lines = composeParagraph(inlines('国国abcdefghijklmnopq国'), paragraph(9), squareComposition());
    expect(lines.map(textOf)).toEqual(['国国', 'abcdefghijklmnopq', '国']);
    expect(lines[0]?.width).toBe(20);
  });

  test('a word that is too wide is broken by force, and said so with its place', () => {
    const composition = squareComposition();
    const lines = composeParagraph(inlines('国国', 'abcdefghijklmnopqrstuvwxyz'), paragraph(5), composition);
    expect(lines.map(textOf).join('')).toBe('国国abcdefghijklmnopqrstuvwxyz');
    for (const line of lines) expect(line.width).toBeLessThanOrEqual(50.001);
    expect(composition.findings.map(({ code, severity, at }) => [code, severity, at?.column])).toContainEqual([
      'layout/overfull-line',
      'error',
      2,
    ]);
    expect(composition.findings[0]?.message).toContain('abc');
    expect(composition.findings[0]?.message).toContain('50.0 pt');
  });

  test('even a word broken by force keeps its mark', () => {
    const lines = composeParagraph(inlines('abcdefgh', { text: '*3', sup: true }), paragraph(2), squareComposition());
    expect(lines.map(textOf).at(-1)).toMatch(/^[a-h]+\*3$/);
  });

  test('a measure narrower than a character still prints every character', () => {
    const composition = squareComposition();
    const lines = composeParagraph(inlines('国、国（国）', { text: '*1', sup: true }), paragraph(0.4), composition);
    expect(lines.map(textOf).join('')).toBe('国、国（国）*1');
    expect(composition.findings.length).toBeGreaterThan(0);
  });

  test('text that fits says nothing', () => {
    const composition = squareComposition();
    composeParagraph(inlines('国'.repeat(45)), paragraph(10), composition);
    expect(composition.findings).toEqual([]);
  });
});

describe('missing glyphs', () => {
  test('are reported once for each character and place', () => {
    const composition = squareComposition();
    composeParagraph(inlines('国\u2603国\u2603', '国\u2603'), paragraph(10), composition);
    expect(composition.findings.map(({ code, message, at }) => [code, message, at?.column])).toEqual([
      ['layout/missing-glyph', 'no glyph for \u2603 (U+2603) in square-400', 1],
      ['layout/missing-glyph', 'no glyph for \u2603 (U+2603) in square-400', 2],
    ]);
  });

  test('are marks that no letter took: they would stand beside it, or in another face', () => {
    for (const [text, code] of [
      ['a\u0301\u0301', 'U+0301'],
      ['国\ufe00', 'U+FE00'],
    ] as const) {
      const composition = squareComposition();
      composeParagraph(inlines(text), paragraph(10), composition);
      expect(composition.findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
        `layout/missing-glyph no letter has a form with the combining mark ${code} here`,
      ]);
    }
  });

  test('no-break spaces and hyphens borrow a glyph and keep their text', () => {
    const composition = squareComposition();
    const [line] = composeParagraph(inlines('ab\u00a0cd\u2011ef'), paragraph(10, { lang: 'en' }), composition);
    expect(composition.findings).toEqual([]);
    expect(textOf(line!)).toBe('ab\u00a0cd\u2011ef');
    expect(
      runsOf(line!)[0]
        ?.glyphs.map(({ id }) => String.fromCodePoint(id))
        .join(''),
    ).toBe('ab cd-ef');
    expect(squareLines(3, 'ab\u00a0cd ef', { lang: 'en', align: 'left' })).toEqual(['ab\u00a0cd ', 'ef']);
  });
});

describe('characters that steer and print nothing', () => {
  test('a soft hyphen is neither printed nor broken at: hyphenation is off', () => {
    expect(squareLines(4.5, 'ab cdef\u00adghij klm', { lang: 'en', align: 'left' })).toEqual(['ab ', 'cdefghij ', 'klm']);
  });

  test('a zero-width space lets a line end, a word joiner does not', () => {
    expect(squareLines(4.5, 'ab cdef\u200bghij klm', { lang: 'en', align: 'left' })).toEqual(['ab cdef', 'ghij klm']);
    expect(squareLines(4, '国国国国\u2060国国', { align: 'left' })).toEqual(['国国国', '国国国']);
  });

  test('a no-break space holds even a bracket', () => {
    expect(squareLines(4, '国国国\u00a0（国国', { align: 'left' })).toEqual(['国国', '国\u00a0（国国']);
  });
});

describe('runs', () => {
  test('a gap parts runs even of one owner', () => {
    const [line] = composeParagraph(inlines('・', { text: '国', gapBefore: 0.3 }), paragraph(10), squareComposition());
    expect(runsOf(line!).map((run) => [run.x, run.width])).toEqual([
      [-2.5, 7.5],
      [8, 10],
    ]);
  });

  test('carry their owner, figure, link, note and language; neighbours that agree are one', () => {
    const [line] = composeParagraph(
      inlines(
        '売上高は',
        { text: '106億円', figure: 7 },
        'で',
        'ある',
        { text: 'IR', lang: 'en', href: 'mailto:ir@example.co.jp' },
        {
          text: '*1',
          sup: true,
          noteRef: 'ja.4',
        },
      ),
      paragraph(40),
      squareComposition(),
    );
    expect(
      runsOf(line!).map(({ glyphs, figure, href, noteRef, lang, sup }) => [
        glyphs.map((glyph) => glyph.text).join(''),
        figure,
        href,
        noteRef,
        lang,
        sup,
      ]),
    ).toEqual([
      ['売上高は', undefined, undefined, undefined, 'ja', undefined],
      ['106億円', 7, undefined, undefined, 'ja', undefined],
      ['である', undefined, undefined, undefined, 'ja', undefined],
      ['IR', undefined, 'mailto:ir@example.co.jp', undefined, 'en', undefined],
      ['*1', undefined, undefined, 'ja.4', 'ja', true],
    ]);
    expect(runsOf(line!).every((run) => run.y <= 0 && 'element' in run.owner && run.owner.element === 'ja.1')).toBe(true);
  });

  test('a run-in head keeps its gap and the first word of its paragraph', () => {
    const parts = inlines({ text: 'HEAD', owner: 'en.1' }, { text: 'ab cd ef', owner: 'en.2', gapBefore: 0.8 });
    const lines = composeParagraph(parts, paragraph(4, { lang: 'en', align: 'left' }), squareComposition());
    expect(lines.map(textOf)).toEqual(['HEADab ', 'cd ef']);
    expect(runsOf(lines[0]!).map((run) => [run.x, run.width, run.owner])).toEqual([
      [0, 20, { element: 'en.1' }],
      [28, 10, { element: 'en.2' }],
    ]);
  });

  test('the same paragraph is set alike every time', () => {
    const words = inlines('国'.repeat(30), { text: '106億円', figure: 1 }, '。');
    expect(composeParagraph(words, paragraph(11), squareComposition())).toEqual(
      composeParagraph(words, paragraph(11), squareComposition()),
    );
  });
});
