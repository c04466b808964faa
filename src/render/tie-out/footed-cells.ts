// Turn statements into the cells that foot: totals that their parts come to as printed, and those parts.
import { Exact } from '../../model/exact.ts';
import type { Cell, Financials, Statement } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';

/** A name for a cell among all statements. */
export const cellName = (statement: string, row: number, column: string): string => `${statement} ${row} ${column}`;

/** Adds up printed figures alone, whatever regime printed them; changes and figures per share are never added. */
export function footedCells(financials: Financials, release: Release): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of financials.statements.values()) {
    for (const [row, { cells }] of statement.rows.entries()) {
      for (const [column, total] of cells.entries()) {
        if (!total || total.measure === 'change' || release.concepts.get(total.concept)?.unit === 'per-share') continue;
        const parts = partsOf(statement, row, column, total);
        const sum = parts.reduce((to, { cell, weight }) => (weight === 1 ? to.add(cell.printed) : to.sub(cell.printed)), Exact.zero);
        if (parts.length === 0 || !sum.equals(total.printed)) continue;
        for (const each of [row, ...parts.map((part) => part.row)]) found.add(cellName(statement.id, each, total.column.id));
      }
    }
  }
  return found;
}

interface Part {
  readonly row: number;
  readonly cell: Cell;
  readonly weight: 1 | -1;
}

/** Nothing unless every part stands in the column, in the units of its total. */
function partsOf(statement: Statement, row: number, column: number, total: Cell): readonly Part[] {
  const of = statement.rows[row]?.spec.of ?? [];
  const parts = of.flatMap(({ concept, weight }): Part[] => {
    const at = statement.rows.findIndex((each) => each.spec.concept === concept);
    const cell = statement.rows[at]?.cells[column];
    return cell && cell.scale === total.scale && cell.decimals === total.decimals ? [{ row: at, cell, weight }] : [];
  });
  return parts.length === of.length ? parts : [];
}
