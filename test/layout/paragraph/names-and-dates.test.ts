// Turn texts into lines of many widths that end inside no date, name, code or hedged figure, and into lines that still end where they may.
import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, paragraph, realComposition, textOf } from '../../support/compose.ts';

const style = realComposition({ en: { letterShrink: 0.01, letterStretch: 0.02 } });
const around = 'The group will meet its lenders again and report to the board what they said about the plan';
const setIn = (text: string, em: number, lang: 'ja' | 'en'): readonly string[] =>
  composeParagraph(inlines(text), { ...paragraph(em), lang }, style).map((line) => textOf(line).trim());

const kept: readonly (readonly [name: string, text: string, parted: RegExp])[] = [
  ['a short month', 'Sept 30, 2002', /30,$/],
  ['a whole date', 'November 12, 2025', /(?:November|12,)$/],
  ['a month and its year', 'August 2002', /August$/],
  ['a day before its month', '30 September 2025', /(?:30|September)$/],
  ['an exchange and its code', '(Nasdaq: IIJI)', /Nasdaq:$/],
  ['a code of digits', '(TSE: 6754)', /TSE:$/],
  ['the form of a company', 'PoweredCom, Inc.', /PoweredCom,$/],
  ['another form', 'Minato Foods GmbH', /Foods$/],
  ['a hedged share', 'approximately 20%', /approximately$/],
  ['a hedged amount', 'more than 1,240', /than$/],
  ['a year of accounts', 'fiscal 2025', /fiscal$/],
  ['a quarter and which it is', 'second quarter', /second$/],
  ['the number of an item', 'ways: 1) by rail; 2) by road', /\d\)$/],
];

describe('words that belong together', () => {
  test.each(kept)('%s', (_, text, parted) => {
    for (let em = 40; em < 60; em += 0.5) {
      const lines = setIn(`${around} ${text} ${around}`, em, 'en');
      expect(lines.slice(0, -1).filter((line) => parted.test(line))).toEqual([]);
    }
  });

  test.each([
    ['四半期', '前年同四半期比', /四半$|四$/],
    ['a word in brackets', '資料（英文）と', /（英$/],
    ['a profit', '親会社株主に帰属する純損失の', /純$|純損$/],
  ])('%s', (_, text, parted) => {
    for (let em = 20; em < 40; em += 0.5) {
      const lines = setIn(`${'国の東の山'.repeat(4)}${text}${'国の東の山'.repeat(4)}`, em, 'ja');
      expect(lines.filter((line) => parted.test(line))).toEqual([]);
    }
  });

  test('前期比 stays whole, but for a line that would stand apart by more than a twentieth of an em', () => {
    const words = (before: number) => `${'国'.repeat(before)}前期比${'国'.repeat(30)}`;
    // One of the three reaches over a line of twenty-five characters that gives half an em: the other two are pulled along, or all go.
    expect(setIn(words(24), 25, 'ja')[0]).toBe('国'.repeat(24));
    expect(setIn(words(23), 25, 'ja')[0]).toBe(`${'国'.repeat(23)}前期`);
  });

  test.each([
    ['en', 'a change', 'an increase of 23.6% compared to 10.4Mbps', /(?:increase|of|compared to)$/],
    ['en', 'a name and its bracket', 'companies in CATV (Cable TV) business', /CATV$/],
    ['ja', 'a change', '山の前期比23.6%増となった', /比$/],
  ] as const)('a page should not end where a line may: %s, %s', (lang, _, text, end) => {
    const filler = lang === 'ja' ? '国の東の山'.repeat(4) : around;
    let seen = 0;
    for (let em = 20; em < 60; em += 0.5) {
      for (const line of composeParagraph(inlines(`${filler} ${text} ${filler}`), { ...paragraph(em), lang }, style).slice(0, -1)) {
        if (!end.test(textOf(line).trim())) continue;
        seen++;
        expect(line.parting).toBe(true);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test.each([
    ['May as a verb', 'they may 12 times', /may$/],
    ['a name in running text', 'Singapore Telecom International', /Singapore$/],
    ['over as a place', 'over the hills', /over$/],
  ])('%s: a line may end there', (_, text, end) => {
    const ends = Array.from({ length: 80 }, (_, i) => setIn(`${around} ${text} ${around}`, 35 + i / 4, 'en')).flat();
    expect(ends.some((line) => end.test(line))).toBe(true);
  });
});
