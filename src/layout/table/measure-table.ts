// Turn a table's texts into widths for one point of size, so that every size can be tried, and its labels into lines of a width.
import type { BodyRow, FigureCell, HeadCell, Table } from '../../model/document.ts';
import type { Line, OwnedInline, TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import type { Lacking } from './align-points.ts';
import { type HeadPiece, hangingPieces } from './hanging-pieces.ts';
import { ownCore, ownFigure, ownLabel, ownMark, ownPieces } from './own-cells.ts';

/** Size that widths are measured at before they are divided by it: widths are proportional to the size. */
const measuredAt = 10;

/** What a head needs, in points of its size: as the widest part that cannot break, and on at most three lines, two or one. */
export type HeadWidth = Readonly<Record<HeadLines, number>>;

/** How many lines a head may take. */
export type HeadLines = 'any' | 'three' | 'two' | 'one';

/** A figure column: what stands left and right of the digits' right edge. */
export interface ColumnWidth {
  /** Widest prefix with digits, and what these lack of the digit edge. */
  readonly left: number;
  /** Widest suffix: closing parenthesis, percent sign. */
  readonly right: number;
  /** What its own head needs. */
  readonly head: HeadWidth;
  /** Of that, the head in the last of several rows: a unit, where the style has a row of them. */
  readonly unit: HeadWidth;
}

/** A head over several columns and what it needs. */
export interface SpannerWidth {
  readonly cell: HeadCell;
  readonly width: HeadWidth;
}

/** Widths as multiples of the size. */
export interface TableWidths {
  readonly columns: readonly ColumnWidth[];
  readonly spanners: readonly SpannerWidth[];
  /** Each row's label without its indent. */
  readonly labels: readonly number[];
  /** Lines that a row's label takes at a size in a room, as it will be set. */
  readonly labelLines: (row: number, size: number, room: LabelRoom) => number;
  /** Head of the label column, in points of the head's size. */
  readonly stub: number;
}

/** `lacking` is that of the whole table, of which `table` may be some columns. */
export function measureTable(table: Table, lacking: Lacking, cell: TextSpec, head: TextSpec, typesetter: Typesetter): TableWidths {
  const cellAt = { ...cell, size: measuredAt };
  const headAt = { ...head, size: measuredAt };
  const width = (inlines: readonly OwnedInline[], spec: TextSpec): number =>
    inlines.length === 0 ? 0 : typesetter.line(inlines, spec).width / measuredAt;
  const inHead = (inlines: readonly OwnedInline[]): number => width(inlines, headAt);
  const piecesOf = (headCell: HeadCell): readonly HeadPiece[] => hangingPieces(ownPieces(headCell), inHead);
  // One piece is measured by its own list, so that it is prepared once.
  const inlinesOf = (pieces: readonly HeadPiece[]): readonly OwnedInline[] =>
    pieces.length === 1 ? pieces[0]!.inlines : pieces.flatMap(({ inlines }) => inlines);
  const lineOf = (pieces: readonly HeadPiece[]): number => (pieces[0]?.hang ?? 0) + inHead(inlinesOf(pieces));
  const piece = (headCell: HeadCell): number => Math.max(0, ...piecesOf(headCell).map((each) => lineOf([each])));
  const packed = (headCells: readonly HeadCell[]): HeadWidth => {
    const set = headCells.map(piecesOf);
    const within = (lines: number): number => Math.max(0, ...set.map((pieces) => widthOnLines(pieces, lines, lineOf)));
    return { any: Math.max(0, ...headCells.map(piece)), three: within(3), two: within(2), one: within(1) };
  };
  const columns = table.columns.map((_, index): ColumnWidth => {
    const cells = table.rows.flatMap((row) => {
      const figure = row.cells[index];
      return figure ? [{ figure, lacks: lacking(figure) }] : [];
    });
    // The very text that the row is set from, so that it is prepared once.
    const part = (text: string, figure: FigureCell): number => (text === '' ? 0 : width(ownFigure(text, figure), cellAt));
    const own = table.heads.filter((headCell) => headCell.column === index + 1 && headCell.colSpan === 1);
    return {
      left: Math.max(0, ...cells.map(({ figure, lacks }) => width(ownCore(figure), cellAt) + part(lacks, figure))),
      right: Math.max(
        0,
        ...cells.map(({ figure, lacks }) => part(figure.suffix, figure) + width(ownMark(figure), cellAt) - part(lacks, figure)),
      ),
      head: packed(own.filter(({ row }) => row === 0 || row < table.headRows - 1)),
      unit: packed(own.filter(({ row }) => row > 0 && row === table.headRows - 1)),
    };
  });
  const spanners = table.heads
    .filter((headCell) => headCell.colSpan > 1 && headCell.column > 0)
    .map((headCell) => ({ cell: headCell, width: packed([headCell]) }));
  return {
    columns,
    spanners,
    labels: table.rows.map((row) => width(ownLabel(row), cellAt)),
    labelLines: (row, size, room) => {
      const set = table.rows[row];
      return set ? setLabel(set, room, { ...cell, size }, typesetter).length : 0;
    },
    stub: Math.max(0, ...table.heads.filter((headCell) => headCell.column === 0).map(piece)),
  };
}

/** The room of a label, in points. */
export interface LabelRoom {
  readonly measure: number;
  readonly indent: number;
  /** Where its second line starts. */
  readonly hang: number;
}

/** A line of a label, and how far it is moved from the table's left edge, in points. */
export interface LabelLine {
  readonly line: Line;
  readonly x: number;
}

/** Labels may pass their room by rounding, no more. */
const slack = 0.01;

/** The lines of a row's label, each from its left edge. */
export function setLabel(row: BodyRow, room: LabelRoom, spec: TextSpec, typesetter: Typesetter): readonly LabelLine[] {
  if (row.label.length === 0) return [];
  const { measure, indent, hang } = room;
  const inlines = ownLabel(row);
  const line = typesetter.line(inlines, spec);
  if (line.width + indent <= measure + slack) return [{ line, x: indent }];
  return typesetter.paragraph(inlines, { ...spec, measure, align: 'left', indent, hang }).map((each) => ({ line: each, x: 0 }));
}

/** A head of more parts than these is no head that anybody reads: its lines are as many as they are. */
const mostPieces = 40;

/** The least width in which pieces stand on so many lines: the narrowest of all ways to part them. */
function widthOnLines(pieces: readonly HeadPiece[], lines: number, width: (line: readonly HeadPiece[]) => number): number {
  if (pieces.length === 0) return 0;
  if (lines === 1 || pieces.length === 1) return width(pieces);
  if (pieces.length > mostPieces) return Math.max(...pieces.map((piece) => width([piece])));
  let least = Number.POSITIVE_INFINITY;
  for (let first = 1; first <= pieces.length; first++) {
    const line = width(pieces.slice(0, first));
    if (line >= least) break;
    least = Math.min(least, Math.max(line, widthOnLines(pieces.slice(first), lines - 1, width)));
  }
  return least;
}
