// Turn a table of the document into real table markup: caption, heads with scope, every figure tied to its heads.
import type { BodyRow, FigureCell, HeadCell, Inline, Table } from '../../model/document.ts';
import { escapeHtml } from './escape-html.ts';
import { renderInlines } from './render-inlines.ts';

export function renderTable(table: Table, pageNumbers: ReadonlyMap<string, number>): string {
  const inline = (inlines: readonly Inline[]) => renderInlines(inlines, table.lang, pageNumbers);
  const lines = table.captions.map(({ inlines }) => `<span>${inline(inlines)}</span>`);
  if (table.unit) lines.push(`<span class="unit">${inline(table.unit.inlines)}</span>`);
  const caption = lines.length > 0 ? `<caption>${lines.join(' ')}</caption>\n` : '';
  const head = table.headRows > 0 ? `<thead>\n${renderHead(table, inline)}\n</thead>\n` : '';
  const body = table.rows.map((row) => renderRow(row, table, inline)).join('\n');
  // The frame scrolls sideways on narrow screens; it takes the focus so that a keyboard can scroll it.
  return `<div class="table ${table.style}" role="group" tabindex="0" aria-label="${escapeHtml(table.summary)}">
<table id="${table.id}">
${caption}${head}<tbody>
${body}
</tbody>
</table>
</div>`;
}

function renderHead(table: Table, inline: (inlines: readonly Inline[]) => string): string {
  const rows = Array.from({ length: table.headRows }, (_, row) =>
    table.heads.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
  return rows.map((cells) => `<tr>${cells.map((cell) => renderHeadCell(cell, inline)).join('')}</tr>`).join('\n');
}

function renderHeadCell(cell: HeadCell, inline: (inlines: readonly Inline[]) => string): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}`;
  const text = cell.pieces.map(inline).join('<wbr>');
  if (text === '') return `<td${spans}></td>`;
  return `<th id="${cell.id}" scope="${cell.colSpan > 1 ? 'colgroup' : 'col'}"${spans}>${text}</th>`;
}

function renderRow(row: BodyRow, table: Table, inline: (inlines: readonly Inline[]) => string): string {
  const indent = row.depth > 0 ? ` class="d${row.depth}"` : '';
  const id = `${row.id}.label`;
  if (row.kind === 'head')
    return `<tr class="head"><th id="${id}" scope="row" colspan="${table.columns.length + 1}"${indent}>${inline(row.label)}</th></tr>`;
  const cells = row.cells.map((cell, index) =>
    renderFigure(cell, [...columnHeads(table, index + 1), ...row.heads.map((head) => `${head}.label`), id]),
  );
  const rule = row.rule === 'none' ? row.kind : `${row.kind} ${row.rule}`;
  return `<tr class="${rule}"><th id="${id}" scope="row"${indent}>${inline(row.label)}</th>${cells.join('')}</tr>`;
}

function renderFigure(cell: FigureCell | undefined, headers: readonly string[]): string {
  if (!cell) return '<td></td>';
  const plain = escapeHtml(`${cell.prefix}${cell.core}${cell.suffix}`);
  const text = cell.changed ? `<u>${plain}</u>` : plain;
  // A closing bracket or percent sign hangs to the right of the digits, as on paper.
  const hang = cell.suffix === '' ? '' : ` class="h${cell.suffix.length}"`;
  return `<td headers="${headers.join(' ')}"${hang}><data value="${cell.figure}">${text}</data></td>`;
}

/** Ids of the heads over a column, outermost first; heads without text name nothing. */
function columnHeads(table: Table, column: number): string[] {
  return table.heads
    .filter(
      (cell) =>
        cell.column <= column && column < cell.column + cell.colSpan && cell.column > 0 && cell.pieces.some((piece) => piece.length > 0),
    )
    .sort((a, b) => a.row - b.row)
    .map((cell) => cell.id);
}
