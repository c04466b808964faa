// Turn a row and a column of a statement into the concept and the period whose figure stands in their cell, in a matrix and elsewhere.
import type { Period } from '../model/release.ts';
import type { ColumnSpec, RowSpec, StatementSpec } from '../model/statement-spec.ts';

/** The concept of a cell, as far as its row tells; undefined for a blank, and for a head. */
export function cellConcept(row: RowSpec, column: ColumnSpec, { columns }: Pick<StatementSpec, 'columns'>): string | undefined {
  return row.columnConcepts ? row.columnConcepts[columns.indexOf(column)] : row.concept;
}

/** All concepts that a row prints. */
export function rowConcepts(row: RowSpec): readonly string[] {
  return (row.columnConcepts ?? [row.concept]).filter((concept) => concept !== undefined);
}

/** The period of a cell: its row may name another than its column; an opening balance is measured at the end of an earlier one. Undefined where no earlier one is named. */
export function cellPeriod(
  { opening, periods: own }: RowSpec,
  { id, period }: ColumnSpec,
  periods: ReadonlyMap<string, Pick<Period, 'previous'>>,
): string | undefined {
  if (!opening) return own?.get(id) ?? period;
  return opening.period ?? periods.get(period)?.previous;
}
