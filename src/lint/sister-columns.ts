// Turn tables of a section with the same heads into findings where a column of one does not stand below that of another.
import type { Table } from '../model/document.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { columnEdges, type SetTable, setTables } from './set-tables.ts';

/** Points that nobody sees. */
const near = 0.05;

/** What a reader follows from one table down to the next. */
function headsOf({ style, columns, headRows, heads }: Table): string {
  const over = heads.filter(({ column, pieces }) => column > 0 && pieces.length > 0);
  const cells = over.map(({ row, column, rowSpan, colSpan, pieces }) => [
    row,
    column,
    rowSpan,
    colSpan,
    ...pieces.flat().map(({ text }) => text),
  ]);
  return over.length > 0 ? JSON.stringify([style, columns.length, headRows, cells]) : '';
}

/** Set upright, each row on one line of figures. */
const isPlain = ({ rows }: SetTable): boolean =>
  rows.every(({ page }) => page.width < page.height) && new Set(rows.map(({ row }) => row)).size === rows.length;

function* columnsApart(input: LintInput): Iterable<PageFinding> {
  const tables = setTables(input).filter(isPlain);
  for (const { sections } of input.document.parts) {
    for (const section of sections) {
      const first = new Map<string, ReadonlyMap<number, number>>();
      for (const set of tables.filter(({ table }) => input.elements.get(table.heads[0]?.id ?? '')?.section === section)) {
        const heads = headsOf(set.table);
        const [row] = set.rows;
        if (heads === '' || !row) continue;
        const edges = new Map([...columnEdges(set, input)].map(([key, edge]) => [Number(key.split('|')[0]), edge - set.left]));
        const above = first.get(heads);
        if (!above) first.set(heads, edges);
        for (const [column, edge] of above ? edges : []) {
          const off = edge - (above?.get(column) ?? edge);
          if (Math.abs(off) <= near) continue;
          const message = say`column ${column + 1} of ${set.table.statement} stands ${off.toFixed(2)} pt off that of a table above it with the same heads`;
          yield { page: row.page, x: set.left + edge, y: row.y, message, at: set.table.at };
        }
      }
    }
  }
}

export const sisterColumns: readonly LintRule[] = [
  {
    code: 'lint/TL-62',
    severity: 'error',
    rule: 'tables of a section with the same heads have their columns at the same places',
    hint: 'shorten the longest label of these tables, or give their style a smaller size',
    run: columnsApart,
  },
];
