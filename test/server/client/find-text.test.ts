// Turn words into their places on pages: over lines and spaces, in any case and width, and in linear time.
import { describe, expect, it } from 'vitest';
import type { PageMark } from '../../../src/project/map-pages.ts';
import { findText } from '../../../src/server/client/find-text.ts';
import { partnerOf, spotsOf } from '../../../src/server/client/follow-scroll.ts';
import type { PageView } from '../../../src/server/protocol.ts';

const mark = (text: string, element: string, y = 10, figure?: number): PageMark => ({
  ...{ x: 10, y, width: text.length * 10, height: 10, text, element },
  ...(figure !== undefined && { figure }),
});
const pageOf = (index: number, marks: readonly PageMark[], lang = 'en'): PageView => ({
  ...{ index, width: 600, height: 800, lang, class: 'body', number: 1, marks, picture: String(index) },
});

describe('words are found', () => {
  const pages = [
    pageOf(0, [mark('Net sales were', 'p1'), mark('JPY10,568 million', 'p1', 22), mark('Net', 'p2', 40)]),
    pageOf(1, [mark('売上高は ﾅﾄﾘｳﾑ', 'p3')]),
  ];
  it.each([
    ['on one line', 'sales', 1],
    ['over two lines', 'were jpy10,568', 1],
    ['in another case', 'NET', 2],
    ['with other spaces', 'netsales', 1],
    ['in another width', 'ＪＰＹ１０，５６８', 1],
    ['in kana of half a width', 'ナトリウム', 1],
    ['without spaces between characters', '売上高', 1],
    ['not over two elements', 'million net', 0],
    ['not at all', 'assets', 0],
    ['not where there are none', '  ', 0],
  ])('%s', (_, words, count) => {
    expect(findText(pages, words)).toHaveLength(count);
  });

  it('with a rectangle for each line', () => {
    const [match] = findText(pages, 'were JPY');
    expect(match?.boxes.map(({ x, y, width }) => [x, y, Math.round(width)])).toEqual([
      [110, 10, 40],
      [10, 22, 30],
    ]);
  });
});

describe('the corresponding place of the other language', () => {
  const figures = [0, 1, 2, 3].map((id) => ({
    ...{ id, lang: id < 2 ? 'ja' : 'en', text: '1', fact: `f${id % 2}@p`, label: '', group: id % 2, partners: [(id + 2) % 4] },
    notes: [],
    typedAt: { file: 'a', line: 1, column: 1, length: 1 },
  }));
  const pages = [
    pageOf(0, [mark('1', 'a', 100, 0), mark('1', 'b', 500, 1)], 'ja'),
    pageOf(1, [mark('1', 'c', 300, 2)]),
    pageOf(2, [mark('1', 'd', 50, 3)]),
  ];
  const spots = spotsOf(pages);
  it('is that of the nearest figure, as far from it', () => {
    expect(partnerOf({ page: 0, y: 120 }, pages, figures, spots, 'en')).toEqual({ page: 1, y: 320 });
    expect(partnerOf({ page: 0, y: 450 }, pages, figures, spots, 'en')).toEqual({ page: 2, y: 0 });
    expect(partnerOf({ page: 2, y: 60 }, pages, figures, spots, 'ja')).toEqual({ page: 0, y: 510 });
  });
  it('is none where no figure is near, or none has a partner', () => {
    expect(partnerOf({ page: 2, y: 700 }, pages, figures, spots, 'ja')).toBeUndefined();
    expect(partnerOf({ page: 0, y: 120 }, pages, figures, spots, 'de')).toBeUndefined();
  });
});
