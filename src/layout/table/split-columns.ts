// Turn a table that no page is wide enough for into tables of some of its columns: whole groups under one top head.
import type { Table } from '../../model/document.ts';

/** Columns from the left, from 0, that stand under one head of the first level; a column without one stands alone. */
export function columnGroups(table: Table): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (let column = 0; column < table.columns.length; ) {
    const top = table.heads.find((head) => head.row === 0 && head.column === column + 1);
    const count = top?.colSpan ?? 1;
    groups.push(Array.from({ length: count }, (_, index) => column + index));
    column += count;
  }
  return groups;
}

/** The table with neighbouring columns only, and its label column. */
export function takeColumns(table: Table, columns: readonly number[]): Table {
  const first = columns[0] ?? 0;
  const inside = (column: number): boolean => column >= first && column < first + columns.length;
  return {
    ...table,
    columns: table.columns.filter((_, column) => inside(column)),
    heads: table.heads.flatMap((head) => {
      if (head.column === 0) return [head];
      return inside(head.column - 1) ? [{ ...head, column: head.column - first }] : [];
    }),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, column) => inside(column)) })),
  };
}
