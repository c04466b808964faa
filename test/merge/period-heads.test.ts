import { describe, expect, it } from 'vitest';
import { type PlacedHead, periodHeads } from '../../src/merge/period-heads.ts';
import type { ColumnSpec, HeadSpec } from '../../src/model/statement-spec.ts';

const at = { file: 'statement.yaml', line: 1, column: 1, length: 1 };

const column = (id: string, period: string, measure: ColumnSpec['measure']): ColumnSpec => ({ id, period, measure }) as ColumnSpec;
const columns: readonly ColumnSpec[] = [
  column('now', 'current', 'amount'),
  column('now-share', 'current', 'percent-of'),
  column('then', 'prior', 'amount'),
  column('then-share', 'prior', 'percent-of'),
  column('change', 'current', 'change'),
];

/** A head at a row over columns, with words or a period. */
function head(row: number, start: number, span: number, said: string | { readonly period: string }): PlacedHead {
  const period = typeof said === 'string' ? undefined : said.period;
  const text = typeof said === 'string' ? said : undefined;
  const node = {
    over: [],
    at,
    ...(text ? { text } : {}),
    ...(period ? { period: { id: period, style: 'end' } } : {}),
  } as unknown as HeadSpec;
  const pieces = [[{ text: text ?? period ?? '', at }]];
  return { cell: { id: `t.h${row}.${start}`, row, column: start, rowSpan: 1, colSpan: span, pieces, at }, node };
}

describe('a share under a head of its own', () => {
  it('is announced with the head that names its period', () => {
    const heads = [
      head(0, 1, 4, 'Year-over-year'),
      head(0, 5, 1, 'Change'),
      head(1, 1, 1, { period: 'current' }),
      head(1, 2, 1, '%'),
      head(1, 3, 1, { period: 'prior' }),
      head(1, 4, 1, '%'),
    ];
    expect(periodHeads(columns, heads)).toEqual([undefined, { row: 1, column: 1 }, undefined, { row: 1, column: 3 }, undefined]);
  });

  it('is told apart by the words beside it where periods were typed', () => {
    const heads = [head(0, 1, 1, '2002'), head(0, 2, 1, '%'), head(0, 3, 1, '2001'), head(0, 4, 1, '%'), head(0, 5, 1, 'Change')];
    expect(periodHeads(columns, heads)).toEqual([undefined, { row: 0, column: 1 }, undefined, { row: 0, column: 3 }, undefined]);
  });

  it('needs none where a head over it names the period, or nothing else is called as it is', () => {
    const under = [
      head(0, 1, 2, { period: 'current' }),
      head(0, 3, 2, { period: 'prior' }),
      head(0, 5, 1, 'Change'),
      head(1, 2, 1, '%'),
      head(1, 4, 1, '%'),
    ];
    expect(periodHeads(columns, under)).toEqual(columns.map(() => undefined));
    const own = [
      head(0, 1, 1, '2002'),
      head(0, 2, 1, '% of 2002'),
      head(0, 3, 1, '2001'),
      head(0, 4, 1, '% of 2001'),
      head(0, 5, 1, 'Change'),
    ];
    expect(periodHeads(columns, own)).toEqual(columns.map(() => undefined));
  });
});
