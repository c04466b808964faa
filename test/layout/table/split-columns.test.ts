import { describe, expect, it } from 'vitest';
import { columnGroups, takeColumns } from '../../../src/layout/table/plan-table.ts';
import { head, table } from '../../support/block-document.ts';

const wide = {
  ...table('t', ['label | 1 | 2 | 3 | 4 | 5']),
  headRows: 2,
  heads: [
    head('stub', [0, 0, 2, 1], 'Stub'),
    head('a', [0, 1, 1, 2], 'A'),
    head('a1', [1, 1, 1, 1], 'A1'),
    head('a2', [1, 2, 1, 1], 'A2'),
    head('b', [0, 3, 2, 1], 'B'),
    head('c', [0, 4, 1, 2], 'C'),
    head('c1', [1, 4, 1, 1], 'C1'),
    head('c2', [1, 5, 1, 1], 'C2'),
  ],
};

describe('columns of a table', () => {
  it('go together under a head of the first level, and alone without one', () => {
    expect(columnGroups(wide)).toEqual([[0, 1], [2], [3, 4]]);
    expect(columnGroups({ ...wide, headRows: 0, heads: [] })).toEqual([[0], [1], [2], [3], [4]]);
  });

  it('are taken with their heads, their figures and the label column', () => {
    const taken = takeColumns(wide, [2, 3, 4]);
    expect(taken.heads.map(({ id, column }) => [id, column])).toEqual([
      ['stub', 0],
      ['b', 1],
      ['c', 2],
      ['c1', 2],
      ['c2', 3],
    ]);
    expect(taken.columns.map(({ id }) => id)).toEqual(['c2', 'c3', 'c4']);
    expect(taken.rows[0]?.cells.map((cell) => cell?.core)).toEqual(['3', '4', '5']);
  });
});
