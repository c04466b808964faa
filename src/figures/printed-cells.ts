// Turn statements into an index of what their cells print, so that prose repeats the printed figure and never rounds anew.
import type { Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell, FactKey, Financials } from '../model/financials.ts';
import type { Scale } from '../model/unit.ts';
import { comparedOfCell } from './compared-fact.ts';

/** A cell and the sign that its row prints it with. */
interface IndexedCell {
  readonly statement: string;
  readonly cell: Cell;
  /** The row prints the fact with its sign reversed. */
  readonly negate: boolean;
}

/** What a figure in prose is, for finding a cell that prints the same. */
export interface Sought {
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  readonly against?: FactKey | undefined;
  readonly decimals: number;
  /** Scale that amounts are written in; shares and changes have none. */
  readonly scale?: Scale | undefined;
  /** Only cells of this statement. */
  readonly statement?: string | undefined;
}

/** Cells of all statements by fact, measure and compared fact. */
type PrintedCells = ReadonlyMap<string, readonly IndexedCell[]>;

/** Every cell that prints a figure, each with the sign of its row. */
export function indexCells(financials: Financials): PrintedCells {
  const cells = new Map<string, IndexedCell[]>();
  for (const statement of financials.statements.values()) {
    for (const row of statement.rows) {
      for (const cell of row.cells) {
        if (!cell) continue;
        const key = indexKey(cell.fact, cell.measure, comparedOfCell(cell));
        const indexed = { statement: statement.id, cell, negate: row.spec.negate };
        const known = cells.get(key);
        if (known) known.push(indexed);
        else cells.set(key, [indexed]);
      }
    }
  }
  return cells;
}

/** The first cell, in order of statement, that prints what is sought with as many decimals in the same scale. */
export function findCell(cells: PrintedCells, sought: Sought): IndexedCell | undefined {
  return cells.get(indexKey(sought.fact, sought.measure, sought.against))?.find(({ statement, cell }) => {
    if (sought.statement !== undefined && statement !== sought.statement) return false;
    if (cell.nil || cell.decimals !== sought.decimals) return false;
    return sought.scale === undefined || cell.scale === sought.scale;
  });
}

/** A value of a cell with the sign of the fact, whatever the sign of its row. */
export function factSign({ negate, cell }: IndexedCell, value: Exact): Exact {
  return negate && cell.measure !== 'change' ? value.neg() : value;
}

function indexKey(fact: FactKey, measure: Figure['measure'], against: FactKey | undefined): string {
  return `${fact} ${measure} ${against ?? ''}`;
}
