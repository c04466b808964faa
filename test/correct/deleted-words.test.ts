// Turn texts that lost words into marks at the places where they stood, and others into none.
import { describe, expect, it } from 'vitest';
import { deletedAt, markedAt, wordsMarkedAt } from '../../src/correct/deleted-words.ts';
import type { TextRecord } from '../../src/model/build-record.ts';
import type { Inline } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';

const at = { file: 'narrative.md', line: 1, column: 1, length: 1 };

const record = (text: string, lang: Lang): TextRecord => ({
  id: `${lang}.1`,
  block: `${lang}.1`,
  part: lang,
  lang,
  kind: 'paragraph',
  text,
  spans: [],
  at,
});

function marked(before: string, after: string, lang: Lang): string {
  const inlines = after === '' ? [] : [{ text: after, at }];
  return markedAt(inlines, deletedAt(record(before, lang), inlines, lang), '‸')
    .map(({ text }) => text)
    .join('');
}

describe('a mark stands where words went', () => {
  it.each([
    ['ja', '受取手形、売掛金及び契約資産が減少した。', '受取手形及び契約資産が減少した。', '受取手形‸及び契約資産が減少した。'],
    ['ja', '当期は増収となった。来期も増収を見込む。', '当期は増収となった。', '当期は増収となった。‸'],
    ['ja', '特に、機器が伸びた。', '機器が伸びた。', '‸機器が伸びた。'],
    ['ja', '売上高（連結）は増加した。', '売上高は増加した。', '売上高‸は増加した。'],
    ['en', 'Sales rose sharply in Japan.', 'Sales rose in Japan.', 'Sales rose‸ in Japan.'],
    ['en', 'Costs fell. Profit rose.', 'Profit rose.', '‸Profit rose.'],
    ['en', 'Profit rose. Costs fell.', 'Profit rose.', 'Profit rose.‸'],
    ['en', 'A large, new plant and an old mill.', 'A plant and a mill.', 'A‸ plant and a mill.'],
  ] as const)('%s: %s', (lang, before, after, wanted) => {
    expect(marked(before, after, lang)).toBe(wanted);
  });

  it.each([
    ['other words in their place', 'en', 'Sales rose sharply.', 'Sales fell sharply.'],
    ['words that came', 'en', 'Sales rose.', 'Sales rose sharply.'],
    ['white space', 'en', 'Sales  rose.', 'Sales rose.'],
    ['other digits', 'ja', '売上高は106億円となった。', '売上高は107億円となった。'],
    ['nothing', 'ja', '該当事項はありません。', '該当事項はありません。'],
  ] as const)('no mark for %s', (_, lang, before, after) => {
    expect(marked(before, after, lang)).toBe(after);
  });
});

describe('a mark without room', () => {
  it.each([
    ['en', 'Sales rose in Japan.', [10], ['rose']],
    ['en', 'Profit rose.', [0], ['Profit']],
    ['en', 'Profit rose.', [12], ['rose']],
    ['en', 'Profit rose.', [12, 12], ['rose']],
    ['ja', '受取手形及び契約資産が減少した。', [4], ['手形']],
    ['ja', '売上高は増加した。', [9], ['した']],
    ['en', '—', [1], []],
    ['en', 'Sales rose.', [], []],
  ] as const)('%s: %s at %j marks %j', (lang, text, places, words) => {
    const inlines = wordsMarkedAt([{ text, at }], places, lang);
    expect(inlines.map((inline) => inline.text).join('')).toBe(text);
    expect(inlines.filter(({ changed }) => changed).map((inline) => inline.text)).toEqual(words);
  });
});

describe('markedAt', () => {
  const runs: readonly Inline[] = [
    { text: 'ab', at, bold: true },
    { text: 'cd', at, lineBreak: true },
  ];

  it('cuts runs round a mark and leaves what they are', () => {
    const mark = { text: '*', at, sup: true, changed: true };
    expect(markedAt(runs, [1], '*')).toEqual([{ text: 'a', at, bold: true }, mark, { text: 'b', at, bold: true }, runs[1]]);
    expect(markedAt(runs, [3], '*')).toEqual([runs[0], { text: 'c', at, lineBreak: true }, mark, { text: 'd', at }]);
  });

  it('stands at both ends, once at the edge of two runs, and nowhere in a text without a run', () => {
    const written = (places: readonly number[]) =>
      markedAt(runs, places, '*')
        .map(({ text, lineBreak }) => (lineBreak ? `|${text}` : text))
        .join('');
    expect(written([0])).toBe('*ab|cd');
    expect(written([2])).toBe('ab*|cd');
    expect(written([4])).toBe('ab|cd*');
    expect(written([0, 1, 2, 3, 4])).toBe('*a*b*|c*d*');
    expect(written([])).toBe('ab|cd');
    expect(markedAt([], [0], '*')).toEqual([]);
  });
});
