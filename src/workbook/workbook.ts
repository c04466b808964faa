// Turn the cells of a spreadsheet, whatever file they came in, into plain values that know their places.

/** What a cell holds. A formula is what it came to when it was last computed; `uncomputed` is one that nobody has computed. */
export type CellKind = 'number' | 'date' | 'text' | 'boolean' | 'error' | 'uncomputed';

export interface WorkbookCell {
  /** From 0. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly kind: CellKind;
  /** A number as a decimal of fifteen significant digits at most, a day as YYYY-MM-DD, a text as it is, an error as `#REF!`. */
  readonly value: string;
  /** What the program of the workbook shows by the cell's format; the same as `value` where it has none. */
  readonly shown: string;
  /** Its format shows it in percent. */
  readonly percent: boolean;
  /** It is computed in the workbook. */
  readonly formula?: string;
}

/** A rectangle of cells, each bound included, from 0. */
export interface CellArea {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Cells that hold something, row by row. */
  readonly cells: readonly WorkbookCell[];
  /** Each shows what its first cell holds. */
  readonly merged: readonly CellArea[];
  /** Of rows that are hidden or filtered out, from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** What stands in the file and was not read: macros, links to other files. In words. */
  readonly ignored: readonly string[];
}

/** `A`, `B`, … `AA` of a column from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The column from 0 that `C` or `c` names; undefined for what is no column of a spreadsheet. */
export function columnOf(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `C7`. */
export function addressOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(column)}${row + 1}`;
}
