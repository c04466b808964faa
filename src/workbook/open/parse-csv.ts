// Turn the bytes of a CSV file, in UTF-8, UTF-16 or the Shift_JIS of Japanese programs, into a workbook of one sheet of texts.
import { readCsv } from '../../load/read-csv.ts';
import { workbookLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import type { Workbook, WorkbookCell } from '../workbook.ts';
import { UnreadableWorkbook } from './unpack-archive.ts';

/** The sheet is called as the file is, without its ending. Throws `UnreadableWorkbook` for what is no text in rows. */
export function parseCsv(name: string, bytes: Uint8Array): Workbook {
  const text = textOf(bytes).replace(/\r\n?/g, '\n');
  const { rows, fault } = readCsv(text);
  if (fault) throw new UnreadableWorkbook(say`cannot be read at line ${fault.line}: ${fault.message}`);
  const cells: WorkbookCell[] = [];
  for (const { line, fields } of rows) {
    fields.forEach((field, column) => {
      const value = field.slice(0, workbookLimits.textCharacters);
      if (value.trim() !== '') cells.push({ row: line - 1, column, kind: 'text', value, shown: value, percent: false });
    });
    if (cells.length > workbookLimits.cells) throw new UnreadableWorkbook(say`holds more than ${workbookLimits.cells} cells`);
  }
  const sheet = { name, hidden: false, cells, merged: [], hiddenRows: [], hiddenColumns: [] };
  return { sheets: [sheet], ignored: [] };
}

/** By its mark; without one, UTF-8 where it is that, else Shift_JIS, in which Excel saves CSV in Japan. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next may be it.
    }
  }
  throw new UnreadableWorkbook('is text in no known encoding: save it as CSV in UTF-8');
}
