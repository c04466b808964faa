import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../src/model/document.ts';
import type { Page } from '../../../src/model/page.ts';
import { documentOf, head, here, inline, lines, note, section, table } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs, text } from '../../support/lay-out.ts';

const heads = [head('h.stub', [0, 0, 1, 1], 'Item'), head('h.jpy', [0, 1, 1, 1], 'JPY')];
const captioned: Partial<Table> = {
  captions: [{ id: 't.caption', inlines: inline('Table 1') }],
  unit: { id: 't.unit', inlines: inline('(JPY in millions)') },
  headRows: 1,
  heads,
};

const set = (blocks: readonly Block[]) => layOut(documentOf({ en: [section('s', blocks)] }), blockStyleSheet());

/** Row numbers of a table on a page. */
const rowsOn = (page: Page): readonly number[] => [
  ...new Set(
    runs(page).flatMap((run) =>
      'element' in run.owner && /^t\.r\d+\./.test(run.owner.element) ? [Number(run.owner.element.slice(3).split('.')[0])] : [],
    ),
  ),
];

const repeated = (page: Page): readonly string[] =>
  runs(page)
    .filter((run) => 'artifact' in run.owner && run.owner.artifact === 'repeated-head')
    .map(text);

describe('a table of 120 rows', () => {
  const rows = Array.from({ length: 120 }, (_, index) => `row ${index} | ${index}`);
  const { layout, findings } = set([table('t', rows, captioned), note('n', '(1)', 'A note.')]);

  it('is split between rows and loses none', () => {
    expect(layout.pages.length).toBeGreaterThan(8);
    expect(layout.pages.flatMap(rowsOn)).toEqual(Array.from({ length: 120 }, (_, index) => index));
    expect(findings).toEqual([]);
  });

  it('repeats its head and its caption, with the word that it goes on, as artifacts', () => {
    expect(repeated(layout.pages[0] as Page)).toEqual([]);
    for (const page of layout.pages.slice(1)) expect(repeated(page).join('')).toBe('Table 1 (continued)(JPY in millions)ItemJPY');
  });

  it('opens each page with its edge and closes only on the last', () => {
    const edges = layout.pages.map((page) => page.items.filter((item) => item.kind === 'rule' && item.role === 'edge').length);
    expect(edges).toEqual([...layout.pages.slice(1).map(() => 1), 2]);
  });

  it('keeps inside the body of every page', () => {
    for (const page of layout.pages) {
      for (const frame of page.frames) expect(frame.y + frame.height).toBeLessThanOrEqual(350.01);
    }
  });

  it('keeps three rows with its note on the last page', () => {
    const last = layout.pages.at(-1) as Page;
    expect(rowsOn(last).length).toBeGreaterThanOrEqual(3);
    expect(last.frames.map((frame) => frame.element)).toContain('n');
  });
});

describe('a table', () => {
  it('of less than six tenths of a page is never split', () => {
    const rows = Array.from({ length: 8 }, (_, index) => `row ${index} | ${index}`);
    const { layout } = set([lines('a', 9), table('t', rows)]);
    expect(layout.pages.map((page) => rowsOn(page).length)).toEqual([0, 8]);
  });

  it('is not split after a section head nor within two rows before a total', () => {
    // Without the keep rules the page would end before row 12 and before row 13.
    const rows = Array.from({ length: 20 }, (_, index) =>
      index === 11 ? '#Section' : index === 14 ? '-Total | 1' : `row ${index} | ${index}`,
    );
    const { layout } = set([table('t', rows)]);
    const first = rowsOn(layout.pages[0] as Page).at(-1);
    expect(first).toBe(10);
    const plain = set([
      table(
        't',
        rows.map((row) => row.replace(/^[#-]\w+/, 'row')),
      ),
    ]).layout;
    expect(rowsOn(plain.pages[0] as Page).at(-1)).toBeGreaterThan(10);
  });

  it('is not split after a section head and the first of its rows', () => {
    // As many rows fit with and without the head; it takes its row along to the next page.
    const rows = (head: number): readonly string[] =>
      Array.from({ length: 20 }, (_, index) => (index === head ? '#Section' : `row ${index} | ${index}`));
    const lastOf = (head: number): number => rowsOn(set([table('t', rows(head))]).layout.pages[0] as Page).at(-1) ?? -1;
    const full = lastOf(-1);
    expect(lastOf(full - 2)).toBe(full);
    expect(lastOf(full - 1)).toBe(full - 2);
    expect(lastOf(full)).toBe(full - 1);
  });

  it('that is a statement over one page is told of', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `row ${index} | ${index}`);
    const { findings } = set([table('t', rows, { style: 'statement' })]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['layout/table-too-tall', 'warning']]);
  });

  it('whose head fills the page is an error, and still set', () => {
    const tall = { ...captioned, captions: Array.from({ length: 16 }, (_, index) => ({ id: `t.c${index}`, inlines: inline('Caption') })) };
    const { layout, findings } = set([table('t', ['a | 1', 'b | 2'], { ...tall, at: here })]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['layout/table-too-tall', 'error']]);
    expect(layout.pages.flatMap(rowsOn)).toEqual([0, 1]);
  });
});
