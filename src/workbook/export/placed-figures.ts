// Turn the table of a statement into its figures by their places, each with its cell of the statement and the formula that comes to it.
import type { Figure, Table } from '../../model/document.ts';
import type { Cell, Statement, StatementRow } from '../../model/financials.ts';
import { cellFormula } from './cell-formula.ts';
import type { StatementBook } from './statement-book.ts';

/** A figure of the table, its place, and what it is in the statement. */
export interface PlacedFigure {
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
  readonly cell: Cell | undefined;
  readonly of: StatementRow | undefined;
}

export function cellsOf(table: Table, statement: Statement, { document }: StatementBook): readonly PlacedFigure[] {
  const known = statement.rows.flatMap((of) => of.cells.flatMap((cell) => (cell ? [{ cell, of }] : [])));
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((printed, column): readonly PlacedFigure[] => {
      const figure = printed?.figure === undefined ? undefined : document.figures[printed.figure];
      if (!figure) return [];
      const same = known.find(
        ({ cell }) =>
          cell.fact === figure.fact &&
          cell.measure === figure.measure &&
          (figure.against === undefined || cell.inputs.includes(figure.against)) &&
          cell.printed.equals(figure.printed) &&
          cell.decimals === figure.decimals,
      );
      return [{ row, column, figure, cell: same?.cell, of: same?.of }];
    }),
  );
}

/** By row of the table: formulas, in which `{row column}` stands for a printed cell of it. */
export function formulasOf(column: number, found: readonly PlacedFigure[], { release, facts }: StatementBook): ReadonlyMap<number, string> {
  const formulas = new Map<number, string>();
  for (const { row, column: own, cell, of } of found) {
    if (own !== column || !cell || !of) continue;
    const formula = cellFormula(cell, of, {
      release,
      fact: facts.addressOf,
      rate: facts.rate,
      beside: (concept) => {
        const part = found.find((each) => each.cell?.concept === concept && each.cell.column.id === cell.column.id);
        return part?.cell && { address: `{${part.row} ${part.column}}`, cell: part.cell };
      },
    });
    if (formula !== undefined) formulas.set(row, formula);
  }
  return formulas;
}
