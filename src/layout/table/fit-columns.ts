// Turn the widths of a table into columns at the largest size that fits the measure.
import type { Table } from '../../model/document.ts';
import type { TableStyle } from '../../model/style.ts';
import type { LabelRoom, TableWidths } from './measure-table.ts';

/** A figure column at its place, in points from the table's left edge. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Right edge of the digits of every figure in it. */
  readonly digits: number;
  /** Left edge of its widest digits and prefix: where total rules begin. */
  readonly figures: number;
}

export interface Fit {
  readonly size: number;
  readonly headSize: number;
  readonly headAlign: TableStyle['headAlign'];
  readonly width: number;
  /** Width of the label column. */
  readonly stub: number;
  readonly columns: readonly Column[];
  /** What the table needs at the smallest size with labels on one line, when no size fits even with wrapped labels. */
  readonly missing?: { readonly needed: number; readonly size: number };
}

/** A label column narrower than this (em) would wrap labels into a tower of words. */
const leastStub = 12;
/** Labels wrap to this many lines. */
const labelLines = 2;
/** One label in so many, and one in any table, may take a line more before a turned page is better. */
const longLabels = { share: 1 / 20, lines: labelLines + 1 } as const;
/** Widths may pass the measure by rounding, no more. */
const slack = 0.01;

/** Tries every size with labels on one line, then the smallest with wrapped labels. */
export function fitColumns(table: Table, widths: TableWidths, style: TableStyle, measure: number): Fit {
  for (const size of style.sizes) {
    const needed = neededAt(table, widths, style, size);
    if (needed.total <= measure + slack) return spread(needed, style, size, measure);
  }
  const size = style.sizes.at(-1) ?? 0;
  const needed = neededAt(table, widths, style, size);
  const stub = measure - (needed.total - needed.stub);
  const wraps = stub >= leastStub * size && labelsWrap(table, widths, style, size, stub);
  const wrapped = { ...needed, stub: Math.max(stub, leastStub * size) };
  const fit = spread({ ...wrapped, total: needed.total - needed.stub + wrapped.stub }, style, size, measure);
  return wraps ? fit : { ...fit, missing: { needed: needed.total, size } };
}

/** A rule in the middle of a gutter leaves less than half of it on each side: so much of it, in em, keeps figures clear of rules. */
const ruledGutter = 0.9;

function leastGutter({ gutter, lines }: TableStyle): number {
  return lines.column > 0 || lines.group > 0 ? Math.max(gutter, ruledGutter) : gutter;
}

interface Needed {
  readonly total: number;
  readonly stub: number;
  readonly figures: readonly { readonly width: number; readonly left: number; readonly right: number }[];
}

function neededAt(table: Table, widths: TableWidths, style: TableStyle, size: number): Needed {
  const head = headSizeAt(style, size);
  const gutter = leastGutter(style) * size;
  const figures = widths.columns.map(({ left, right, head: headWidth }) => {
    const own =
      style.headAlign === 'digit'
        ? Math.max(left * size, headWidth * head) + right * size
        : Math.max((left + right) * size, headWidth * head);
    return { width: Math.max(own, style.minColumn * size), left: left * size, right: right * size };
  });
  // Narrow heads first: what they add, wider heads over them need not.
  for (const { cell, width } of [...widths.spanners].sort((a, b) => a.cell.colSpan - b.cell.colSpan)) {
    const spanned = figures.slice(cell.column - 1, cell.column - 1 + cell.colSpan);
    const lacking = width * head - spanned.reduce((sum, column) => sum + column.width, 0) - gutter * (spanned.length - 1);
    for (const column of lacking > 0 ? spanned : []) column.width += lacking / spanned.length;
  }
  const labels = widths.labels.map((label, row) => (hasFigures(table, row) ? label * size + indentOf(table, row, style, size) : 0));
  const stub = Math.max(widths.stub * head, ...labels);
  return { total: stub + figures.reduce((sum, column) => sum + column.width + gutter, 0), stub, figures };
}

/** Gives what is left of the measure to the gutters up to their limit, the rest to the label column. */
function spread(needed: Needed, style: TableStyle, size: number, measure: number): Fit {
  const count = Math.max(1, needed.figures.length);
  const left = Math.max(0, measure - needed.total);
  const least = leastGutter(style);
  const gutter = (least + Math.min(left / count / size, Math.max(0, style.maxGutter - least))) * size;
  const rest = left - (gutter - least * size) * needed.figures.length;
  const stub = needed.stub + (style.width === 'full' ? rest : 0);
  let x = stub;
  const columns = needed.figures.map((figure): Column => {
    const start = x + gutter;
    x = start + figure.width;
    const margin =
      style.headAlign === 'digit' ? figure.width - figure.left - figure.right : (figure.width - figure.left - figure.right) / 2;
    return { left: start, right: x, figures: start + margin, digits: start + margin + figure.left };
  });
  return { size, headSize: headSizeAt(style, size), headAlign: style.headAlign, width: columns.at(-1)?.right ?? stub, stub, columns };
}

function headSizeAt(style: TableStyle, size: number): number {
  return Math.max(style.minHead, size * style.headScale);
}

function indentOf(table: Table, row: number, style: TableStyle, size: number): number {
  return (table.rows[row]?.depth ?? 0) * style.indent * size;
}

/** A row without figures may run its label over the whole table. */
function hasFigures(table: Table, row: number): boolean {
  return table.rows[row]?.cells.some((cell) => cell !== undefined) ?? false;
}

/** The room of a row's label beside a label column's right edge. */
export function labelRoom(table: Table, row: number, style: TableStyle, fit: Pick<Fit, 'size' | 'stub' | 'width'>): LabelRoom {
  const indent = indentOf(table, row, style, fit.size);
  return { measure: hasFigures(table, row) ? fit.stub : fit.width, indent, hang: indent + style.indent * fit.size };
}

/** All labels stay within their lines, set as they will be: what an estimate takes for two lines may break into three. */
function labelsWrap(table: Table, widths: TableWidths, style: TableStyle, size: number, stub: number): boolean {
  const lines = widths.labels.map((label, row) => {
    const room = labelRoom(table, row, style, { size, stub, width: stub });
    return !hasFigures(table, row) || label * size + room.indent <= room.measure ? 1 : widths.labelLines(row, size, room);
  });
  const long = lines.filter((count) => count > labelLines).length;
  return Math.max(1, ...lines) <= longLabels.lines && long <= Math.max(1, Math.floor(lines.length * longLabels.share));
}
