// Comparison of small made-up builds: pages put in, paragraphs put in, words that follow a sign, files that say something else.
import { describe, expect, it } from 'vitest';
import { printDifferences } from '../../src/commands/print-differences.ts';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import { defaultDiffOptions } from '../../src/compare/diff-options.ts';
import { matchRecords } from '../../src/compare/match-records.ts';
import type { Version } from '../../src/compare/version.ts';
import type { FactRecord, FigureRecord, PageRecord, RunRecord, TextRecord } from '../../src/model/build-record.ts';
import type { PdfPage } from '../../src/pdf/engine/pdf-page.ts';

/** All of its pages are read. */
interface ReadVersion extends Version {
  readonly pages: readonly PdfPage[];
}

const at = { file: 'data/x/periods/q.yaml', line: 3 };

interface Paragraph {
  readonly id: string;
  readonly text: string;
  readonly spans?: TextRecord['spans'];
}

/** Pages of paragraphs, one line each, and a folio. */
function version(
  name: string,
  pages: readonly (readonly Paragraph[])[],
  facts: readonly FactRecord[] = [],
  figures: readonly FigureRecord[] = [],
): ReadVersion {
  const texts = pages
    .flat()
    .map(({ id, text, spans = [] }): TextRecord => ({ id, block: id, part: 'en', lang: 'en', kind: 'paragraph', text, spans, at }));
  const records = pages.map((paragraphs, index): PageRecord => {
    const lines = paragraphs.map(
      ({ id, text }, line): RunRecord => ({ x: 50, y: 100 + 20 * line, width: 6 * text.length, size: 10, font: 'f', text, owner: id }),
    );
    const folio: RunRecord = { x: 300, y: 800, width: 6, size: 10, font: 'f', text: String(index + 1), artifact: 'footer' };
    return { page: index + 1, class: 'text', width: 600, height: 850, runs: [...lines, folio], rules: [] };
  });
  const read = records.map(
    ({ runs, width, height }): PdfPage => ({
      width,
      height,
      words: runs.map(({ text, x, y, width: wide }) => ({ text, x, y: y - 8, width: wide, height: 10 })),
    }),
  );
  return {
    name,
    pages: read,
    altered: [],
    record: { figures: { format: 2, givens: [], overrides: [], facts, figures }, document: { format: 1, texts, pages: records } },
  };
}

const p = (id: string, text: string): Paragraph => ({ id, text });
const first = [p('en.1', 'Revenues of the quarter grew.'), p('en.2', 'Costs of the quarter fell.')];
const second = [p('en.3', 'Cash at the end of the period was stable.')];

describe('records that were matched before', () => {
  it('give the same as records that are matched now, however often', () => {
    const [old, now] = [
      version('a', [first, second]),
      version('b', [[p('en.0', 'A new paragraph stands first.'), ...first], [p('en.3', 'Cash at the end of the period was low.')]]),
    ];
    const matched = matchRecords(old.record, now.record);
    const told = compareBuilds(old, now);
    expect(told.changes.length).toBeGreaterThan(1);
    for (let i = 0; i < 3; i++) expect(compareBuilds(old, now, defaultDiffOptions, matched)).toEqual(told);
    expect(matchRecords(old.record, old.record)).toBeUndefined();
    expect(matchRecords(undefined, now.record)).toBeUndefined();
  });
});

describe('texts in another order', () => {
  const item = (n: number) =>
    p(`en.${n}`, `${['Instruments', 'Services', 'Software', 'Analyzers'][n]} of the Group sold well in the period ${n}.`);
  const order = (...indexes: readonly number[]) => version('v', [indexes.map((n, place) => ({ ...item(n), id: `en.${place}` }))]);
  const told = (before: ReturnType<typeof order>, after: ReturnType<typeof order>) =>
    compareBuilds(before, after).changes.flatMap((change) => (change.kind === 'text' ? [change] : []));

  it.each([
    { name: 'two neighbours', now: [1, 0, 2, 3], moved: 1 },
    { name: 'the last first', now: [3, 0, 1, 2], moved: 1 },
    { name: 'the first last', now: [1, 2, 3, 0], moved: 1 },
    { name: 'all turned round', now: [3, 2, 1, 0], moved: 3 },
    { name: 'two of them elsewhere', now: [2, 3, 0, 1], moved: 2 },
  ])('have moved, and are neither gone nor new: $name', ({ now, moved }) => {
    const changes = told(order(0, 1, 2, 3), order(...now));
    expect(changes).toHaveLength(moved);
    for (const { moved: flag, before, after, summary } of changes) {
      expect(flag).toBe(true);
      expect(after?.text).toBe(before?.text);
      expect(summary).toContain('has moved');
    }
  });

  it('have moved, and are told with their words, where they say something else now', () => {
    const changed = version('b', [[item(1), { ...item(0), text: item(0).text.replace('well', 'better') }, item(2)]]);
    const changes = told(order(0, 1, 2), changed);
    expect(changes.filter(({ moved }) => moved)).toHaveLength(1);
    expect(changes.every(({ before, after }) => before && after)).toBe(true);
    expect(changes.flatMap(({ edits }) => edits.map(({ after }) => after))).toContain('better');
  });

  it('are gone and new where they have few words in common', () => {
    const other = version('b', [[item(1), p('en.9', 'Dividends of the year are left as they were announced in spring.')]]);
    expect(told(order(0, 1), other).map(({ before, after }) => [before !== undefined, after !== undefined])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('two builds', () => {
  it('are the same when nothing differs', () => {
    expect(compareBuilds(version('a', [first, second]), version('b', [first, second])).changes).toEqual([]);
  });

  it('differ in the page put in and its words, and in no page after it', () => {
    const inserted = [p('en.9', 'A new page speaks of something else altogether.')];
    const { changes, pages } = compareBuilds(version('a', [first, second]), version('b', [first, inserted, second]));
    expect(changes.map(({ class: name, kind }) => `${name} ${kind}`)).toEqual(['text text', 'layout page-added', 'layout moved']);
    // What is left is the folio, which is another number.
    expect(changes[2]?.summary).toMatch(/folio/);
    expect(pages).toMatchObject([{ old: 1, new: 1, changes: [] }, { new: 2 }, { old: 2, new: 3 }]);
    const without = compareBuilds(version('a', [first, second]), version('b', [first, inserted, second]), {
      ignore: [{ name: 'folio' }],
      threshold: 0.1,
    });
    expect(without.changes.map(({ kind }) => kind)).toEqual(['text', 'page-added']);
  });

  it('tell a paragraph put in as one text, although all after it have other ids', () => {
    const now = [p('en.1', 'Revenues of the quarter grew.'), p('en.2', 'Orders were received.'), p('en.3', 'Costs of the quarter fell.')];
    const { changes } = compareBuilds(version('a', [first]), version('b', [now]));
    expect(changes.filter(({ class: name }) => name === 'text')).toMatchObject([
      { summary: expect.stringContaining('Orders were received.'), old: [] },
    ]);
    expect(changes.filter(({ class: name }) => name === 'layout')).toMatchObject([
      { block: 'en.3', summary: expect.stringContaining('20.00 pt down') },
    ]);
    expect(changes).toHaveLength(2);
  });

  it('tell a word that follows a sign as consequential, with the fact that turned it', () => {
    const fact = (value: string): FactRecord => ({ fact: 'cash@q', unit: 'money', value, origin: 'reported', at });
    const text = (word: string): Paragraph => ({
      id: 'en.1',
      text: `Cash showed ${word}.`,
      spans: [{ start: 12, end: 12 + word.length, bound: { by: 'direction', fact: 'cash@q', against: 'cash@p', movement: 'up' } }],
    });
    const { changes } = compareBuilds(
      version('a', [[text('an increase')]], [fact('5')]),
      version('b', [[text('a decrease')]], [fact('-5')]),
    );
    expect(changes).toMatchObject([
      { id: 'ordered-1', class: 'ordered', subject: 'cash@q' },
      { class: 'consequential', kind: 'words', edits: [{ before: 'an increase', after: 'a decrease' }], causes: ['ordered-1'] },
    ]);
  });

  it('leave a figure unexplained that changed though no fact did', () => {
    const figure = (text: string): FigureRecord => ({
      id: 0,
      fact: 'cash@q',
      measure: 'amount',
      exact: text,
      printed: text,
      treatment: 'plain',
      text,
      lang: 'en',
      place: { kind: 'cell', statement: 's', row: 0, column: 'c' },
      at,
      places: [{ page: 1, x: 10, y: 20, width: 30, size: 10 }],
    });
    const { changes } = compareBuilds(version('a', [first], [], [figure('5')]), version('b', [first], [], [figure('6')]));
    expect(changes).toMatchObject([{ class: 'unexplained', kind: 'figure', chain: [], new: [{ page: 1 }] }]);
  });

  it('tell dollars that moved with the rate as consequential, and the rate as ordered', () => {
    const figure = (text: string): FigureRecord => ({
      id: 0,
      fact: 'cash@q',
      measure: 'translated',
      exact: text,
      printed: text,
      treatment: 'plain',
      text,
      lang: 'en',
      place: { kind: 'cell', statement: 's', row: 0, column: 'usd' },
      at,
      places: [],
    });
    const fact: FactRecord = { fact: 'cash@q', unit: 'money', value: '600', origin: 'reported', at };
    const at121 = (rate: string, text: string): Version => {
      const made = version(rate, [first], [fact], [figure(text)]);
      if (!made.record) throw new Error('a made-up build has a record');
      const given = { given: 'rate', value: rate, at };
      return { ...made, record: { ...made.record, figures: { ...made.record.figures, givens: [given] } } };
    };
    expect(compareBuilds(at121('120', '5'), at121('100', '6')).changes).toMatchObject([
      { class: 'ordered', kind: 'given', subject: 'rate', before: '120', after: '100' },
      {
        class: 'consequential',
        causes: ['ordered-1'],
        chain: [
          { by: 'ordered', subject: 'rate' },
          { by: 'measure', measure: 'translated' },
        ],
      },
    ]);
  });

  it('find what a file says and its build never recorded', () => {
    const altered = version('b', [first]);
    const [page] = altered.pages;
    const words =
      page?.words.map((word) => (word.text.startsWith('Costs') ? { ...word, text: word.text.replace('fell', 'rose') } : word)) ?? [];
    const { changes } = compareBuilds(version('a', [first]), { ...altered, pages: page ? [{ ...page, words }] : [] });
    expect(changes).toMatchObject([{ class: 'unexplained', kind: 'reading', old: [] }]);
    expect(changes[0]?.new.every(({ page: on, y }) => on === 1 && y > 105 && y < 125)).toBe(true);
    expect(changes[0]?.summary).toMatch(/'Costs of the quarter rose\.' is read/);
  });

  it('find a strange mark beside a changed word, and only it', () => {
    const draw = (marks: readonly (readonly [number, number, number, number])[]) => {
      const data = new Uint8Array(600 * 850).fill(255);
      for (const [x, y, width, height] of marks)
        for (let row = y; row < y + height; row++) data.fill(0, row * 600 + x, row * 600 + x + width);
      return { width: 600, height: 850, data };
    };
    const drawn = (side: ReadVersion, marks: readonly (readonly [number, number, number, number])[]): Version => ({
      ...side,
      pages: side.pages.map((page) => ({ ...page, bitmap: draw(marks) })),
    });
    const old = drawn(version('a', [[p('en.1', 'Costs fell.')]]), [[50, 92, 60, 10]]);
    const now = drawn(version('b', [[p('en.1', 'Costs rose.')]]), [
      [52, 92, 60, 10],
      [130, 95, 4, 4],
    ]);
    const { changes } = compareBuilds(old, now);
    expect(changes.map(({ class: name }) => name)).toEqual(['text', 'unexplained']);
    const [box] = changes[1]?.new ?? [];
    expect(box && box.x <= 130 && box.x + box.width >= 134 && box.x > 111).toBe(true);
  });
});

describe('two files without a record', () => {
  const file = (name: string, ...pages: readonly (readonly (readonly [text: string, x: number, y: number])[])[]): ReadVersion => ({
    name,
    altered: [],
    pages: pages.map((words) => ({
      width: 600,
      height: 850,
      words: words.map(([text, x, y]) => ({ text, x, y, width: 6 * text.length, height: 10 })),
    })),
  });

  it('differ in words, each edit at its place, and say how deep they were compared', () => {
    const old = file('a', [
      ['Sales', 50, 100],
      ['of', 90, 100],
      ['10,568', 110, 100],
    ]);
    const now = file('b', [
      ['Sales', 50, 100],
      ['of', 90, 100],
      ['10,578', 110, 100],
    ]);
    const { changes, depth, counts } = compareBuilds(old, now);
    expect(depth).toBe('pages');
    expect(counts).toEqual({ ordered: 0, consequential: 0, text: 1, layout: 0, file: 0, unexplained: 0 });
    expect(changes).toMatchObject([
      { kind: 'page-text', edits: [{ before: '10,568', after: '10,578' }], new: [{ page: 1, x: 110, y: 100 }] },
    ]);
  });

  it('differ in places only where the words are the same', () => {
    const { changes } = compareBuilds(file('a', [['Sales', 50, 100]]), file('b', [['Sales', 50, 112]]));
    expect(changes).toMatchObject([{ class: 'layout', kind: 'moved', new: [{ y: 112 }] }]);
  });

  it('differ in the size of a page', () => {
    const now = file('b', [['Sales', 50, 100]]);
    const larger: Version = { ...now, pages: now.pages.map((page) => ({ ...page, height: 900 })) };
    expect(compareBuilds(file('a', [['Sales', 50, 100]]), larger).changes).toMatchObject([{ class: 'layout', kind: 'page-size' }]);
  });

  it('are compared in little time even where every word of a hundred thousand differs', () => {
    // Processor time beside that of a quarter of the words, since machines differ: pairs of words would take sixteen times as much.
    const taken = (length: number): number => {
      const words = (first: string) => Array.from({ length }, (_, index) => [`${first}${index}`, 50, 100] as const);
      const started = process.cpuUsage();
      const { changes } = compareBuilds(file('a', words('x')), file('b', words('y')));
      const { user, system } = process.cpuUsage(started);
      expect(changes.map(({ kind }) => kind)).toEqual(['page-text']);
      return (user + system) / 1000;
    };
    const quarter = taken(25_000);
    const whole = taken(100_000);
    expect(whole).toBeLessThan(8 * quarter + 500);
  });
});

describe('what is told of two files', () => {
  it('cannot steer the terminal', () => {
    const hostile: ReadVersion = {
      name: 'b\u001b]0;title\u0007',
      altered: [],
      pages: [{ width: 600, height: 850, words: [{ text: '\u001b[2J\u202egone', x: 50, y: 100, width: 60, height: 10 }] }],
    };
    const old: Version = { ...hostile, name: 'a', pages: hostile.pages.map((page) => ({ ...page, words: [] })) };
    const told = printDifferences(compareBuilds(old, hostile), { lines: 0, colour: false });
    expect(told).toContain('gone');
    expect([...told].filter((character) => /[\p{Cc}\u202e]/u.test(character) && character !== '\n')).toEqual([]);
  });
});
