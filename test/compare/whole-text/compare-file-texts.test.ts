// Two files without a record: what differs in their text, over all pages, and what only reads otherwise.
import { describe, expect, it } from 'vitest';
import { compareBuilds } from '../../../src/compare/compare-builds.ts';
import type { Version } from '../../../src/compare/version.ts';
import type { PdfPage, PdfWord } from '../../../src/pdf/engine/pdf-page.ts';

/** Pages of lines, twenty points from each other: words of English by spaces, a line of Japanese whole. */
function file(name: string, ...pages: readonly (readonly string[])[]): Version {
  const read = pages.map((lines): PdfPage => ({ width: 595, height: 842, words: lines.flatMap(lineOf) }));
  return { name, altered: [], pages: read };
}

function lineOf(text: string, line: number): readonly PdfWord[] {
  let x = 72;
  return text.split(' ').map((word) => {
    const width = word.length * 6;
    const placed = { text: word, x, y: 100 + 20 * line, width, height: 10 };
    x += width + 4;
    return placed;
  });
}

const told = (old: Version, now: Version) => {
  const { changes } = compareBuilds(old, now);
  return changes.map((change) => `${change.class}: ${change.summary}`);
};

const english = [
  'Sales of meters rose in spring.',
  'Costs of plant fell in summer.',
  'Goodwill held its value all year.',
  'Cash was short in autumn.',
];

describe('the text of two files', () => {
  const table: readonly (readonly [string, Version, Version, readonly (string | RegExp)[]])[] = [
    [
      'a line put in on the first page is one change, and what moves to the next page is neither gone nor new',
      file('a', english.slice(0, 2), english.slice(2)),
      file('b', [english[0] ?? '', 'Orders were put in here by hand.'], english.slice(1, 3), english.slice(3)),
      [
        /^text: page 1: 'Orders were put in here by hand\.' is new$/,
        /^layout: page 3 is new$/,
        /^layout: pages? .* words stand elsewhere$/,
      ],
    ],
    [
      'a page taken out is one change of text',
      file('a', english.slice(0, 1), english.slice(1, 3), english.slice(3)),
      file('b', english.slice(0, 1), english.slice(3)),
      [/^text: page 2 of the old version is gone: 'Costs of plant/],
    ],
    [
      'two lines exchanged only moved',
      file('a', english),
      file('b', [english[0] ?? '', english[2] ?? '', english[1] ?? '', english[3] ?? '']),
      [/^layout: .*stands at another place of page 1$/, /^layout: .*words stand elsewhere$/],
    ],
    [
      'a Japanese line end that moves',
      file('a', ['当社は計測器の校正を行っております。']),
      file('b', ['当社は計測器の校', '正を行っております。']),
      [/^layout:/],
    ],
    [
      'a word of Japanese that changes',
      file('a', ['前年を上回りました。']),
      file('b', ['前年を下回りました。']),
      [/^text: page 1: '上回り' becomes '下回り'$/],
    ],
    ['a Kangxi radical', file('a', ['売上高は増加しました。']), file('b', ['売上\u2fbcは増加しました。']), []],
    ['full-width letters', file('a', ['ＩＲ部門']), file('b', ['IR部門']), [/^layout: .*set in other forms of the same characters$/]],
    ['a raised digit that is none', file('a', ['10m²']), file('b', ['10m2']), [/^text:/]],
    [
      'a word hyphenated at the end of a line',
      file('a', ['The distribution of cash']),
      file('b', ['The distri-', 'bution of cash']),
      [/^layout:/],
    ],
    ['a hyphen that a word had', file('a', ['We re-sign it']), file('b', ['We resign it']), [/^text:/]],
    ['a lost space', file('a', ['net sales']), file('b', ['netsales']), [/^text:/]],
  ];
  for (const [name, old, now, expected] of table)
    it(name, () => {
      const found = told(old, now);
      expect(found).toHaveLength(expected.length);
      for (const each of expected) expect(found).toContainEqual(expect.stringMatching(each));
    });

  it('names what reads the same by other characters in a remark', () => {
    const { changes, remarks } = compareBuilds(file('a', ['売上高']), file('b', ['売上\u2fbc']));
    expect(changes).toEqual([]);
    expect(remarks).toEqual([expect.stringContaining('高 (U+9AD8) becomes ⾼ (U+2FBC)')]);
  });

  it('lets folios count on where a page is gone, and tells a running head that changed once', () => {
    const page = (head: string, text: string, folio: number): PdfPage => ({
      width: 595,
      height: 842,
      words: [
        { text: head, x: 72, y: 20, width: 60, height: 10 },
        { text, x: 72, y: 200, width: 6 * text.length, height: 10 },
        { text: `- ${folio} -`, x: 290, y: 815, width: 20, height: 10 },
      ],
    });
    const version = (head: string, texts: readonly string[]): Version => ({
      name: head,
      altered: [],
      pages: texts.map((text, index) => page(head, text, index + 1)),
    });
    const texts = english.map((line) => line.replaceAll(' ', '\u3000'));
    expect(told(version('Corp', texts), version('Corp', [texts[0] ?? '', ...texts.slice(2)]))).toEqual([
      expect.stringMatching(/^text: page 2 of the old version is gone/),
      expect.stringMatching(/^layout: pages 2 to 3: folios count other pages$/),
    ]);
    expect(told(version('Corp', texts), version('Inc', texts))).toEqual(["text: running head of pages 1 to 4: 'Corp' becomes 'Inc'"]);
  });
});

describe('pages without text', () => {
  const marked = { width: 60, height: 84, data: new Uint8Array(60 * 84).fill(100) };
  const scan = (name: string, pages: number): Version => ({
    name,
    altered: [],
    pages: Array.from({ length: pages }, () => ({ width: 595, height: 842, words: [], bitmap: marked })),
  });

  it('are said to have none, and their words are not said to be gone', () => {
    expect(told(file('a', english.slice(0, 2), english.slice(2)), scan('b', 2))).toEqual([
      expect.stringMatching(/^unexplained: pages 1 to 2 of the new version hold no text, only a picture/),
    ]);
    expect(told(scan('a', 1), file('b', english))).toEqual([expect.stringMatching(/page 1 of the old version holds no text/)]);
  });

  it('are compared by their pictures where neither file has text', () => {
    const { changes, remarks } = compareBuilds(scan('a', 1), scan('b', 1));
    expect(changes).toEqual([]);
    expect(remarks).toEqual([expect.stringContaining('page 1: no text in either file')]);
  });
});

describe('what a file says in place of its words', () => {
  const drawn = (name: string, said?: string): Version => {
    const [page] = file(name, ['15,356']).pages;
    if (!page) throw new Error('a page was made');
    const other = said === undefined ? {} : { said: [{ drawn: '15,356', said, x: 72, y: 100, width: 36, height: 10 }] };
    return { name, altered: [], pages: [{ ...page, ...other }] };
  };

  it('is told where it differs from what is drawn, and where two files say otherwise of the same', () => {
    const same = compareBuilds(drawn('a', '15,366'), drawn('b', '15,366'));
    expect(same.changes).toEqual([]);
    expect(same.remarks?.[0]).toMatch(/'15,356' on page 1 is drawn where the file says '15,366' \(ActualText\): what is drawn is compared/);
    expect(told(drawn('a'), drawn('b', '15,366'))).toEqual([
      expect.stringMatching(/^text: page 1: what the file says .*'15,356' becomes '15,366'/),
    ]);
  });
});
