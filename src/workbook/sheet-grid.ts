// Turn a sheet into what its places hold: cells by row and column, merged areas, and which of them a reader does not see.

import { foldedText } from './folded-text.ts';
import { type CellArea, columnLetters, columnOf, type WorkbookCell, type WorkbookSheet } from './workbook.ts';

/** A sheet, asked by places from 0. */
export interface SheetGrid {
  readonly sheet: WorkbookSheet;
  /** Rows that hold something, rising. */
  readonly rows: readonly number[];
  readonly cell: (row: number, column: number) => WorkbookCell | undefined;
  /** The cells of a row, by rising column. */
  readonly cellsOf: (row: number) => readonly WorkbookCell[];
  /** The merged area that a place is in. */
  readonly mergedAt: (row: number, column: number) => CellArea | undefined;
  readonly hidesRow: (row: number) => boolean;
  readonly hidesColumn: (column: number) => boolean;
}

export function gridOf(sheet: WorkbookSheet): SheetGrid {
  const byRow = new Map<number, WorkbookCell[]>();
  for (const cell of sheet.cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const byPlace = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const lastRow = sheet.cells.at(-1)?.row ?? 0;
  const areas = new Map<number, CellArea[]>();
  for (const area of sheet.merged) {
    for (let row = area.fromRow; row <= Math.min(area.toRow, lastRow); row++) {
      const known = areas.get(row);
      if (known) known.push(area);
      else areas.set(row, [area]);
    }
  }
  const [rows, columns] = [new Set(sheet.hiddenRows), new Set(sheet.hiddenColumns)];
  return {
    sheet,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    cell: (row, column) => byPlace.get(`${row} ${column}`),
    cellsOf: (row) => byRow.get(row) ?? [],
    mergedAt: (row, column) => areas.get(row)?.find((area) => area.fromColumn <= column && column <= area.toColumn),
    hidesRow: (row) => rows.has(row),
    hidesColumn: (column) => columns.has(column),
  };
}

/** Where columns are named, and those of each name. */
export interface FoundColumns {
  /** The last row that names columns; -1 where all are named by letters. */
  readonly headRow: number;
  /** By name as it was asked for: the columns that have it, from 0; none for one that is not there. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

/** Rows from the top in which heads are sought. */
const farthestHead = 60;

/**
 * Heads win over letters. `heads` are rows from 1; without them the rows that hold most of the names are those of the heads. Heads over one
 * another are named from above: `2025-09-30 / Debit`.
 */
export function findColumns(grid: SheetGrid, names: readonly string[], heads: readonly number[]): FoundColumns {
  const given = heads.map((row) => row - 1);
  const rows =
    given.length > 0
      ? given
      : headRows(
          grid,
          names.flatMap((name) => [name, ...levelsOf(name)]),
        );
  const columnsOf = (name: string) => new Set(rows.flatMap((row) => columnsNamed(grid, row, foldedText(name))));
  const columns = new Map(
    names.map((name) => {
      const found = columnsOf(name);
      if (found.size > 0) return [name, [...found]];
      const [first, ...others] = levelsOf(name).map(columnsOf);
      if (first) return [name, [...first].filter((column) => others.every((level) => level.has(column)))];
      const letters = /^[A-Z]{1,3}$/.test(name) ? columnOf(name) : undefined;
      return [name, letters === undefined ? [] : [letters]];
    }),
  );
  return { headRow: Math.max(-1, ...given, ...rows), columns };
}

/** The heads over one another that a name lists; none for a name of one. */
function levelsOf(name: string): readonly string[] {
  const levels = name.split(' / ');
  return levels.length > 1 ? levels : [];
}

/** The row that names most of them, and those near it that name others. */
function headRows(grid: SheetGrid, names: readonly string[]): readonly number[] {
  const wanted = names.map(foldedText);
  const rows = grid.rows
    .filter((row) => row < farthestHead)
    .map((row) => ({ row, found: wanted.filter((name) => columnsNamed(grid, row, name).length > 0) }))
    .filter(({ found }) => found.length > 0);
  const most = Math.max(0, ...rows.map(({ found }) => found.length));
  const best = rows.find(({ found }) => found.length === most);
  if (!best) return [];
  const others = new Set(wanted.filter((name) => !best.found.includes(name)));
  const near = rows.filter(({ row, found }) => Math.abs(row - best.row) <= 3 && found.some((name) => others.has(name)));
  return [best.row, ...near.map(({ row }) => row)].sort((a, b) => a - b);
}

/** A merged head stands over all its columns. */
function columnsNamed(grid: SheetGrid, row: number, name: string): readonly number[] {
  return grid.cellsOf(row).flatMap((cell) => {
    if (!headTexts(cell.value, cell.shown).includes(name)) return [];
    const area = grid.mergedAt(cell.row, cell.column);
    if (!area) return [cell.column];
    return Array.from({ length: area.toColumn - area.fromColumn + 1 }, (_, index) => area.fromColumn + index);
  });
}

/** A day is named as it is shown or as YYYY-MM-DD. */
const headTexts = (...texts: readonly string[]): readonly string[] => texts.map(foldedText);

/** `B, D`. */
export const lettersOf = (columns: readonly number[]): string => columns.map(columnLetters).join(', ');
