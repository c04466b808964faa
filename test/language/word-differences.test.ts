// Turn two wordings into the words that differ: whole words, whole numbers with their units, nothing that a reader could not see.
import { describe, expect, it } from 'vitest';
import { type CutText, commonPairs, wordDifferences } from '../../src/language/word-differences.ts';
import type { Lang } from '../../src/model/language.ts';
import type { Stretch } from '../../src/model/span.ts';

/** `⟦` and `⟧` stand round a figure. */
function cut(written: string): CutText {
  const figures: Stretch[] = [];
  let text = '';
  for (const piece of written.split(/(⟦[^⟧]*⟧)/u)) {
    const start = text.length;
    text += piece.replace(/[⟦⟧]/gu, '');
    if (piece.startsWith('⟦')) figures.push({ start, end: text.length });
  }
  return { text, figures };
}

function differing(before: string, after: string, lang: Lang): readonly [readonly string[], readonly string[]] {
  const [a, b] = [cut(before), cut(after)];
  const found = wordDifferences(a, b, lang);
  return [found.before.map(({ start, end }) => a.text.slice(start, end)), found.after.map(({ start, end }) => b.text.slice(start, end))];
}

describe('wordDifferences', () => {
  it.each([
    [
      '売上高は⟦106億円⟧（前年同期比⟦10.9%増⟧）。',
      '売上高は⟦105億円⟧（前年同期比⟦10.9%減⟧）。',
      'ja',
      ['106億円', '増'],
      ['105億円', '減'],
    ],
    ['前期比⟦58.3%の改善⟧となった。', '前期比⟦60.4%の改善⟧となった。', 'ja', ['58.3%'], ['60.4%']],
    ['営業損失は⟦194百万円⟧。', '営業利益は⟦194百万円⟧。', 'ja', ['損失'], ['利益']],
    [
      'grew ⟦an increase of 10.9%⟧ to ⟦$86.8 million⟧.',
      'grew ⟦an increase of 11.0%⟧ to ⟦$86.9 million⟧.',
      'en',
      ['10.9%', '$86.8 million'],
      ['11.0%', '$86.9 million'],
    ],
    ['a ratio of ⟦(-)1.8%⟧', 'a ratio of ⟦(-)1.7%⟧', 'en', ['(-)1.8%'], ['(-)1.7%']],
    ['remains very strong now', 'remains now', 'en', ['very strong'], []],
    ['the same words', 'the same  words', 'en', [], []],
    ['', 'All new.', 'en', [], ['All new.']],
  ] as const)('%s → %s', (before, after, lang, gone, come) => {
    expect(differing(before, after, lang)).toEqual([gone, come]);
  });

  it('says which words both have, each at its place', () => {
    const { same } = wordDifferences(cut('one two three'), cut('one three'), 'en');
    expect(same.map(({ before, after }) => [before.start, after.start])).toEqual([
      [0, 0],
      [3, 3],
      [8, 4],
    ]);
  });

  it('pairs a longest sequence in order', () => {
    expect(commonPairs(['a', 'b', 'c', 'd'], ['b', 'x', 'd'])).toEqual([
      [1, 0],
      [3, 2],
    ]);
  });
});
