// Turn a statement, as every language prints it, into one sheet: labels of all languages, figures as printed, and beside them what they are computed from.
import { conceptOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Document, Figure, HeadCell, Inline, Note, Table } from '../../model/document.ts';
import type { Cell, Statement, StatementRow } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import { addressOf } from '../workbook.ts';
import type { CellStyle, CellToWrite, RowToWrite, SheetToWrite } from '../write/sheet-to-write.ts';
import { cellFormula } from './cell-formula.ts';
import type { FactsSheet } from './facts-sheet.ts';
import { numberFormat, textFormat } from './number-format.ts';

/** What the sheets of a release have in common. */
export interface StatementBook {
  readonly document: Document;
  readonly release: Release;
  readonly facts: FactsSheet;
  /** By their ids. */
  readonly notes: ReadonlyMap<string, Note>;
}

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
    const span = (cell: HeadCell) => ({ from: at(cell.column - 1), to: at(cell.column + cell.colSpan - 2) });
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
      rows.push({ row: row + line, cells: [...code, ...cells, ...recomputed].sort((a, b) => a.column - b.column) });
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

  let foot = bodyRow + first.rows.length + 1;
  for (const note of tables.flatMap((table) => notesOf(table, book.notes)))
    rows.push({ row: foot++, cells: [textCell(1, `${textOf(note.label)} ${textOf(note.inlines)}`.trim(), { quiet: true })] });

  return {
    name,
    rows,
    widths: [24, ...tables.map((table) => widthOf(table)), ...Array.from({ length: next - labels }, () => 16)],
    merged,
    frozen: { rows: bodyRow, columns: labels },
    held: formulas.flatMap((each, column) =>
      each.size === 0 ? [] : [{ printed: at(column), computed: at(column) + 1, fromRow: bodyRow, toRow: bodyRow + first.rows.length - 1 }],
    ),
  };
}

const headStyle: CellStyle = { align: 'center', wrap: true, below: 'thin' };

/** A figure of the table, its place, and what it is in the statement. */
interface PlacedFigure {
  readonly row: number;
  readonly column: number;
  readonly figure: Figure;
  readonly cell: Cell | undefined;
  readonly of: StatementRow | undefined;
}

function cellsOf(table: Table, statement: Statement, { document }: StatementBook): readonly PlacedFigure[] {
  const known = statement.rows.flatMap((of) => of.cells.flatMap((cell) => (cell ? [{ cell, of }] : [])));
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((printed, column): readonly PlacedFigure[] => {
      const figure = printed && document.figures[printed.figure];
      if (!figure) return [];
      const same = known.find(
        ({ cell }) =>
          cell.fact === figure.fact &&
          cell.measure === figure.measure &&
          (figure.against === undefined || cell.inputs.includes(figure.against)) &&
          cell.printed.equals(figure.printed) &&
          cell.decimals === figure.decimals,
      );
      return [{ row, column, figure, cell: same?.cell, of: same?.of }];
    }),
  );
}

/** By row of the table: formulas, in which `{row column}` stands for a printed cell of it. */
function formulasOf(column: number, found: readonly PlacedFigure[], { release, facts }: StatementBook): ReadonlyMap<number, string> {
  const formulas = new Map<number, string>();
  for (const { row, column: own, cell, of } of found) {
    if (own !== column || !cell || !of) continue;
    const formula = cellFormula(cell, of, {
      release,
      fact: facts.addressOf,
      rate: facts.rate,
      beside: (concept) => {
        const part = found.find((each) => each.cell?.concept === concept && each.cell.column.id === cell.column.id);
        return part?.cell && { address: `{${part.row} ${part.column}}`, cell: part.cell };
      },
    });
    if (formula !== undefined) formulas.set(row, formula);
  }
  return formulas;
}

function figureCell(figure: Figure, column: number, line: CellStyle, release: Release): CellToWrite {
  const style: CellStyle = { format: formatOf(figure, release), align: 'right', ...line };
  if (!/\d/.test(figure.text) && !figure.printed.isZero) return { column, style, holds: { kind: 'text', text: figure.text } };
  return { column, style, holds: { kind: 'number', value: figure.printed.toString() } };
}

/** As the figure is printed: its decimals, its sign, what stands behind its digits; a dash for nothing. */
function formatOf({ text, decimals, printed }: Figure, { issuer }: Release): string {
  if (!/\d/.test(text)) return printed.isZero ? textFormat(text) : numberFormat('', decimals, issuer.negative);
  const behind = /\d([^\d]*)$/.exec(text)?.[1] ?? '';
  return numberFormat(behind.replace(/[()]/g, ''), decimals, issuer.negative);
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
  const widths = table.rows.map(({ label, depth }) =>
    [...textOf(label)].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), depth * 2),
  );
  return Math.min(52, Math.max(16, ...widths));
}

const headText = ({ pieces }: HeadCell): string => pieces.map(textOf).join('').replace(/\s+/g, ' ').trim();

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function textCell(column: number, text: string, style: CellStyle = {}): CellToWrite {
  return { column, style, holds: { kind: 'text', text } };
}
