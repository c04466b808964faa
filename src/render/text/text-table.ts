// Turn a table into lines of text: figures aligned on their last digit under their heads, wide tables in several pieces; words in columns that wrap.
import type { FigureCell, HeadCell, Inline, Table, WordTable } from '../../model/document.ts';
import { fillLines, padBoth, padEnd, padStart, textWidth } from './fill-lines.ts';

/** Columns between two columns, and of indent for each level. */
const gutter = 2;
const indent = 2;
/** Share of the page that labels take at most before they wrap. */
const labelShare = 0.45;

/** What a column needs: columns up to the last digit, and after it. */
interface ColumnWidth {
  readonly digits: number;
  readonly suffix: number;
  readonly width: number;
}

/** `write` gives text its form: plain ASCII or as it is. A table wider than the page is cut between columns, its labels repeated. */
export function textTable(table: Table, width: number, write: (text: string) => string): readonly string[] {
  const text = (inlines: readonly { readonly text: string }[]): string => write(inlines.map((inline) => inline.text).join(''));
  const labels = table.rows.map((row) => text(row.label));
  const natural = Math.max(
    0,
    ...labels.map((label, r) => textWidth(label) + indent * table.rows[r]!.depth),
    ...stubHead(table, text).map(textWidth),
  );
  const columns = table.columns.map((_, c) => columnWidth(table, c, text, write));
  const whole = natural + columns.reduce((sum, column) => sum + gutter + column.width, 0);
  const stub = whole <= width ? natural : Math.min(natural, Math.floor(width * labelShare));
  const lines = table.captions.flatMap(({ inlines }) => fillLines(text(inlines), width));
  if (table.unit) lines.push(padStart(text(table.unit.inlines), Math.min(width, whole)));
  for (const piece of piecesOf(columns, width - stub)) {
    if (lines.length > 0 && piece[0] !== 0) lines.push('');
    const ruler = '-'.repeat(stub + piece.reduce((sum, c) => sum + gutter + columns[c]!.width, 0));
    if (table.headRows > 0) lines.push(ruler, ...headLines(table, piece, columns, stub, text));
    lines.push(ruler);
    table.rows.forEach((row, r) => {
      const figures = piece.map((c) => ' '.repeat(gutter) + figure(row.cells[c], columns[c]!, write)).join('');
      const lead = ' '.repeat(indent * row.depth);
      const wrapped = fillLines(labels[r]!, figures.trim() === '' ? width : stub, lead, `${lead}${' '.repeat(indent)}`);
      const last = wrapped.at(-1) ?? '';
      lines.push(...wrapped.slice(0, -1), (padEnd(last, stub) + figures).trimEnd());
    });
    lines.push(ruler);
  }
  return lines;
}

function stubHead(table: Table, text: (inlines: readonly { readonly text: string }[]) => string): readonly string[] {
  const cell = table.heads.find(({ column }) => column === 0);
  return cell ? [text(cell.pieces.flat())] : [];
}

function columnWidth(
  table: Table,
  column: number,
  text: (inlines: readonly { readonly text: string }[]) => string,
  write: (text: string) => string,
): ColumnWidth {
  const cells = table.rows.flatMap((row) => row.cells[column] ?? []);
  const digits = Math.max(0, ...cells.map(({ prefix, core }) => textWidth(write(prefix + core))));
  const suffix = Math.max(0, ...cells.map((cell) => textWidth(write(trailing(cell)))));
  // Heads of one column wrap between words, so a column is as wide as the longest word over it.
  const heads = table.heads.filter((cell) => cell.column === column + 1 && cell.colSpan === 1);
  const words = heads.flatMap((cell) => headPieces(cell, text)).map(textWidth);
  return { digits, suffix, width: Math.max(digits + suffix, ...words) };
}

function headPieces(cell: HeadCell, text: (inlines: readonly { readonly text: string }[]) => string): readonly string[] {
  return cell.pieces.flatMap((piece) => text(piece).split(' ')).filter((word) => word !== '');
}

/** Column numbers in pieces that fit; at least one a piece. */
function piecesOf(columns: readonly ColumnWidth[], room: number): readonly (readonly number[])[] {
  const pieces: number[][] = [[]];
  let used = 0;
  columns.forEach(({ width }, c) => {
    if (used > 0 && used + gutter + width > room) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)!.push(c);
    used += gutter + width;
  });
  return pieces;
}

/** A head stands over its columns, on the lowest row that it spans, each wrapped to what it covers in this piece. */
function headLines(
  table: Table,
  piece: readonly number[],
  columns: readonly ColumnWidth[],
  stub: number,
  text: (inlines: readonly { readonly text: string }[]) => string,
): readonly string[] {
  const lines: string[] = [];
  for (let row = 0; row < table.headRows; row++) {
    const cells = table.heads.filter((cell) => cell.row + cell.rowSpan - 1 === row);
    const blocks: { readonly width: number; readonly lines: readonly string[] }[] = [];
    const stubCell = cells.find(({ column }) => column === 0);
    blocks.push({ width: stub, lines: stubCell ? fillLines(text(stubCell.pieces.flat()), stub) : [] });
    for (let i = 0; i < piece.length; ) {
      const cell = cells.find(({ column, colSpan }) => column <= piece[i]! + 1 && piece[i]! + 1 < column + colSpan);
      let to = i + 1;
      while (cell && to < piece.length && piece[to]! + 1 < cell.column + cell.colSpan) to++;
      const width = piece.slice(i, to).reduce((sum, c) => sum + columns[c]!.width + gutter, -gutter);
      blocks.push({ width, lines: cell ? fillLines(text(cell.pieces.flat()), width) : [] });
      i = to;
    }
    const height = Math.max(...blocks.map((block) => block.lines.length));
    for (let line = 0; line < height; line++) {
      const parts = blocks.map((block, b) => {
        const own = block.lines[line - (height - block.lines.length)] ?? '';
        return b === 0 ? padEnd(own, block.width) : padBoth(own, block.width);
      });
      lines.push(parts.join(' '.repeat(gutter)).trimEnd());
    }
  }
  return lines.filter((line) => line !== '');
}

/** What hangs behind the digits: a bracket, a percent sign, the mark of a note. */
function trailing({ suffix, mark = [] }: FigureCell): string {
  return suffix + mark.map(({ text }) => text).join('');
}

function figure(cell: FigureCell | undefined, { digits, suffix, width }: ColumnWidth, write: (text: string) => string): string {
  if (!cell) return ' '.repeat(width);
  return padStart(padStart(write(cell.prefix + cell.core), digits) + padEnd(write(trailing(cell)), suffix), width);
}

/** Columns that a cell of words takes at least. */
const least = 8;

/** `room` is the number of columns of a line. */
export function textWords(table: WordTable, room: number, write: (inlines: readonly Inline[]) => string): readonly string[] {
  const rows = table.rows.map(({ cells }) => cells.map(({ inlines }) => write(inlines).replaceAll('\n', ' ')));
  const count = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: count }, (_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ''))));
  const widths = shared(wanted, room - gutter * (count - 1));
  return rows.flatMap((row, index) => {
    const cells = row.map((text, column) => fillLines(text, widths[column] ?? least));
    const height = Math.max(...cells.map(({ length }) => length));
    const lines = Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) => padEnd(cell[line] ?? '', widths[column] ?? least))
        .join(' '.repeat(gutter))
        .trimEnd(),
    );
    return index > 0 ? lines : [...lines, widths.map((width) => '-'.repeat(width)).join(' '.repeat(gutter))];
  });
}

/** Narrow columns have what they want; the others share the rest. */
function shared(wanted: readonly number[], room: number): readonly number[] {
  const fair = Math.max(least, Math.floor(room / Math.max(1, wanted.length)));
  const narrow = wanted.filter((width) => width <= fair);
  const rest = Math.floor((room - narrow.reduce((sum, width) => sum + width, 0)) / Math.max(1, wanted.length - narrow.length));
  return wanted.map((width) => (width <= fair ? width : Math.min(width, Math.max(fair, rest))));
}
