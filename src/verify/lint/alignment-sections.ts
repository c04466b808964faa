// Turn a table's rows into the sections in which its decimal points stand below one another.
import type { BodyRow, Table } from '../../model/document.ts';

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

/** A column of a section with several points: whole numbers keep to them too. One point alone keeps to the digits. */
export const pointed = (rows: readonly BodyRow[], column: number): boolean =>
  rows.filter((row) => (row.cells[column]?.decimals ?? 0) > 0).length > 1;

/** A cell that lacks decimals beside others of its section ends before the digit edge. */
export function endsShort(rows: readonly BodyRow[], row: BodyRow, column: number): boolean {
  const most = Math.max(0, ...rows.map((each) => each.cells[column]?.decimals ?? 0));
  return pointed(rows, column) && (row.cells[column]?.decimals ?? 0) < most;
}
