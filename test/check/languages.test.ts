import { describe, expect, it } from 'vitest';
import type { Document, Figure } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import { checkWords, told, type Words } from '../support/check-words.ts';

/** The document with its English figures changed. */
const withEnglish =
  (change: Partial<Figure>) =>
  (document: Document): Document => ({
    ...document,
    figures: document.figures.map((figure) => (figure.lang === 'en' ? { ...figure, ...change } : figure)),
  });

const notes = (words: Words) =>
  checkWords(words)
    .filter(({ severity }) => severity === 'note')
    .map(({ code, message }) => `${code} ${message}`);

describe('one fact in two languages', () => {
  const million = '{{amount "revenue.total" in="million"}}';

  it('agrees through scale and unit, as far as both print it', () => {
    // 1,500,750 thousand: 1,501 million, 15億, 1.5 billion.
    expect(told({ ja: '{{amount "revenue.total" in="oku"}}', en: million })).toEqual([]);
    expect(told({ ja: '{{amount "revenue.total" in="thousand"}}', en: '{{amount "revenue.total" in="billion" decimals=1}}' })).toEqual([]);
    expect(told({ ja: '{{percent "margin.gross"}}', en: '{{percent "margin.gross" decimals=0}}' })).toEqual([]);
  });

  it('that prints two values is told, with both places', () => {
    const [finding] = checkWords({ ja: million, en: million, tamper: withEnglish({ printed: Exact.of(1503), text: 'JPY1,503 million' }) });
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'check/languages',
      message: 'revenue.total@1q01 (amount) prints 1,501百万円 in Japanese and JPY1,503 million in English, which no rounding explains',
      at: { file: 'narrative.ja.md', line: 3, column: 1 },
      related: [{ at: { file: 'narrative.en.md', line: 3, column: 1 }, message: 'the English prints JPY1,503 million' }],
    });
  });

  it('may differ by the half unit that rounding leaves open, and by no more', () => {
    const twin = (printed: Exact) =>
      told({ ja: '{{amount "revenue.total" in="thousand"}}', en: million, tamper: withEnglish({ printed }) });
    expect(twin(Exact.of(1501))).toEqual([]);
    expect(twin(Exact.of(1500))).toHaveLength(1);
  });

  it('that is stated in words counts with the value that the words say', () => {
    const words = { ja: '{{number "market.users" in="million" decimals=1}}', en: 'There were four million users.' };
    expect(told({ ...words, literals: ['count | four million users | market.users | 4'] })).toEqual([]);
    const five = told({ ...words, en: 'There were five million users.', literals: ['count | five million users | market.users | 5'] });
    expect(five.map((line) => line.split(' ')[0])).toEqual(['check/literal', 'check/languages']);
  });

  it('whose change has opposite words is told', () => {
    const change = '{{change "revenue.total" from="prior-quarter"}}';
    expect(told({ ja: change, en: change, tamper: withEnglish({ text: 'a decrease of 20.1%' }) })).toEqual([
      'check/languages narrative.ja.md:3:1+47 revenue.total@1q01 (change from revenue.total@4q00) prints 20.1%増 in Japanese and a decrease of 20.1% in English: one of them says the wrong direction',
    ]);
  });
});

describe('what one language alone prints', () => {
  it('is noted once for each fact, with all its aspects', () => {
    const en = '{{amount "revenue.total" in="million"}} {{usd "revenue.total"}} {{change "revenue.total" from="prior-quarter"}}';
    expect(notes({ ja: '{{amount "revenue.total" in="oku"}}', en })).toEqual([
      'check/languages only the English prints revenue.total@1q01: translated: $12.5 million; change from revenue.total@4q00: an increase of 20.1%',
    ]);
  });

  it('counts dates and periods too', () => {
    expect(notes({ ja: '{{date "announced.ja"}}の{{period "current"}}', en: '{{period "current" style="quarter"}}' })).toEqual([
      'check/languages only the Japanese prints 2001-08-10: date: 2001年8月10日',
    ]);
  });

  it('is nothing in a release of one language', () => {
    expect(notes({ en: '{{amount "revenue.total" in="million"}}' })).toEqual([]);
  });
});
