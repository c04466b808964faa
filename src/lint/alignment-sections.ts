// Turn a table's rows into the sections in which its decimal points stand below one another.
import type { BodyRow, FigureCell, Table } from '../model/document.ts';

/** Rows between rules and section heads, by each of their rows: where decimal points stand in line. A total stands alone. */
export function sectionsOf(table: Table): ReadonlyMap<BodyRow, readonly BodyRow[]> {
  const sections = new Map<BodyRow, BodyRow[]>();
  let open: BodyRow[] = [];
  for (const row of table.rows) {
    if (row.kind === 'head' || row.rule !== 'none' || open.at(-1)?.rule !== 'none') open = [];
    open.push(row);
    sections.set(row, open);
  }
  return sections;
}

/** Digits that a cell prints after its point. */
const fractionOf = (cell: FigureCell | undefined): number => /\.(\d+)$/.exec(cell?.core ?? '')?.[1]?.length ?? 0;

/**
 * Two rows or more of the section print a point in columns of this one's measure: whole numbers keep to the points too. The points
 * of one row alone have none to stand below: its figures keep to the digits.
 */
export function pointed({ columns }: Table, rows: readonly BodyRow[], column: number): boolean {
  const measure = columns[column]?.measure;
  const hasPoint = (row: BodyRow): boolean => row.cells.some((cell, other) => columns[other]?.measure === measure && fractionOf(cell) > 0);
  return rows.filter(hasPoint).length > 1;
}

/** A cell that lacks decimals beside others of its section and column ends before the digit edge. */
export function endsShort(table: Table, rows: readonly BodyRow[], row: BodyRow, column: number): boolean {
  const most = Math.max(0, ...rows.map((each) => fractionOf(each.cells[column])));
  return pointed(table, rows, column) && fractionOf(row.cells[column]) < most;
}
