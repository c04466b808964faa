// Turn a statement whose rows are periods into body rows: the name of each period, and its figures in order of the printed columns.
import type { BodyRow } from '../model/document.ts';
import type { Cell, Statement } from '../model/financials.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { PeriodGrid } from '../model/statement-spec.ts';
import { figureCell } from './figure-cell.ts';
import { labelInlines } from './label-inlines.ts';
import type { Merging } from './merging.ts';

export function periodRows(merging: Merging, statement: Statement, grid: PeriodGrid, lang: Lang, tableId: string): readonly BodyRow[] {
  const cells = new Map<string, Cell>();
  for (const row of statement.rows) for (const cell of row.cells) if (cell) cells.set(cell.column.id, cell);
  return grid.rows.map((row, index) => {
    const id = `${tableId}.r${index}`;
    return {
      id,
      kind: 'item',
      depth: 0,
      rule: 'none',
      label: labelInlines(merging, inLang(row.labels, lang), lang, statement.id),
      cells: grid.columns.map((column, place) => {
        const cell = cells.get(row.columns[place] ?? '');
        const at = { statement: statement.id, row: index, column: column.id };
        // The unit stands over every column: no figure repeats it.
        return cell && figureCell(merging, cell, { place: at, id: `${id}.c${place + 1}`, lang, percentSign: false });
      }),
      heads: [],
      at: row.at,
    };
  });
}
