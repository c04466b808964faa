// Turn the heads of a table into the one beside a column that names its period, where none of those over it does: a share under its own head.
import { isComparison } from '../figures/measures.ts';
import type { HeadCell, TableColumn } from '../model/document.ts';
import type { ColumnSpec, HeadSpec } from '../model/statement-spec.ts';

/** A cell of a head's grid, and what it was made from. */
export interface PlacedHead {
  readonly cell: HeadCell;
  /** Undefined for the stub's. */
  readonly node: HeadSpec | undefined;
}

/** By column, from 0: the place of the head that tells it from its like; undefined where those over it are enough. */
export function periodHeads(columns: readonly ColumnSpec[], placed: readonly PlacedHead[]): readonly TableColumn['periodHead'][] {
  const heads = placed.filter(({ cell, node }) => node !== undefined && cell.pieces.length > 0);
  const over = columns.map((_, index) => heads.filter(({ cell }) => covers(cell, index + 1)));
  const words = over.map((own) => own.map(({ cell }) => textOf(cell)).join('\n'));
  return columns.map((column, index) => {
    const own = over[index]!;
    const last = own.at(-1);
    if (!last || own.some((head) => periodOf(head, columns) === column.period)) return undefined;
    const before = heads.filter(({ cell }) => cell.column + cell.colSpan <= index + 1).reverse();
    const naming = before.filter((head) => periodOf(head, columns) === column.period);
    const beside = naming.find(({ cell }) => own[0] && covers(own[0].cell, cell.column)) ?? naming[0];
    if (beside && !isComparison(column.measure)) return placeOf(beside);
    if (words.filter((each) => each === words[index]).length < 2) return undefined;
    // Heads that were typed as words: the nearest on the left that says something else.
    return placeOf(before.find(({ cell }) => cell.row === last.cell.row && textOf(cell) !== textOf(last.cell)));
  });
}

const placeOf = (head: PlacedHead | undefined): TableColumn['periodHead'] => head && { row: head.cell.row, column: head.cell.column };
const covers = ({ column, colSpan }: HeadCell, at: number): boolean => column <= at && at < column + colSpan;

/** The period that a head names: its own, or where nobody has worded it and it stands alone, that of its column. */
function periodOf({ cell, node }: PlacedHead, columns: readonly ColumnSpec[]): string | undefined {
  if (node?.period) return node.period.id;
  if (node?.text !== undefined || cell.row > 0) return undefined;
  const column = columns.find(({ id }) => id === node?.column);
  return column?.measure === 'amount' || column?.measure === 'translated' ? column.period : undefined;
}

const textOf = ({ pieces }: HeadCell): string => pieces.map((piece) => piece.map(({ text }) => text).join('')).join('');
