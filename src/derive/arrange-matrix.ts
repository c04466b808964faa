// Turn the figures of a whole matrix into the printed ones of one of its columns, where its regime makes columns foot.
import { footMatrix, matrixCell } from '../figures/foot-matrix.ts';
import { cellPeriod } from '../figures/matrix-cells.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell } from '../model/financials.ts';
import type { ColumnSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Arrangement, Pin } from './arrange-column.ts';
import { columnLine, type Line } from './column-line.ts';
import type { Desk } from './desk.ts';

/** All cells of a matrix before they are rounded, and what other statements print of them. */
export interface MatrixLines {
  readonly statement: StatementSpec;
  /** By column, by row. */
  readonly columns: readonly (readonly (Line | undefined)[])[];
  /** By cell, the figure as another statement of the release prints it: what both print is alike. */
  readonly elsewhere: ReadonlyMap<string, Exact>;
  /** By column, by key: overrides that hold a figure. */
  readonly overrides: readonly ReadonlyMap<string, Pin>[];
}

export function matrixLines(statement: StatementSpec, desk: Desk): MatrixLines {
  const columns = statement.columns.map((column) => statement.rows.map((row) => columnLine(row, statement, column, desk)));
  const elsewhere = new Map<string, Exact>();
  for (const [place, column] of statement.columns.entries()) {
    for (const [row, line] of columns[place]?.entries() ?? []) {
      const cell = line && printedElsewhere(line, column, desk);
      if (cell?.scale === line?.scale && cell?.decimals === line?.decimals && cell && line && cell.exact.equals(line.exact)) {
        elsewhere.set(matrixCell(row, place), cell.printed);
      }
    }
  }
  return { statement, columns, elsewhere, overrides: statement.columns.map(({ id }) => desk.overridesOf(statement.id, id)) };
}

/** The amount in the first other statement that has it. */
function printedElsewhere({ concept, row }: Line, column: ColumnSpec, { release, sameCell }: Desk): Cell | undefined {
  const period = cellPeriod(row, column, release.periods);
  if (period === undefined) return undefined;
  for (const { id, sums, rows } of release.statements.values()) {
    if (sums || !rows.some((each) => each.concept === concept && !each.negate)) continue;
    const cell = sameCell(id, concept, { ...column, period });
    if (cell) return cell;
  }
  return undefined;
}

/** The figures of one column; `pins` are its own, which stand instead of those that `lines` have for it. */
export function arrangeMatrixColumn(lines: MatrixLines, column: number, pins: ReadonlyMap<string, Pin>): Arrangement {
  const { statement, columns, elsewhere, overrides } = lines;
  const sums = statement.sums ?? [];
  const regime = statement.columns[column]?.regime;
  const isRoll = statement.rows.some(({ opening }) => opening !== undefined);
  const first = regime === 'sum' ? undefined : isRoll ? ('down' as const) : ('across' as const);
  const second = first === 'down' ? 'across' : 'down';
  const added = new Set(sums.flatMap(({ way, row, column: at, parts }) => (parts && way === second ? [matrixCell(row, at)] : [])));
  const figures = columns.flatMap((rows, place) =>
    rows.flatMap((line, row) => {
      if (line?.unit !== 'money') return [];
      const id = matrixCell(row, place);
      const own = (place === column ? pins : overrides[place])?.get(line.key)?.print;
      // A total in the other way is what its printed parts come to, whatever is printed elsewhere.
      const pin = own ?? (first && !added.has(id) ? elsewhere.get(id) : undefined);
      return [{ id, exact: line.exact, ...(pin && { pin }) }];
    }),
  );
  const decimals = columns.flat().find((line) => line?.unit === 'money')?.decimals ?? 0;
  const footed = footMatrix(figures, sums, first, decimals);
  const printed = new Map<string, Exact>();
  const keys = new Map<string, string>();
  for (const [row, line] of columns[column]?.entries() ?? []) {
    if (!line) continue;
    const id = matrixCell(row, column);
    keys.set(id, line.key);
    printed.set(line.key, footed.printed.get(id) ?? line.exact.round(line.decimals));
  }
  const conflicts = footed.conflicts.flatMap((conflict) => {
    const id = keys.get(conflict.id);
    return id === undefined ? [] : [{ ...conflict, id }];
  });
  return { printed, conflicts };
}
