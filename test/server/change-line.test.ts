// Turn lines of changes into pieces of text: what was and what is apart, and every character a character.
import { describe, expect, it } from 'vitest';
import { changeLines, linePieces } from '../../src/server/change-line.ts';
import { grouped } from '../../src/server/client/grouped.ts';

describe('a line of a change', () => {
  it('is in pieces: names, what was, what is, what is told beside', () => {
    expect(
      linePieces('<span lang="ja">日本語</span> <b>Net sales</b>: <del>1,504</del> <span aria-hidden="true">→</span> <ins>1,503</ins>'),
    ).toEqual([
      { text: '日本語', lang: 'ja' },
      { text: ' ' },
      { text: 'Net sales', as: 'name' },
      { text: ': ' },
      { text: '1,504', as: 'was' },
      { text: ' ' },
      { text: '→' },
      { text: ' ' },
      { text: '1,503', as: 'is' },
    ]);
    expect(linePieces('<small lang="en">before <b>now</b></small> after')).toEqual([
      { text: 'before ', as: 'more', lang: 'en' },
      { text: 'now', as: 'name', lang: 'en' },
      { text: ' after' },
    ]);
  });

  it('shows markup that stands in a text as its characters', () => {
    const line = changeLines(
      undefined,
      undefined,
    )({
      class: 'text',
      kind: 'page-text',
      id: '1',
      summary: '',
      edits: [{ before: '<img src=x onerror=alert()>', after: `&lt;b&gt; "a" & 'b'` }],
      old: [],
      new: [],
    } as never);
    for (const lang of ['en', 'ja'])
      expect(line[lang]?.filter(({ as }) => as)).toEqual([
        { text: '<img src=x onerror=alert()>', as: 'was' },
        { text: `&lt;b&gt; "a" & 'b'`, as: 'is' },
      ]);
    expect(line.en?.[0]).not.toEqual(line.ja?.[0]);
  });
});

describe('an exact figure', () => {
  it.each([
    ['10568342000', '10,568,342,000'],
    ['-972056', '-972,056'],
    ['999', '999'],
    ['0.0001234', '0.0001234'],
    ['1234.56789', '1,234.56789'],
    ['1/3', '1/3'],
    ['2,345', '2,345'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(grouped(text)).toBe(shown);
  });
});
