// Turn the widths of a table into columns at the largest size that fits the measure.
import type { Table } from '../../model/document.ts';
import type { TableStyle } from '../../model/style.ts';
import type { HeadLines, LabelRoom, TableWidths } from './measure-table.ts';

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

/** Figures from this size on are read without effort: labels wrap before a table goes below it. */
export const legible = 8;
/** How much wider than the narrowest gap inside a group of columns a gap between groups is, in em. */
const betweenGroups = 0.3;

/**
 * The largest legible size with labels on one line, then the smallest legible one with wrapped labels, which costs the page the least
 * height; then the same of the sizes below. With a `least` of 0 every size is tried with labels on one line before any label wraps: a
 * turned page has room for labels and none for lines.
 */
export function fitColumns(table: Table, widths: TableWidths, style: TableStyle, measure: number, least: number = legible): Fit {
  const ranges = style.unitRow ? [style.sizes] : [style.sizes.filter((size) => size >= least), style.sizes.filter((size) => size < least)];
  for (const sizes of ranges) {
    for (const size of sizes) {
      for (const breaking of breakings(style)) {
        const needed = neededAt(table, widths, style, size, breaking);
        if (needed.total <= measure + slack) return spread(needed, style, size, measure);
      }
    }
    const size = sizes.at(-1);
    if (size === undefined) continue;
    const fit = wrapped(table, widths, style, size, measure);
    if (fit) return fit;
  }
  const size = style.sizes.at(-1) ?? 0;
  const needed = neededAt(table, widths, style, size, often);
  const stub = Math.max(measure - (needed.total - needed.stub), leastStub * size);
  const fit = spread({ ...needed, stub, total: needed.total - needed.stub + stub }, style, size, measure);
  return { ...fit, missing: { needed: needed.total, size } };
}

/** With labels on several lines, and heads that break as little as that allows. */
function wrapped(table: Table, widths: TableWidths, style: TableStyle, size: number, measure: number): Fit | undefined {
  for (const breaking of new Set([...breakings(style), often])) {
    const needed = neededAt(table, widths, style, size, breaking);
    const stub = measure - (needed.total - needed.stub);
    if (stub >= leastStub * size && labelsWrap(table, widths, style, size, stub)) {
      return spread({ ...needed, stub, total: measure }, style, size, measure);
    }
  }
  return undefined;
}

/** A rule in the middle of a gutter leaves less than half of it on each side: so much of it, in em, keeps figures clear of rules. */
const ruledGutter = 0.9;

function leastGutter({ gutter, lines }: TableStyle): number {
  return lines.column > 0 || lines.group > 0 ? Math.max(gutter, ruledGutter) : gutter;
}

interface Needed {
  readonly total: number;
  readonly stub: number;
  readonly figures: readonly NeededColumn[];
}

interface NeededColumn {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Of `left`, what its widest digits take. */
  readonly digits: number;
  /** What its gutter has more than others, because a group of columns begins with it. */
  readonly apart: number;
}

/** How often heads break, and the units below them. */
interface Breaking {
  readonly heads: HeadLines;
  readonly units: HeadLines;
}

/** As often as they can. */
const often: Breaking = { heads: 'any', units: 'any' };

/** Boxes are as wide as heads and units want them that break as little as the measure allows; other heads break as often as they can. */
const boxed: readonly Breaking[] = [
  { heads: 'one', units: 'one' },
  { heads: 'two', units: 'one' },
  { heads: 'two', units: 'any' },
  { heads: 'three', units: 'one' },
  { heads: 'three', units: 'any' },
];
const breakings = ({ unitRow }: TableStyle): readonly Breaking[] => (unitRow ? boxed : [often]);

function neededAt(table: Table, widths: TableWidths, style: TableStyle, size: number, breaking: Breaking): Needed {
  const head = headSizeAt(style, size);
  const gutter = leastGutter(style) * size;
  const figures = widths.columns.map(({ left: digits, right, head: headWidths, unit }) => {
    const headWidth = Math.max(headWidths[breaking.heads], unit[breaking.units]);
    // A unit ends at the digits, as the figures below it do.
    const left = Math.max(digits * size, style.unitRow ? unit[breaking.units] * head : 0);
    const own =
      style.headAlign === 'digit' ? Math.max(left, headWidth * head) + right * size : Math.max(left + right * size, headWidth * head);
    return { width: Math.max(own, style.minColumn * size), left, right: right * size, digits: digits * size };
  });
  // Narrow heads first: what they add, wider heads over them need not.
  for (const { cell, width } of [...widths.spanners].sort((a, b) => a.cell.colSpan - b.cell.colSpan)) {
    const spanned = figures.slice(cell.column - 1, cell.column - 1 + cell.colSpan);
    const lacking = width[breaking.heads] * head - spanned.reduce((sum, column) => sum + column.width, 0) - gutter * (spanned.length - 1);
    for (const column of lacking > 0 ? spanned : []) column.width += lacking / spanned.length;
  }
  const labels = widths.labels.map((label, row) => (hasFigures(table, row) ? label * size + indentOf(table, row, style, size) : 0));
  const stub = Math.max(widths.stub * head, ...labels);
  const parted = partGroups(table, figures, style, size);
  return { total: stub + parted.reduce((sum, column) => sum + column.apart + column.width + gutter, 0), stub, figures: parted };
}

/** Gives the first column of a group a wider gutter where figures of two groups would stand as near as those of one. */
function partGroups(
  table: Table,
  figures: readonly Omit<NeededColumn, 'apart'>[],
  { headAlign }: TableStyle,
  size: number,
): readonly NeededColumn[] {
  const starts = groupStarts(table);
  // What a centred figure column leaves on both sides of its widest figure; one that ends at the digits only before it.
  const margin = ({ width, left, right }: Omit<NeededColumn, 'apart'>): number => (width - left - right) / (headAlign === 'digit' ? 1 : 2);
  const gaps = figures.map((column, index) => {
    const before = figures[index - 1];
    return margin(column) + (before && headAlign === 'center' ? margin(before) : 0);
  });
  const inside = gaps.filter((_, index) => index > 0 && !starts.has(index));
  if (starts.size === 0 || inside.length === 0) return figures.map((column) => ({ ...column, apart: 0 }));
  const least = Math.min(...inside) + betweenGroups * size;
  return figures.map((column, index) => ({ ...column, apart: starts.has(index) ? Math.max(0, least - (gaps[index] ?? 0)) : 0 }));
}

/** Columns, from 0, with which a group under one head of the first level begins, but the first column. */
function groupStarts({ heads }: Table): ReadonlySet<number> {
  const groups = heads.filter(({ row, column, colSpan }) => row === 0 && column > 0 && colSpan > 1);
  return new Set(groups.flatMap(({ column }) => (column > 1 ? [column - 1] : [])));
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
    const start = x + gutter + figure.apart;
    x = start + figure.width;
    const margin =
      style.headAlign === 'digit' ? figure.width - figure.left - figure.right : (figure.width - figure.left - figure.right) / 2;
    return { left: start, right: x, figures: start + margin + figure.left - figure.digits, digits: start + margin + figure.left };
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
