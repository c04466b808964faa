// Turn a table that does not fit its page into a finding that names the statement and the widths or heights.

import type { Table } from '../../model/document.ts';
import type { Report } from '../codes.ts';
import type { FlowedColumns } from './flow-columns.ts';
import type { TablePlan } from './plan-table.ts';

/** The table's blocks of columns as set, and the height of the page body in points. */
export interface TableHeights {
  readonly blocks: readonly FlowedColumns[];
  readonly room: number;
}

export function reportTable(table: Table, plan: TablePlan, { blocks, room }: TableHeights, report: Report): void {
  reportWidth(table, plan, report);
  const least = Math.max(...blocks.map(({ carried, highestRow }) => carried + highestRow));
  const height = Math.max(...blocks.map((block) => block.height));
  const sheet = plan.turned ? 'the turned page' : 'the page';
  if (least > room) {
    report({
      severity: 'error',
      code: 'layout/table-too-tall',
      message: `captions, heads and one row of table ${table.statement} are ${points(least)} pt high, ${sheet} holds ${points(room)} pt`,
      at: table.at,
      hints: ['shorten the captions or the heads'],
    });
  } else if (table.style === 'statement' && height > room) {
    report({
      severity: 'warning',
      code: 'layout/table-too-tall',
      message: `statement ${table.statement} is ${points(height)} pt high and ${sheet} holds ${points(room)} pt: it goes on over pages`,
      at: table.at,
      hints: ['a statement is read best on one page: leave out rows, or give its page class more height'],
    });
  }
}

const points = (length: number): string => length.toFixed(1);

/** A table that neither a turned page nor a split makes fit. */
function reportWidth(table: Table, { blocks, refused }: TablePlan, report: Report): void {
  const missing = blocks[0]?.fit.missing;
  if (!refused || !missing) return;
  const [upright = 0, turned] = refused.measures;
  const widest = Math.max(...refused.measures);
  report({
    severity: 'error',
    code: 'layout/table-too-wide',
    message:
      `table ${table.statement} needs ${points(missing.needed)} pt at its smallest size of ${missing.size} pt, ` +
      `the page holds ${points(upright)} pt${turned === undefined ? '' : `, turned ${points(turned)} pt`}`,
    at: table.at,
    label: `${table.columns.length} columns after the labels`,
    hints: [
      refused.group > widest
        ? `with wrapped labels its widest group of columns alone needs ${points(refused.group)} pt; part the group, shorten heads with | or leave out a column`
        : 'labels take more than two lines when they wrap; shorten the longest of them',
    ],
  });
}
