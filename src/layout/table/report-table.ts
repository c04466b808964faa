// Turn a table that does not fit its page into a finding that names the statement and the widths or heights.

import type { Report } from '../../model/diagnostic.ts';
import type { Table } from '../../model/document.ts';
import type { Fit } from './fit-columns.ts';

/** Heights in points: of the table, of the page body, of what a split repeats, of the highest row. */
export interface TableHeights {
  readonly height: number;
  readonly room: number;
  readonly carried: number;
  readonly highestRow: number;
}

export function reportTable(table: Table, fit: Fit, heights: TableHeights, measure: number, report: Report): void {
  const points = (length: number): string => length.toFixed(1);
  if (fit.missing) {
    report({
      severity: 'error',
      code: 'layout/table-too-wide',
      message: `table ${table.statement} needs ${points(fit.missing.needed)} pt at its smallest size of ${fit.missing.size} pt, the page holds ${points(measure)} pt`,
      at: table.at,
      label: `${table.columns.length} columns after the labels`,
      hints: [
        fit.width > measure
          ? `wrapped labels bring it to ${points(fit.width)} pt; shorten heads with | or leave out a column`
          : 'labels take more than two lines when they wrap; shorten the longest of them',
      ],
    });
  }
  if (heights.carried + heights.highestRow > heights.room) {
    report({
      severity: 'error',
      code: 'layout/table-too-tall',
      message: `captions, heads and one row of table ${table.statement} are ${points(heights.carried + heights.highestRow)} pt high, the page holds ${points(heights.room)} pt`,
      at: table.at,
      hints: ['shorten the captions or the heads'],
    });
  } else if (table.style === 'statement' && heights.height > heights.room) {
    report({
      severity: 'warning',
      code: 'layout/table-too-tall',
      message: `statement ${table.statement} is ${points(heights.height)} pt high and the page holds ${points(heights.room)} pt: it goes on over pages`,
      at: table.at,
      hints: ['a statement is read best on one page: leave out rows, or give its page class more height'],
    });
  }
}
