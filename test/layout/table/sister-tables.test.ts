// Turn tables of one section into columns: those with the same heads stand below one another, and others as they need.
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/document.ts';
import type { Layout } from '../../../src/model/page.ts';
import { documentOf, head, section, table } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs, text } from '../../support/lay-out.ts';

const headed = (id: string, rows: readonly string[], heads: readonly [string, string] = ['2Q02', '1Q02']): Table =>
  table(id, rows, {
    headRows: 1,
    heads: [head(`${id}.stub`, [0, 0, 1, 1], ''), head(`${id}.a`, [0, 1, 1, 1], heads[0]), head(`${id}.b`, [0, 2, 1, 1], heads[1])],
  });
const short = headed('short', ['Other | 8 | 9', '-Total | 18 | 19']);
const long = headed('long', ['Everything that has a long label here | 1,234,567 | 2,345,678', '-Total | 1,234,567 | 2,345,678']);

const set = (tables: readonly Table[]): Layout => layOut(documentOf({ en: [section('s', tables)] }), blockStyleSheet()).layout;

/** Right edge of the last figure of each column. */
const edges = (layout: Layout, id: string): readonly number[] =>
  [0, 1].map((column) => {
    const run = layout.pages
      .flatMap(runs)
      .find(({ owner }) => 'element' in owner && owner.element.startsWith(`${id}.`) && owner.element.endsWith(`.c${column}`));
    return (run?.x ?? 0) + (run?.width ?? 0);
  });

describe('tables with the same heads', () => {
  it('share their columns, whatever each would need alone', () => {
    const together = set([short, long]);
    expect(edges(together, 'short')).toEqual(edges(together, 'long'));
    expect(edges(set([short]), 'short')).not.toEqual(edges(together, 'short'));
  });

  it('are told from others by the words of their heads', () => {
    const other = headed('other', ['Other | 8 | 9'], ['2Q02', '2Q01']);
    expect(edges(set([other, long]), 'other')).toEqual(edges(set([other]), 'other'));
  });

  it('have rules above their totals as wide as their own figures', () => {
    const rulesOf = (layout: Layout): readonly number[] =>
      layout.pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'rule' && item.role === 'total' ? [item.width] : [])));
    const alone = rulesOf(set([short]));
    expect(alone.length).toBeGreaterThan(0);
    expect(rulesOf(set([short, long])).slice(0, alone.length)).toEqual(alone);
  });

  it('say what they print', () => {
    expect(
      set([short, long])
        .pages.flatMap(runs)
        .map(text)
        .filter((each) => each === '2Q02'),
    ).toHaveLength(2);
  });
});
