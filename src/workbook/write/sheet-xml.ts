// Turn a sheet into its XML: cells, widths, merged areas, frozen panes, marks where a figure is not what it comes to, and how it is printed.
import { addressOf, columnLetters } from '../workbook.ts';
import type { CellStyle, CellToWrite, SheetToWrite } from './sheet-to-write.ts';

/** `idOf` gives the number of a style. */
export function sheetXml(sheet: SheetToWrite, first: boolean, idOf: (style: CellStyle) => number): string {
  const { rows, widths, merged, frozen, held } = sheet;
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  const body = rows.map(
    ({ row, cells, lines = 1 }) =>
      `<row r="${row + 1}"${lines > 1 ? ` ht="${lines * lineHeight}" customHeight="1"` : ''}>${cells.map((cell) => cellXml(cell, row, idOf)).join('')}</row>`,
  );
  const areas = merged.map(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      `<mergeCell ref="${addressOf({ row: fromRow, column: fromColumn })}:${addressOf({ row: toRow, column: toColumn })}"/>`,
  );
  const marks = held.map(({ printed, computed, fromRow, toRow }, index) => {
    const [one, other] = [columnLetters(printed), columnLetters(computed)];
    const test = `AND(ISNUMBER(${other}${fromRow + 1}),${other}${fromRow + 1}&lt;&gt;${one}${fromRow + 1})`;
    return `<conditionalFormatting sqref="${other}${fromRow + 1}:${other}${toRow + 1}"><cfRule type="expression" dxfId="0" priority="${index + 1}"><formula>${test}</formula></cfRule></conditionalFormatting>`;
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"${first ? ' tabSelected="1"' : ''}>${pane(frozen)}</sheetView></sheetViews>`,
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${body.join('')}</sheetData>`,
    areas.length > 0 ? `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>` : '',
    ...marks,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddHeader>&amp;L&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** Points between two lines of text. */
const lineHeight = 14;

function pane({ rows, columns }: SheetToWrite['frozen']): string {
  if (rows === 0 && columns === 0) return '';
  const across = columns > 0 ? ` xSplit="${columns}"` : '';
  const down = rows > 0 ? ` ySplit="${rows}"` : '';
  const active = columns > 0 && rows > 0 ? 'bottomRight' : columns > 0 ? 'topRight' : 'bottomLeft';
  return `<pane${across}${down} topLeftCell="${addressOf({ row: rows, column: columns })}" activePane="${active}" state="frozen"/>`;
}

function cellXml({ column, style, holds }: CellToWrite, row: number, idOf: (style: CellStyle) => number): string {
  const open = `<c r="${addressOf({ row, column })}" s="${idOf(style)}"`;
  switch (holds.kind) {
    case 'text':
      return holds.text === '' ? `${open}/>` : `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(holds.text)}</t></is></c>`;
    case 'number':
      return `${open}><v>${holds.value}</v></c>`;
    case 'formula':
      return `${open}><f>${escapeXml(holds.formula)}</f><v>${holds.value}</v></c>`;
  }
}

/** What looks like an escaped character of a workbook is escaped itself. */
export function escapeXml(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
