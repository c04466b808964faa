import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { hyphenPoints } from '../../../src/layout/paragraph/hyphens.ts';
import type { OwnedInline, ParagraphSpec } from '../../../src/layout/paragraph/line.ts';
import { inlines, paragraph, realComposition, squareComposition, textOf } from '../../support/compose.ts';

const soft = '\u00ad';
const patterns = { patterns: 'en-us', shortestWord: 7, leastBefore: 3, leastAfter: 3 };
const on = { en: { hyphenate: true } };

/** A text with its points shown. */
function parted(text: string, hyphenation = patterns): string {
  const points = new Set(hyphenPoints(text, hyphenation));
  return [...text].map((character, i) => (points.has(i) ? `·${character}` : character)).join('');
}

/** Lines in squares of half an em a letter, hyphens that composition set shown as `~`. */
function lines(em: number, text: string | readonly OwnedInline[], more: Partial<ParagraphSpec> = {}): string[] {
  const source = typeof text === 'string' ? inlines(text) : text;
  return composeParagraph(source, paragraph(em, { lang: 'en', ...more }), squareComposition(on)).map((line) =>
    textOf(line).replaceAll(soft, '~').trimEnd(),
  );
}

describe('where words may be parted', () => {
  test('letters with marks are letters', () => {
    expect(parted('gegenüber', { ...patterns, patterns: 'de-1996' })).toBe('gegen·über');
    expect(parted('re\u00adsumé')).toBe('re\u00ad·sumé');
  });

  test.each([
    ['comprehensive', 'com·pre·hen·sive'],
    ['“comprehensive,”', '“com·pre·hen·sive,”'],
    ['(consolidated)', '(con·sol·i·dated)'],
    ['the company’s networks', 'the com·pany’s net·works'],
    ['businesses—the', 'busi·nesses—the'],
    // Three letters at least on either side, seven in all.
    ['income', 'income'],
    ['already', 'already'],
    ['operating', 'oper·at·ing'],
    // Names, acronyms, figures, addresses and compounds stay whole.
    ['Communications', 'Communications'],
    ['INTERNATIONAL', 'INTERNATIONAL'],
    ['eXchange', 'eXchange'],
    ['high-performance', 'high-performance'],
    ['www.international.com', 'www.international.com'],
    ['someone@international', 'someone@international'],
    ['transition1', 'transition1'],
    // The writer knows better.
    ['rec\u00adords', 'rec\u00ad·ords'],
    ['telecom\u00admunications', 'telecom\u00ad·munications'],
  ])('%s', (text, expected) => expect(parted(text)).toBe(expected));
});

describe('hyphenated paragraphs', () => {
  const prose =
    'approximately seventeen corporations strengthening telecommunications infrastructure considerably throughout international ' +
    'communities notwithstanding unfavourable circumstances';

  test('no word is parted where the style does not ask for it', () => {
    const set = composeParagraph(inlines(prose), paragraph(14, { lang: 'en' }), squareComposition()).map(textOf);
    expect(set.join('')).toBe(prose);
  });

  test('no word is parted where spaces alone make all lines even', () => {
    const even = 'to be or not to be that is the question whether tis nobler in the mind to suffer considerably more ';
    expect(lines(60, even.repeat(6).trim()).filter((line) => line.endsWith('~'))).toEqual([]);
  });

  test('words are parted where lines would be loose, and every line is as wide as the measure', () => {
    const words =
      'the company continues to develop its international network business and reported considerably higher revenues from services ' +
      'for corporations than in the quarter before while the costs of its telecommunications infrastructure rose by less';
    const set = composeParagraph(inlines(words), paragraph(22, { lang: 'en' }), squareComposition(on));
    const texts = set.map(textOf);
    expect(texts.filter((text) => text.endsWith(soft)).length).toBeGreaterThan(1);
    expect(texts.join('').replaceAll(soft, '')).toBe(words);
    for (const [i, line] of set.entries()) {
      expect(line.hyphenated ?? false).toBe(texts[i]?.endsWith(soft));
      if (i < set.length - 1) expect(line.width).toBeCloseTo(220, 6);
    }
  });

  test('a soft hyphen prints only where a line ends at it', () => {
    expect(lines(8, 'abc def\u00adghijk lmn opq rst uvw', { align: 'justify' }).join('|')).not.toContain(soft);
    expect(lines(5.25, 'aaaaaa bbb\u00adbbbbb cccc')).toEqual(['aaaaaa bbb~', 'bbbbb cccc']);
  });

  test('neither figures nor links are parted, nor words that stay with a figure', () => {
    const figure = inlines({ text: 'considerably ' }, { text: 'approximately', figure: 1 }, { text: ' more than that of corporations' });
    for (const em of [7, 8, 9, 10, 11, 12]) {
      const set = lines(em, figure);
      expect(set.join('\n')).toMatch(/approximately/);
      const link = lines(
        em,
        inlines({ text: 'considerably ' }, { text: 'approximately', href: 'https://a.jp' }, { text: ' more than that' }),
      );
      expect(link.join('\n')).toMatch(/approximately/);
    }
  });

  test('ragged lines part no words', () => {
    for (const align of ['left', 'center', 'right'] as const) expect(lines(14, prose, { align }).join('')).not.toContain('~');
  });

  test('Japanese parts no words: its lines end anywhere', () => {
    const text = '国国国telecommunications国国国国infrastructure国国国';
    const set = composeParagraph(inlines(text), paragraph(12), squareComposition(on)).map(textOf);
    expect(set.join('')).toBe(text);
  });

  test('whatever the text: nothing is lost, words are parted by the rules, at most two lines in a row', () => {
    const words = [
      'of',
      'the',
      'growth',
      'revenues',
      'operating',
      'strengthening',
      'telecommunications',
      'Corporation',
      'IIJ',
      '10.6',
      '2Q02',
      'high-quality',
    ];
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 5, maxLength: 60 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(sentence, fc.integer({ min: 10, max: 30 }), (text, em) => {
        const set = composeParagraph(inlines(text), paragraph(em, { lang: 'en' }), realComposition(on)).map(textOf);
        expect(set.join('').replaceAll(soft, '')).toBe(text);
        let row = 0;
        set.forEach((line, i) => {
          row = line.endsWith(soft) ? row + 1 : 0;
          expect(row).toBeLessThanOrEqual(2);
          if (row === 0) return;
          const before = /[^ ]*$/.exec(line.slice(0, -1))?.[0] ?? '';
          const after = /^[^ ]*/.exec(set[i + 1] ?? '')?.[0] ?? '';
          expect(`${before}|${after}`).toMatch(/^[a-z]{3,}\|[a-z]{3,}$/);
          expect((before + after).length).toBeGreaterThanOrEqual(7);
        });
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
