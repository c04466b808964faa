// Turn statements into sheets: each table once, as printed, with the figures of all languages in one cell.
import type { Block, BodyRow, Document, Inline, Table } from '../../model/document.ts';
import { escapeHtml } from '../html/safe-markup.ts';
import { type Book, renderFigure } from './book.ts';
import { deepestIndent } from './tie-out-stylesheet.ts';

/** In order of first print. Tables of one statement have the same rows and columns in every language. */
export function renderStatements(book: Book): string {
  const sheets = new Map<string, Table[]>();
  for (const table of tablesOf(book.document)) sheets.set(table.statement, [...(sheets.get(table.statement) ?? []), table]);
  return [...sheets].map(([id, tables]) => renderSheet(id, tables, book)).join('\n');
}

function tablesOf(document: Document): readonly Table[] {
  const inner = (block: Block): readonly Table[] =>
    block.kind === 'table' ? [block] : block.kind === 'group' ? block.blocks.flatMap(inner) : [];
  return document.parts.flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(inner)));
}

function renderSheet(id: string, tables: readonly Table[], book: Book): string {
  const [first] = tables;
  if (!first) return '';
  const captions = tables.map((table) => {
    const lines = [...table.captions.map(({ inlines }) => textOf(inlines)), ...(table.unit ? [textOf(table.unit.inlines)] : [])];
    return `<span lang="${table.lang}">${escapeHtml(lines.join(' '))}</span>`;
  });
  const figures = tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.figure ?? [])));
  const pages = [...new Set(figures.flatMap((id) => book.pages.get(id) ?? []))];
  const heads = first.columns.map((_, column) => `<th scope="col">${stacked(tables, (table) => headText(table, column + 1))}</th>`);
  const rows = first.rows.map((_, index) => renderRow(tables, index, book));
  return `<section class="sheet" id="sheet.${escapeHtml(id)}">
<table>
<caption><b>${escapeHtml(id)}</b> ${captions.join(' ')} <span>p.${pages.join(', ')}</span></caption>
<thead><tr><td></td>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>`;
}

function renderRow(tables: readonly Table[], index: number, book: Book): string {
  const rows = tables.flatMap((table) => table.rows[index] ?? []);
  const [first] = rows;
  if (!first) return '';
  const label = stacked(tables, (table) => table.rows[index]?.spoken ?? textOf(table.rows[index]?.label ?? []));
  // A browser takes no style from an attribute of this page.
  const depth = ` class="d${Math.min(first.depth, deepestIndent)}"`;
  if (first.kind === 'head') return `<tr class="head"><th scope="row" colspan="${first.cells.length + 1}"${depth}>${label}</th></tr>`;
  const cells = first.cells.map((_, column) => `<td>${rows.map((row) => renderCell(row, column, book)).join('')}</td>`);
  return `<tr class="${first.kind}"><th scope="row"${depth}>${label}</th>${cells.join('')}</tr>`;
}

function renderCell(row: BodyRow, column: number, book: Book): string {
  const cell = row.cells[column];
  if (cell?.words) return `<div>${escapeHtml(textOf(cell.words))}</div>`;
  const figure = cell?.figure === undefined ? undefined : book.document.figures[cell.figure];
  return figure ? `<div>${renderFigure(figure, book)}</div>` : '';
}

/** Heads over a column, outermost first. */
function headText(table: Table, column: number): string {
  return table.heads
    .filter((cell) => cell.column > 0 && cell.column <= column && column < cell.column + cell.colSpan)
    .sort((a, b) => a.row - b.row)
    .map((cell) => cell.pieces.map(textOf).join(''))
    .filter((text) => text !== '')
    .join(' · ');
}

/** The same text of every language, each on its line, as the tables stand; once where they are alike. */
function stacked(tables: readonly Table[], text: (table: Table) => string): string {
  const lines = tables.map((table) => ({ lang: table.lang, words: text(table) }));
  const distinct = lines.filter(({ words }, index) => lines.findIndex((line) => line.words === words) === index);
  return distinct.map(({ lang, words }) => `<span class="line" lang="${lang}">${escapeHtml(words)}</span>`).join('');
}

const textOf = (inlines: readonly Inline[]): string => inlines.map((inline) => inline.text).join('');
