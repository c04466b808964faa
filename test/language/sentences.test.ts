// Sentences of both languages, and figures that no cut goes through.
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/text-pieces.ts';
import type { Inline } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';

const at = { file: 'narrative.md', line: 1, column: 1, length: 1 };
const run = (text: string, figure?: number): Inline => ({ text, at, ...(figure === undefined ? {} : { figure }) });
const sentences = (lang: Lang, ...inlines: readonly Inline[]): string[] =>
  splitSentences(inlines, lang).map((sentence) => sentence.map(({ text }) => text).join(''));

describe('sentences', () => {
  it('end with a stop before a capital or an opening mark', () => {
    expect(sentences('en', run('It rose. “It fell.” Then (it stood). (So it was.) Why? Because 3.4 times.'))).toEqual([
      'It rose. ',
      '“It fell.” ',
      'Then (it stood). ',
      '(So it was.) ',
      'Why? ',
      'Because 3.4 times.',
    ]);
  });

  it('do not end with an abbreviation, inside brackets, or before a small letter', () => {
    expect(sentences('en', run('PoweredCom, Inc. The rest (see there. And here) at 9:00 a.m. on a day.'))).toHaveLength(1);
  });

  it('end with 。 and what closes with it, in Japanese', () => {
    expect(sentences('ja', run('増加した。「そうだ。」と言う。（注。）終わり'))).toEqual([
      '増加した。',
      '「そうだ。」',
      'と言う。',
      '（注。）',
      '終わり',
    ]);
  });

  it('cut runs between them, keep what the runs are, and never cut a figure', () => {
    const bold: Inline = { ...run('up. It rose by '), bold: true };
    const split = splitSentences([bold, run('No. 5 million. Yen', 7), run('. So it did.')], 'en');
    expect(split.map((sentence) => sentence.map(({ text, figure, bold }) => [text, figure, bold]))).toEqual([
      [['up. ', undefined, true]],
      [
        ['It rose by ', undefined, true],
        ['No. 5 million. Yen', 7, undefined],
        ['. ', undefined, undefined],
      ],
      [['So it did.', undefined, undefined]],
    ]);
  });

  it('keep every character', () => {
    const text = 'One. Two! Three? “Four.” Five';
    expect(sentences('en', run(text)).join('')).toBe(text);
    expect(sentences('en')).toEqual([]);
  });
});
