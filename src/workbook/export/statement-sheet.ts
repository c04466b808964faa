// Turn a statement, as every language prints it, into one sheet: labels of all languages, figures as printed, and beside them what they are computed from.
import { conceptOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Figure, HeadCell, Inline, Note, Table } from '../../model/document.ts';
import type { Statement } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import { addressOf } from '../workbook.ts';
import type { CellStyle, CellToWrite, RowToWrite, SheetToWrite } from '../write/sheet-to-write.ts';
import { formatOf } from './number-format.ts';
import { cellsOf, formulasOf, type PlacedFigure } from './placed-figures.ts';
import type { StatementBook } from './statement-book.ts';
import { linesIn, textWidth } from './text-width.ts';

/** `tables` are of one statement, one in each language. */
export function statementSheet(name: string, tables: readonly Table[], statement: Statement, book: StatementBook): SheetToWrite {
  const [first] = tables;
  if (!first) throw new Error('statement-sheet: a statement without tables');
  const found = cellsOf(first, statement, book);
  const top = tables.reduce((sum, table) => sum + table.captions.length + (table.unit ? 1 : 0), 0);
  const headRow = top + 1;
  const bodyRow = headRow + tables.reduce((sum, table) => sum + Math.max(1, table.headRows), 0);
  const labels = 1 + tables.length;
  // Each printed column, and behind it the one of its formulas where it has any.
  const formulas = first.columns.map((_, column) => formulasOf(column, found, book));
  const columns: number[] = [];
  let next = labels;
  formulas.forEach((each) => {
    columns.push(next);
    next += each.size > 0 ? 2 : 1;
  });
  const at = (column: number) => columns[column] ?? labels;
  const placed = (text: string) =>
    text.replace(/\{(\d+) (\d+)\}/g, (_, row: string, of: string) => addressOf({ row: bodyRow + Number(row), column: at(Number(of)) }));

  const rows: RowToWrite[] = [];
  const merged: SheetToWrite['merged'][number][] = [];
  let row = 0;
  for (const table of tables) {
    for (const { inlines } of table.captions) rows.push({ row: row++, cells: [textCell(1, textOf(inlines), { bold: true })] });
    if (table.unit) rows.push({ row: row++, cells: [textCell(1, textOf(table.unit.inlines), { quiet: true })] });
  }
  row = headRow;
  tables.forEach((table, index) => {
    // A head over several columns stands over their formulas too; that of one column beside the head of its own.
    const span = (cell: HeadCell) => {
      const last = cell.column + cell.colSpan - 2;
      return { from: at(cell.column - 1), to: at(last) + (cell.colSpan > 1 && (formulas[last]?.size ?? 0) > 0 ? 1 : 0) };
    };
    for (let line = 0; line < Math.max(1, table.headRows); line++) {
      const cells = [...table.heads]
        .filter((cell) => cell.row === line)
        .sort((a, b) => a.column - b.column)
        .map((cell) =>
          cell.column === 0 ? textCell(1 + index, headText(cell), headStyle) : textCell(span(cell).from, headText(cell), headStyle),
        );
      const last = line === Math.max(1, table.headRows) - 1;
      const recomputed = formulas.flatMap((each, column) =>
        last && each.size > 0 ? [textCell(at(column) + 1, language(table.lang).workbook.recomputed, { ...headStyle, quiet: true })] : [],
      );
      const code = index === 0 && line === 0 ? [textCell(0, language(table.lang).workbook.code, { quiet: true })] : [];
      const own = table.heads.filter((cell) => cell.row === line && cell.colSpan === 1 && cell.rowSpan === 1);
      const lines = Math.max(1, ...own.map((cell) => linesIn(headText(cell), headWidth)));
      rows.push({ row: row + line, cells: [...code, ...cells, ...recomputed].sort((a, b) => a.column - b.column), lines });
      for (const cell of table.heads) {
        if (cell.row !== line || cell.column === 0) continue;
        const { from, to } = span(cell);
        if (to > from || cell.rowSpan > 1)
          merged.push({ fromRow: row + line, toRow: row + line + cell.rowSpan - 1, fromColumn: from, toColumn: to });
      }
    }
    row += Math.max(1, table.headRows);
  });

  first.rows.forEach((body, index) => {
    const total = body.kind === 'total';
    const line: CellStyle = {
      ...(body.rule !== 'none' && { above: 'thin' as const }),
      ...(body.rule === 'grand' && { below: 'double' as const }),
    };
    const concepts = new Set(found.filter((each) => each.row === index).map(({ figure }) => conceptOf(figure.fact)));
    const cells: CellToWrite[] = [
      textCell(0, concepts.size === 1 ? [...concepts].join('') : '', { quiet: true }),
      ...tables.map((table, of) =>
        textCell(1 + of, textOf(table.rows[index]?.label ?? []), {
          ...(total || body.kind === 'head' ? { bold: true as const } : {}),
          ...(body.depth > 0 && { indent: body.depth }),
        }),
      ),
    ];
    for (const { column, figure } of found.filter((each) => each.row === index)) {
      cells.push(figureCell(figure, at(column), line, book.release));
      const formula = formulas[column]?.get(index);
      if (formula !== undefined)
        cells.push({
          column: at(column) + 1,
          style: { format: formatOf(figure, book.release), ...line },
          holds: { kind: 'formula', formula: placed(formula), value: figure.printed.toString() },
        });
    }
    rows.push({ row: bodyRow + index, cells });
  });

  const widths = [24, ...tables.map(widthOf), ...columnWidths(next - labels, found, (column) => at(column) - labels)];
  const across = widths.slice(1).reduce((sum, width) => sum + width, 0);
  let foot = bodyRow + first.rows.length + 1;
  for (const note of tables.flatMap((table) => notesOf(table, book.notes))) {
    const text = `${textOf(note.label)} ${textOf(note.inlines)}`.trim();
    rows.push({ row: foot, cells: [textCell(1, text, { quiet: true, wrap: true, align: 'left' })], lines: linesIn(text, across) });
    if (next > 2) merged.push({ fromRow: foot, toRow: foot, fromColumn: 1, toColumn: next - 1 });
    foot++;
  }

  return {
    name,
    rows,
    widths,
    merged,
    frozen: { rows: bodyRow, columns: labels },
    held: formulas.flatMap((each, column) =>
      each.size === 0 ? [] : [{ printed: at(column), computed: at(column) + 1, fromRow: bodyRow, toRow: bodyRow + first.rows.length - 1 }],
    ),
  };
}

const headStyle: CellStyle = { align: 'center', wrap: true, below: 'thin' };

function figureCell(figure: Figure, column: number, line: CellStyle, release: Release): CellToWrite {
  // A range, and what is undecided, is a text to a spreadsheet.
  if (figure.undecided || figure.upper) return { column, style: { align: 'right', ...line }, holds: { kind: 'text', text: figure.text } };
  const style: CellStyle = { format: formatOf(figure, release), align: 'right', ...line };
  if (!/\d/.test(figure.text) && !figure.printed.isZero) return { column, style, holds: { kind: 'text', text: figure.text } };
  return { column, style, holds: { kind: 'number', value: figure.printed.toString() } };
}

function notesOf(table: Table, notes: ReadonlyMap<string, Note>): readonly Note[] {
  const inlines = [
    ...table.captions.flatMap((caption) => caption.inlines),
    ...table.heads.flatMap(({ pieces }) => pieces.flat()),
    ...table.rows.flatMap(({ label }) => label),
  ];
  const ids = new Set(inlines.flatMap(({ noteRef }) => noteRef ?? []));
  return [...ids].flatMap((id) => notes.get(id) ?? []);
}

/** Widest label, full-width characters counted twice, within what a sheet shows beside figures. */
function widthOf(table: Table): number {
  const widths = table.rows.map(({ label, depth }) => textWidth(textOf(label)) + depth * 2);
  return Math.min(52, Math.max(16, ...widths));
}

/** Characters of a column of figures at least: a head is wrapped in them. */
const headWidth = 11;

function columnWidths(count: number, found: readonly PlacedFigure[], at: (column: number) => number): readonly number[] {
  const widths = Array.from({ length: count }, () => headWidth);
  for (const { column, figure } of found) {
    const wide = textWidth(figure.text) + 3;
    // The column of formulas behind it shows the same.
    for (const index of [at(column), at(column) + 1]) if (index < count) widths[index] = Math.max(widths[index] ?? 0, wide);
  }
  return widths;
}

const headText = ({ pieces }: HeadCell): string => textOf(pieces.flat());

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function textCell(column: number, text: string, style: CellStyle = {}): CellToWrite {
  return { column, style, holds: { kind: 'text', text } };
}
