import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editWords, splitWords } from '../../src/compare/words.ts';

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

describe('a long text', () => {
  it('is split in time and memory that grow with its length, without a word lost', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 3000))).join('');
    const started = process.cpuUsage();
    const words = splitWords(text);
    expect(words.map((word) => word.text).join('')).toBe(text);
    expect(words.every(({ start, text: own }) => text.startsWith(own, start))).toBe(true);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });

  it('has the words of its sentences, wherever it is cut', () => {
    const sentence = '当社の連結売上高は前年同期に比べて増加し、営業損失は縮小いたしました。';
    const words = splitWords(sentence.repeat(200)).map((word) => word.text);
    const one = splitWords(sentence).map((word) => word.text);
    expect(words).toEqual(Array.from({ length: 200 }, () => one).flat());
  });

  it('keeps characters of two units whole', () => {
    for (const shift of ['', 'あ']) {
      const words = splitWords(shift + '𠮷'.repeat(3000));
      expect(words.map((word) => word.text).join('')).toBe(shift + '𠮷'.repeat(3000));
      for (const { text } of words) expect(Buffer.from(text).toString()).toBe(text);
    }
  });
});
