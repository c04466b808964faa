import { describe, expect, it } from 'vitest';
import { footMatrix, matrixCell } from '../../src/figures/foot-matrix.ts';
import { Exact } from '../../src/model/exact.ts';
import type { MatrixSum } from '../../src/model/statement-spec.ts';
import { seeded } from '../support/seeded-random.ts';

/** Rows by columns of exact values; the last row and the last column are totals. */
function grid(values: readonly (readonly string[])[]) {
  const leaves = values.map((row) => row.map((text) => Exact.parse(text)!));
  const rows = leaves.map((row) => [...row, sumOf(row)]);
  const all = [...rows, rows[0]!.map((_, column) => sumOf(rows.map((row) => row[column]!)))];
  const figures = all.flatMap((row, r) => row.map((exact, c) => ({ id: matrixCell(r, c), exact })));
  const [last, width] = [all.length - 1, all[0]!.length - 1];
  const one = 1 as const;
  const sums: Pick<MatrixSum, 'way' | 'row' | 'column' | 'parts'>[] = [
    ...all.map((_, row) => ({
      way: 'across' as const,
      row,
      column: width,
      parts: Array.from({ length: width }, (_, column) => ({ row, column, weight: one })),
    })),
    ...all[0]!.map((_, column) => ({
      way: 'down' as const,
      row: last,
      column,
      parts: Array.from({ length: last }, (_, row) => ({ row, column, weight: one })),
    })),
  ];
  return { figures, sums, last, width };
}

const sumOf = (values: readonly Exact[]): Exact => values.reduce((sum, value) => sum.add(value), Exact.zero);

/** What is printed, row by row. */
function printed({ figures, sums, width }: ReturnType<typeof grid>, first: 'across' | 'down' | undefined): readonly string[] {
  const { printed: prints } = footMatrix(figures, sums, first, 0);
  const rows: string[] = [];
  for (let at = 0; at < figures.length; at += width + 1) {
    rows.push(
      figures
        .slice(at, at + width + 1)
        .map(({ id }) => prints.get(id)!.toFixed(0))
        .join(' '),
    );
  }
  return rows;
}

describe('footMatrix', () => {
  it('rounds the figure that each line is reconciled to, and gives the units that it lacks to the parts that they distort least', () => {
    const halves = grid([
      ['1.4', '1.4'],
      ['2.4', '2.4'],
    ]);
    // 1.4 + 1.4 is 2.8: printed as 3, one of its parts takes the unit.
    expect(printed(halves, 'across')).toEqual(['1 2 3', '2 3 5', '3 5 8']);
    expect(printed(halves, 'down')).toEqual(['1 1 2', '3 3 6', '4 4 8']);
    expect(printed(halves, undefined)).toEqual(['1 1 2', '2 2 4', '3 3 6']);
  });

  it('keeps what is pinned, and tells a line that pins keep from footing', () => {
    const { figures, sums } = grid([['1.4', '1.4']]);
    const pinned = figures.map((figure) => (figure.id.startsWith('0 ') ? { ...figure, pin: Exact.of(1) } : figure));
    const { printed: prints, conflicts } = footMatrix(pinned, sums, 'across', 0);
    expect(prints.get('0 2')!.toFixed(0)).toBe('1');
    expect(conflicts.map(({ id, sum }) => `${id} ${sum.toFixed(0)}`)).toEqual(['0 2 2']);
  });

  it.each(['across', 'down', undefined] as const)('foots both ways whatever the figures are: %s', (first) => {
    const { below } = seeded(7);
    for (let run = 0; run < 200; run++) {
      const [height, breadth] = [1 + below(5), 1 + below(5)];
      const made = grid(
        Array.from({ length: height }, () => Array.from({ length: breadth }, () => ((below(10_000) - 5000) / 100).toFixed(2))),
      );
      const { printed: prints, conflicts } = footMatrix(made.figures, made.sums, first, 0);
      expect(conflicts).toEqual([]);
      for (const { row, column, parts } of made.sums) {
        const sum = sumOf((parts ?? []).map((part) => prints.get(matrixCell(part.row, part.column))!));
        expect(prints.get(matrixCell(row, column))!.toFixed(0)).toBe(sum.toFixed(0));
      }
    }
  });
});
