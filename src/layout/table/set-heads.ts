// Turn a table's head cells into a box: spanned cells bottom-aligned in their grid, a rule under each head that stands over others.
import { isFullWidth } from '../../language/characters.ts';
import type { HeadCell, Table } from '../../model/document.ts';
import type { Rule } from '../../model/page.ts';
import type { TableStyle } from '../../model/style.ts';
import { baselineIn } from '../block-style.ts';
import type { LineAt } from '../pagination/marks.ts';
import type { Line, OwnedInline, TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import type { Column, Fit } from './fit-columns.ts';
import { hangingPieces } from './hanging-pieces.ts';
import { ownPieces } from './own-cells.ts';
import { boundary, hasUnitRow, tableInset, tableRule } from './table-lines.ts';

/** Room above and below the lines of a head row, in em of the head's size: rules keep clear of letters. */
const padding = { above: 0.22, below: 0.3 } as const;

/** The head's marks below the table's top edge. */
export interface SetHeads {
  readonly marks: readonly (LineAt | Rule)[];
  readonly height: number;
  /** Lower edges of the head's rows. */
  readonly bottoms: readonly number[];
}

export function setHeads(table: Table, fit: Fit, style: TableStyle, spec: TextSpec, typesetter: Typesetter): SetHeads {
  const size = fit.headSize;
  const pitch = style.headPitch * size;
  const units = hasUnitRow(table, style);
  const at = (cell: HeadCell): Extent => extent(cell, fit, units && cell.row === table.headRows - 1);
  const cells = table.heads.map((cell) => ({ cell, lines: setPieces(cell, at(cell), spec, typesetter) }));
  const heights = rowHeights(table.headRows, cells, pitch, (padding.above + padding.below) * size);
  const bottoms = heights.map((_, row) => heights.slice(0, row + 1).reduce((sum, height) => sum + height, 0));
  const marks: (LineAt | Rule)[] = [];
  for (const { cell, lines } of cells) {
    const last = Math.min(cell.row + cell.rowSpan, table.headRows) - 1;
    const bottom = bottoms[last] ?? 0;
    const { left, right, digits } = at(cell);
    lines.forEach(({ line, hang, width }, index) => {
      const top = bottom - padding.below * size - (lines.length - index) * pitch;
      const x =
        cell.column === 0 ? left : digits !== undefined ? digits - width : middle(cell, units, { left, right }, fit, style) - width / 2;
      marks.push({ line, x: x + hang, y: top + baselineIn(pitch, size) });
    });
    // The rule above units goes through the whole table: that of the opening.
    const stands = last + 1 < table.headRows - (units ? 1 : 0);
    if (stands && cell.column > 0 && lines.length > 0) {
      const height = style.rules.head;
      const { x, width } = units ? between(cell, fit, style) : { x: left, width: right - left };
      marks.push(tableRule(style, { x, y: bottom - height, width, height, role: 'spanner' }));
    }
  }
  return { marks, height: bottoms.at(-1) ?? 0, bottoms };
}

/** Heads stand in the middle of what they stand over: of the room between upright rules where units stand below them. */
function middle(cell: HeadCell, units: boolean, { left, right }: Extent, fit: Fit, style: TableStyle): number {
  if (!units) return (left + right) / 2;
  const { x, width } = between(cell, fit, style);
  return x + width / 2;
}

/** From the upright rule before a head to the one after it, from the left of the labels. */
function between(cell: HeadCell, fit: Fit, style: TableStyle): { readonly x: number; readonly width: number } {
  const x = boundary(fit, style, cell.column - 1);
  return { x: x - tableInset(style), width: boundary(fit, style, cell.column - 1 + cell.colSpan) - x };
}

interface Extent {
  readonly left: number;
  readonly right: number;
  /** Where heads end that keep to the digits. */
  readonly digits?: number;
}

function extent(cell: HeadCell, fit: Fit, isUnit: boolean): Extent {
  if (cell.column === 0) return { left: 0, right: fit.stub };
  const first: Column | undefined = fit.columns[cell.column - 1];
  const last: Column | undefined = fit.columns[cell.column + cell.colSpan - 2];
  if (!first || !last) throw new Error(`head ${cell.id} stands over columns that the table does not have`);
  const ends = (isUnit || fit.headAlign === 'digit') && cell.colSpan === 1;
  // A unit packs its words before the digits' edge, where it ends.
  return { left: first.left, right: isUnit && ends ? first.digits : last.right, ...(ends ? { digits: first.digits } : {}) };
}

/** A line of a head, in points. */
interface HeadLine {
  readonly line: Line;
  /** How far it starts behind the first line of its bracket. */
  readonly hang: number;
  /** Of the lines that one bracket holds, the widest with its hang: they are placed as one. */
  readonly width: number;
}

/** Packs pieces into as few lines as the width allows; a piece that is too wide alone keeps a line of its own. */
function setPieces(cell: HeadCell, { left, right }: Extent, spec: TextSpec, typesetter: Typesetter): readonly HeadLine[] {
  const lines: Omit<HeadLine, 'width'>[] = [];
  let packed: readonly OwnedInline[] = [];
  let hang = 0;
  for (const piece of hangingPieces(ownPieces(cell), (inlines) => typesetter.line(inlines, spec).width)) {
    const longer = packed.length === 0 ? piece.inlines : [...packed, ...joint(packed, piece.inlines), ...piece.inlines];
    if (packed.length > 0 && hang + typesetter.line(longer, spec).width > right - left + 0.01) {
      lines.push({ line: typesetter.line([...packed, ...joint(packed, piece.inlines)], spec), hang });
      packed = piece.inlines;
      hang = piece.hang;
    } else packed = longer;
  }
  if (packed.length > 0) lines.push({ line: typesetter.line(packed, spec), hang });
  return together(lines);
}

/** Lines with the width of those that hang behind one bracket. */
function together(lines: readonly Omit<HeadLine, 'width'>[]): readonly HeadLine[] {
  return lines.map((each, index) => {
    let [first, last] = [index, index];
    while ((lines[first]?.hang ?? 0) > 0) first--;
    while ((lines[last + 1]?.hang ?? 0) > 0) last++;
    return { ...each, width: Math.max(...lines.slice(first, last + 1).map(({ line, hang }) => hang + line.width)) };
  });
}

/** A space between two pieces, unless both sides are of full width or one brings its own. */
function joint(before: readonly OwnedInline[], after: readonly OwnedInline[]): readonly OwnedInline[] {
  const end = before.at(-1)?.inline.text;
  const start = after[0];
  if (end === undefined || !start || /\s$/u.test(end) || /^\s/u.test(start.inline.text)) return [];
  if (isFullWidth(end.slice(-1)) && isFullWidth(start.inline.text.slice(0, 1))) return [];
  return [{ ...start, inline: { text: ' ', at: start.inline.at } }];
}

/** Each row is as high as its own cells; a cell over several rows adds to the last of them what it still lacks. */
function rowHeights(
  count: number,
  cells: readonly { readonly cell: HeadCell; readonly lines: readonly HeadLine[] }[],
  pitch: number,
  room: number,
): readonly number[] {
  const heights = new Array<number>(count).fill(0);
  const bySpan = [...cells].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const { cell, lines } of bySpan) {
    if (lines.length === 0) continue;
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lacking = lines.length * pitch + room - rows.reduce((sum, height) => sum + height, 0);
    const last = Math.min(cell.row + cell.rowSpan, count) - 1;
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
}
