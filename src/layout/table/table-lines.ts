// Turn what a style says of a table's upright rules, its sides and its tints into places between the columns that were fitted.
import type { BodyRow, Table } from '../../model/document.ts';
import type { Rule } from '../../model/page.ts';
import type { Color, TableStyle } from '../../model/style.ts';
import { tint } from '../pagination/enclosures.ts';
import type { Enclosure } from '../pagination/flow.ts';
import type { Fit } from './fit-columns.ts';

/** Room between the edge of a table and its words where a side or a tint ends there, in em of its largest size. */
const besideEdge = 0.5;

/** What stands left of the labels and right of the last figures, in points: tables without sides and tints reach the edges. */
export function tableInset({ sizes, lines, tints }: TableStyle): number {
  const tinted = tints.head !== undefined || tints.band !== undefined || tints.total !== undefined || tints.columns.size > 0;
  return tinted || lines.side > 0 ? besideEdge * (sizes[0] ?? 0) : 0;
}

export const fullWidth = (fit: Fit, style: TableStyle): number => fit.width + 2 * tableInset(style);

const inked = ({ color }: TableStyle): { readonly color?: string } => (color ? { color: color.value } : {});

/** A rule of the table's colour. */
export const tableRule = (style: TableStyle, rule: Omit<Rule, 'kind' | 'color'>): Rule => ({ kind: 'rule', ...rule, ...inked(style) });

/** An upright rule left of a column, in the middle of its gutter. */
interface Upright {
  /** Index of the column to its right. */
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

/** Whether the last row of heads holds units, which stand with the figures. */
export const hasUnitRow = (table: Table, style: TableStyle): boolean => style.unitRow && table.headRows > 1;

/** Whether a head stands over this column and the one before it. */
const isJoined = (table: Table, column: number, row: number): boolean =>
  table.heads.some(
    (head) => head.row <= row && row < head.row + head.rowSpan && head.column <= column && column + 1 < head.column + head.colSpan,
  );

/** Where the upright rule before a column stands, from the left edge of the table; after the last column, the right edge. */
export function boundary(fit: Fit, style: TableStyle, column: number): number {
  const before = column === 0 ? fit.stub : (fit.columns[column - 1]?.right ?? fit.width);
  const after = fit.columns[column]?.left;
  return after === undefined ? fullWidth(fit, style) : tableInset(style) + (before + after) / 2;
}

/** Rows of heads whose spanning heads hold columns together: of a table with a row of units the one above it, else all. */
const joiningRows = (table: Table, style: TableStyle): readonly number[] =>
  hasUnitRow(table, style) ? [table.headRows - 2] : Array.from({ length: table.headRows }, (_, row) => row);

function uprights(table: Table, fit: Fit, style: TableStyle): readonly Upright[] {
  return fit.columns.flatMap((_, column): readonly Upright[] => {
    const joined = column > 0 && joiningRows(table, style).some((row) => isJoined(table, column, row));
    const width = joined ? style.lines.column : style.lines.group || style.lines.column;
    return width > 0 ? [{ column, x: boundary(fit, style, column) - width / 2, width }] : [];
  });
}

function columnTint(table: Table, column: number, style: TableStyle): Color | undefined {
  const role = table.columns[column]?.roles?.find((each) => style.tints.columns.has(each));
  return role === undefined ? undefined : style.tints.columns.get(role);
}

/** Sides around heads and rows. */
export function sidesOf(fit: Fit, style: TableStyle): Enclosure | undefined {
  const width = style.lines.side;
  if (width === 0) return undefined;
  const side = (x: number) => ({ x, width, role: 'side' as const, ...inked(style) });
  return { grounds: [], sides: [side(0), side(fullWidth(fit, style) - width)] };
}

/** Tints and upright rules of the rows, through the space between them. */
export function columnsOfRows(table: Table, fit: Fit, style: TableStyle): Enclosure | undefined {
  const grounds = fit.columns.flatMap((_, column) => {
    const color = columnTint(table, column, style);
    const x = boundary(fit, style, column);
    return color ? [{ x, width: boundary(fit, style, column + 1) - x, color }] : [];
  });
  const sides = uprights(table, fit, style).map(({ x, width }) => ({ x, width, role: 'line' as const, ...inked(style) }));
  return grounds.length + sides.length > 0 ? { grounds, sides } : undefined;
}

/** Tints and upright rules of the heads: `bottoms` are the lower edges of their rows, `top` is where the first begins. */
export function marksOfHeads(table: Table, fit: Fit, style: TableStyle, top: number, bottoms: readonly number[]): readonly Rule[] {
  const foot = top + (bottoms.at(-1) ?? 0);
  const startOf = (row: number): number => top + (row === 0 ? 0 : (bottoms[row - 1] ?? 0));
  const marks: Rule[] = style.tints.head ? [tint(0, top, fullWidth(fit, style), foot - top, style.tints.head)] : [];
  for (const column of style.tints.head ? [] : fit.columns.keys()) {
    const color = columnTint(table, column, style);
    const owned = table.heads.filter((head) => head.column <= column + 1 && column + 1 < head.column + head.colSpan);
    const own = owned
      .filter(({ column: from, colSpan }) =>
        Array.from({ length: colSpan }, (_, at) => columnTint(table, from - 1 + at, style)?.value).every((each) => each === color?.value),
      )
      .sort((a, b) => a.row - b.row)[0];
    const x = boundary(fit, style, column);
    const y = startOf(own?.row ?? 0);
    if (color && own) marks.push(tint(x, y, boundary(fit, style, column + 1) - x, foot - y, color));
  }
  for (const { column, x, width } of uprights(table, fit, style)) {
    const joined = Array.from({ length: table.headRows }, (_, row) => row).findLast((row) => isJoined(table, column, row));
    const y = joined === undefined ? top : startOf(joined + 1);
    if (y < foot) marks.push(tableRule(style, { x, y, width, height: foot - y, role: 'line' }));
  }
  return marks;
}

/** What a row stands on: a total on its tint, every second row on that of bands, which leaves tinted columns as they are. */
export function rowTints(table: Table, row: BodyRow, index: number, fit: Fit, style: TableStyle, height: number): readonly Rule[] {
  const { total, band } = style.tints;
  if (total && row.kind === 'total') return [tint(0, 0, fullWidth(fit, style), height, total)];
  if (!band || index % 2 === 0) return [];
  const tints: Rule[] = [];
  let from = 0;
  for (const column of fit.columns.keys()) {
    if (!columnTint(table, column, style)) continue;
    const x = boundary(fit, style, column);
    if (x > from) tints.push(tint(from, 0, x - from, height, band));
    from = boundary(fit, style, column + 1);
  }
  const width = fullWidth(fit, style);
  return from < width ? [...tints, tint(from, 0, width - from, height, band)] : tints;
}
