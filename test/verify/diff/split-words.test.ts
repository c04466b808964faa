import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editWords } from '../../../src/verify/diff/edit-words.ts';
import { splitWords } from '../../../src/verify/diff/split-words.ts';

const texts = (text: string) => splitWords(text).map((word) => word.text);
const edits = (before: string, after: string) =>
  editWords(before, splitWords(before), after, splitWords(after)).map((edit) => [edit.before, edit.after]);

describe('words of a text', () => {
  it('keep a number with its sign, currency, unit and scale whole', () => {
    expect(texts('売上高は106億円、前年同期比10.9%増')).toEqual(expect.arrayContaining(['106億円', '10.9%', '増']));
    expect(texts('loss of JPY(-)51.74 and $86.8 million in 2Q02')).toEqual(expect.arrayContaining(['JPY(-)51.74', '$86.8 million']));
    expect(texts('△1,592千円 (193,782) 22.7Gbps')).toEqual(['△1,592千円', '(193,782)', '22.7Gbps']);
  });

  it('are words of the language, English ones with their apostrophes', () => {
    expect(texts('IIJ’s year-end results')).toEqual(['IIJ’s', 'year-end', 'results']);
    expect(texts('営業損失は減少しました。')).toContain('減少');
  });

  it('lose nothing but spaces, wherever they are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(texts(text).join('').replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
        for (const word of splitWords(text)) expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('edits between two texts', () => {
  it('take whole numbers, never digits', () => {
    expect(edits('営業利益は10,568百万円となりました。', '営業利益は10,578百万円となりました。')).toEqual([
      ['10,568百万円', '10,578百万円'],
    ]);
    expect(edits('an increase of 10.9% from', 'an increase of 11.0% from')).toEqual([['10.9%', '11.0%']]);
  });

  it('take only the words that changed', () => {
    expect(edits('revenues grew as expected to', 'revenues grew as planned to')).toEqual([['expected', 'planned']]);
    expect(edits('前年同期比で増加', '前年同期比で減少')).toEqual([['増加', '減少']]);
  });

  it('make the new text of the old one, for any two texts', () => {
    const text = fc
      .array(fc.constantFrom('売上', '高', '10,568', '増', ' grew ', ' fell ', '12%', '。'), { maxLength: 20 })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        let made = '';
        let from = 0;
        for (const edit of editWords(before, splitWords(before), after, splitWords(after))) {
          made += before.slice(from, edit.oldStart) + edit.after;
          from = edit.oldStart + edit.before.length;
        }
        expect((made + before.slice(from)).replace(/\s+/g, '')).toBe(after.replace(/\s+/g, ''));
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
