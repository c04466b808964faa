import { describe, expect, it } from 'vitest';
import { numberWords } from '../../src/language/text-pieces.ts';

const found = (text: string, lang: 'ja' | 'en') => numberWords(text, lang).map(({ start, length }) => text.slice(start, start + length));

describe('numbers in English', () => {
  it('are digits with their separators, without stops at their end', () => {
    expect(found('In 2002, 1,234.5 and 3.', 'en')).toEqual(['2002', '1,234.5', '3']);
    expect(found('one-third of it and half of them', 'en')).toEqual(['one-third', 'half of']);
    expect(found('10.6 billion of sales', 'en')).toEqual(['10.6']);
  });

  it('are words before what they count', () => {
    expect(found('nine centers, two million messages, twenty-five new offices, dozens of banks', 'en')).toEqual([
      'nine',
      'two million',
      'twenty-five',
      'dozens',
    ]);
    expect(found('sales doubled in the first half, its second-largest rise', 'en')).toEqual(['doubled', 'first half', 'second-largest']);
  });

  it('are not pronouns, adverbs or units', () => {
    expect(found('one of the first, at the one hand; (Expressed in thousands of Japanese yen)', 'en')).toEqual([]);
  });
});

describe('numbers in Japanese', () => {
  it('are kanji before a counter', () => {
    expect(found('三社、二十億円、第三四半期、十二名、二つ、五割、第一回', 'ja')).toEqual([
      '三',
      '二十億',
      '第三',
      '十二',
      '二',
      '五',
      '第一',
    ]);
  });

  it('are not parts of words or units', () => {
    expect(found('一部、統一、一般、第二次的でない一体化、百万円、千米ドル、四半期、一番高い、万一', 'ja')).toEqual([]);
  });
});
