// Turn a workbook and the map of it into the figures that it has of each concept and period, and all that is odd about them.
import type { ImportMap, SheetMap, WorkbookScale } from '../model/import-map.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import type { Concept } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { isOf } from '../validate/validate-import-map.ts';
import { cellFigure, isFault } from './cell-figure.ts';
import { foldedText } from './folded-text.ts';
import { matchRows, type NamedRow } from './match-rows.ts';
import { placeIn, type Remark } from './remark.ts';
import { findColumns, gridOf, lettersOf, type SheetGrid } from './sheet-grid.ts';
import { type ImportedFigure, type Part, summed } from './sum-figures.ts';
import { cut, typedValue } from './typed-value.ts';
import { addressOf, columnLetters, type Workbook, type WorkbookCell } from './workbook.ts';

/** All that was read of a workbook. */
export interface ImportedFigures {
  readonly figures: readonly ImportedFigure[];
  readonly remarks: readonly Remark[];
  /** Rows that have figures in the columns read, and no line in the map. */
  readonly unmapped: readonly { readonly place: string; readonly label: string }[];
}

/** What a map is read with. */
export interface ReadingContext {
  readonly concepts: ReadonlyMap<string, Concept>;
  /** The period of columns that say `given`, and the only one that is read; undefined where all are. */
  readonly period: string | undefined;
  /** The id of a period given by its id or role. */
  readonly periodId: (name: string) => string;
}

export function readFigures(workbook: Workbook, map: ImportMap, context: ReadingContext): ImportedFigures {
  const remarks: Remark[] = workbook.ignored.map((message) => ({ severity: 'warning', message: say`the workbook ${message}` }));
  const parts: Part[] = [];
  const unmapped: { place: string; label: string }[] = [];
  for (const sheetMap of map.sheets) {
    const sheet = sheetNamed(workbook, sheetMap.name);
    if (!sheet) {
      const names = workbook.sheets.map(({ name }) => name);
      const hint = [...nameHints(sheetMap.name, names), ...(sheetMap.name === '*' ? ['* stands for the only sheet of a workbook'] : [])][0];
      remarks.push({
        severity: 'error',
        message: say`no sheet is named ${quoted(sheetMap.name)}`,
        hint: hint ?? say`its sheets are ${sayAll(names, ', ')}`,
      });
      continue;
    }
    if (sheet.hidden)
      remarks.push({ severity: 'warning', place: placeIn(sheet.name), message: 'is a hidden sheet, and is read all the same' });
    const read = readSheet(gridOf(sheet), sheetMap, context);
    remarks.push(...read.remarks);
    parts.push(...read.parts);
    unmapped.push(...read.unmapped);
  }
  const { figures, remarks: apart } = summed(parts);
  return { figures, remarks: [...remarks, ...apart], unmapped };
}

function sheetNamed({ sheets }: Workbook, name: string) {
  if (name === '*') return sheets.length === 1 ? sheets[0] : undefined;
  return sheets.find((sheet) => sheet.name === name) ?? sheets.find((sheet) => foldedText(sheet.name) === foldedText(name));
}

/** A column that is read. */
interface ReadColumn {
  readonly column: number;
  readonly period: string;
  readonly reversed: boolean;
  readonly scale?: WorkbookScale;
}

function readSheet(
  grid: SheetGrid,
  map: SheetMap,
  context: ReadingContext,
): { parts: Part[]; remarks: Remark[]; unmapped: { place: string; label: string }[] } {
  const { name } = grid.sheet;
  const remarks: Remark[] = [];
  const { columns, headRow } = readColumns(grid, map, context, remarks);
  if (columns.length === 0) return { parts: [], remarks, unmapped: [] };
  for (const { column } of columns) {
    if (grid.hidesColumn(column))
      remarks.push({
        severity: 'warning',
        place: placeIn(name, columnLetters(column)),
        message: 'is a hidden column, and is read all the same',
      });
  }
  const rows = namedRows(grid, map, columns, headRow, remarks);
  const { matches, unmapped, remarks: told } = matchRows(rows, map, context.concepts, name);
  remarks.push(...told);
  const parts = matches.flatMap(({ row, mapped }) => {
    const concept = context.concepts.get(mapped.concept);
    if (!concept) throw new Error(`read-figures: ${mapped.concept} is no concept`);
    if (grid.hidesRow(row.row))
      remarks.push({
        severity: 'warning',
        place: placeIn(name, String(row.row + 1)),
        message: say`is a hidden row, ${quoted(row.labels[0] ?? '')}, and is read all the same`,
      });
    return columns.flatMap((column): readonly Part[] => {
      const cell = figureCell(grid, row.row, column.column, remarks);
      if (!cell) return [];
      const place = placeIn(name, addressOf(cell));
      const figure = cellFigure(cell, map.digits === 'shown' ? 'shown' : 'held');
      if (isFault(figure)) {
        remarks.push({ severity: 'error', place, message: figure.message, hint: figure.hint });
        return [];
      }
      const value = typedValue(figure, concept, mapped.scale ?? column.scale, map.scale);
      if (typeof value === 'string') {
        remarks.push({
          severity: 'error',
          place,
          message: value,
          hint: 'say scale: percent or scale: one on the row of the map, or show the cell as a percentage',
        });
        return [];
      }
      const reversed =
        [mapped.reversed, column.reversed, map.reverse.some((pattern) => isOf(pattern, concept.id))].filter(Boolean).length % 2 === 1;
      if (figure.open !== undefined && (reversed || !value.equals(figure.value))) {
        const hint = 'type it in the data file, or as the data file types it in a sheet of the scale and sign of the concept';
        remarks.push({ severity: 'error', place, message: say`${figure.open} stands in a sheet of another scale or sign`, hint });
        return [];
      }
      return [
        {
          concept: concept.id,
          period: column.period,
          ...(figure.open !== undefined && { open: figure.open }),
          value: cut(reversed ? value.neg() : value, concept, map),
          nil: figure.nil,
          cell: place,
          ...(figure.shows !== undefined &&
            map.digits === 'held' && { hidden: { place, holds: figure.value.toString(), shows: figure.shows } }),
          sheet: name,
        },
      ];
    });
  });
  return {
    parts,
    remarks,
    unmapped: unmapped.map(({ row, labels }) => ({ place: placeIn(name, String(row + 1)), label: labels.join(' ') })),
  };
}

function readColumns(
  grid: SheetGrid,
  map: SheetMap,
  context: ReadingContext,
  remarks: Remark[],
): { columns: readonly ReadColumn[]; headRow: number } {
  const found = findColumns(
    grid,
    map.columns.map((column) => column.name),
    map.heads,
  );
  const columns = map.columns.flatMap(({ name, period, reversed, scale }): readonly ReadColumn[] => {
    const place = placeIn(grid.sheet.name);
    const id = period === undefined ? context.period : context.periodId(period);
    if (id === undefined) {
      remarks.push({
        severity: 'error',
        place,
        message: say`column ${quoted(name)} is of the period that --period names, and none is named`,
        hint: 'add --period <period>',
      });
      return [];
    }
    if (context.period !== undefined && id !== context.period) return [];
    const [column, ...more] = found.columns.get(name) ?? [];
    if (column === undefined) {
      remarks.push({
        severity: 'error',
        place,
        message: say`no column is headed ${quoted(name)}`,
        hint: 'write the head as it stands there, or the letters of the column; heads: names the row of the heads',
      });
      return [];
    }
    if (more.length > 0) {
      remarks.push({
        severity: 'error',
        place,
        message: say`columns ${lettersOf([column, ...more])} are headed ${quoted(name)}`,
        hint: 'name the column by its letters in the map',
      });
      return [];
    }
    return [{ column, period: id, reversed, ...(scale !== undefined && { scale }) }];
  });
  return { columns, headRow: found.headRow };
}

/** Rows below the heads that have a name. */
function namedRows(
  grid: SheetGrid,
  map: SheetMap,
  columns: readonly ReadColumn[],
  headRow: number,
  remarks: Remark[],
): readonly NamedRow[] {
  const read = new Set(columns.map(({ column }) => column));
  const left = Math.min(...read);
  const wanted = findColumns(grid, map.labels, map.heads.length > 0 ? map.heads : headRow >= 0 ? [headRow + 1] : []);
  const labelled = map.labels.flatMap((label) => {
    const found = wanted.columns.get(label) ?? [];
    if (found.length === 0)
      remarks.push({
        severity: 'error',
        place: placeIn(grid.sheet.name),
        message: say`no column is headed ${quoted(label)}`,
        hint: 'labels: names the columns in which rows are named, by letters or heads',
      });
    return found;
  });
  const isLabel = (column: number) => (map.labels.length > 0 ? labelled.includes(column) : column < left);
  return grid.rows
    .filter((row) => row > headRow)
    .flatMap((row): readonly NamedRow[] => {
      const cells = grid.cellsOf(row);
      const labels = cells.filter((cell) => isLabel(cell.column) && cell.kind !== 'error' && cell.value.trim() !== '');
      const [first] = labels;
      if (!first) return [];
      const hasFigure = cells.some((cell) => read.has(cell.column));
      const area = labels.map((cell) => grid.mergedAt(cell.row, cell.column)).find((each) => each && each.toRow > each.fromRow);
      if (
        area &&
        hasFigure &&
        [...Array(area.toRow - area.fromRow)].some((_, index) =>
          grid.cellsOf(area.fromRow + index + 1).some((cell) => read.has(cell.column)),
        )
      )
        remarks.push({
          severity: 'warning',
          place: placeIn(grid.sheet.name, `${addressOf(first)}:${addressOf({ row: area.toRow, column: area.toColumn })}`),
          message: say`is one merged label for ${area.toRow - area.fromRow + 1} rows, and only the first of them has it`,
          hint: 'give each row a label of its own',
        });
      const names = labels.map(({ value }) => value.trim());
      return [{ row, labels: names, keys: names.map(foldedText), hasFigure }];
    });
}

/** A cell that shows the figure of another one, since both are merged, holds none of its own. */
function figureCell(grid: SheetGrid, row: number, column: number, remarks: Remark[]): WorkbookCell | undefined {
  const cell = grid.cell(row, column);
  const area = grid.mergedAt(row, column);
  if (area && (area.fromRow !== row || area.fromColumn !== column)) {
    const first = grid.cell(area.fromRow, area.fromColumn);
    if (first)
      remarks.push({
        severity: 'error',
        place: placeIn(grid.sheet.name, addressOf({ row, column })),
        message: say`is merged with ${addressOf(first)}, which holds ${quoted(first.shown)}`,
        hint: 'split the merged cells, and give each its figure',
      });
    return undefined;
  }
  if (area && cell && area.toRow > area.fromRow)
    remarks.push({
      severity: 'warning',
      place: placeIn(grid.sheet.name, addressOf(cell)),
      message: say`is merged over rows ${area.fromRow + 1} to ${area.toRow + 1}, and is taken for the first of them`,
    });
  return cell;
}
