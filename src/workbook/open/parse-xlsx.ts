// Turn the bytes of an .xlsx file into a workbook: what its cells hold and show. Formulas are not computed, links not followed, macros not read.
import { type CellObject, read, SSF, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { workbookLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import type { Workbook, WorkbookCell, WorkbookSheet } from '../workbook.ts';
import { namesInArchive, UnreadableWorkbook, unpackArchive } from './unpack-archive.ts';

/** What cells are made of. All else (pictures, macros, links, printers' settings) is left in the archive. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|xl\/(?:workbook|styles|sharedStrings|metadata)\.xml|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** Throws `UnreadableWorkbook` for what is no workbook within the limits. */
export function parseXlsx(bytes: Uint8Array): Workbook {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new UnreadableWorkbook('is a workbook of the older kind, or one that a password protects: save it as .xlsx without a password');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new UnreadableWorkbook('is no .xlsx file, and neither is it CSV: save it as one of them');
  const names = namesInArchive(bytes);
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name)))
    throw new UnreadableWorkbook(
      names.includes('xl/workbook.bin') || names.includes('content.xml')
        ? 'is a workbook of another kind: save it as .xlsx'
        : 'is no workbook: it holds no xl/workbook.xml',
    );
  const entries = unpackArchive(bytes, (name) => needed.test(name));
  for (const [name, data] of entries) {
    // Nothing that writes workbooks declares entities, and they can grow without end.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(data).toString('latin1')))
      throw new UnreadableWorkbook(say`declares XML entities in ${name}, and is not read`);
  }
  // Packed anew, so that what is parsed is what was counted.
  const clean = zipSync(Object.fromEntries(entries), { level: 0, mtime: new Date(1980, 0, 1) });
  const parsed = read(clean, {
    type: 'array',
    dense: true,
    cellFormula: true,
    cellNF: true,
    cellText: true,
    cellStyles: true,
    sheetStubs: true,
  });
  let cells = 0;
  const date1904 = parsed.Workbook?.WBProps?.date1904 === true;
  const sheets = parsed.SheetNames.map((name, index): WorkbookSheet => {
    const sheet = parsed.Sheets[name];
    const read = sheet ? cellsOf(sheet, date1904) : [];
    cells += read.length;
    // Of a merged area every row is looked at; a row of a sheet has few of them.
    const last = read.at(-1)?.row ?? 0;
    for (const { s, e } of sheet?.['!merges'] ?? []) cells += Math.max(0, Math.min(e.r, last) - s.r + 1);
    if (cells > workbookLimits.cells)
      throw new UnreadableWorkbook(say`holds more than ${workbookLimits.cells} cells, merged ones counted by their rows`);
    return {
      name,
      hidden: (parsed.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      cells: read,
      merged: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ fromRow: s.r, toRow: e.r, fromColumn: s.c, toColumn: e.c })),
      hiddenRows: hiddenOf(sheet?.['!rows']),
      hiddenColumns: hiddenOf(sheet?.['!cols']),
    };
  });
  return { sheets, ignored: ignoredIn(names) };
}

function hiddenOf(list: readonly ({ readonly hidden?: boolean | undefined } | undefined)[] | undefined): readonly number[] {
  const found: number[] = [];
  list?.forEach((each, index) => {
    if (each?.hidden === true) found.push(index);
  });
  return found;
}

function ignoredIn(names: readonly string[]): readonly string[] {
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  const links = count(/^xl\/externalLinks\/[^/]+\.xml$/i);
  return [
    ...(count(/vbaProject\.bin$/i) > 0 ? ['holds macros, and they are not run'] : []),
    ...(links > 0
      ? [say`is linked to ${links === 1 ? 'another file' : say`${links} other files`}, and figures are those that it had from there last`]
      : []),
  ];
}

function cellsOf(sheet: WorkSheet, date1904: boolean): readonly WorkbookCell[] {
  const found: WorkbookCell[] = [];
  const rows = sheet['!data'] ?? [];
  // Rows and cells that are not there are not walked over.
  for (const row of indexesOf(rows)) {
    const cells = rows[row] ?? [];
    for (const column of indexesOf(cells)) {
      const cell = cells[column];
      const read = cell && cellOf(cell, date1904);
      if (read) found.push({ row, column, ...read });
    }
  }
  return found;
}

const indexesOf = (list: readonly unknown[]): readonly number[] => Object.keys(list).map(Number);

function cellOf(cell: CellObject, date1904: boolean): Omit<WorkbookCell, 'row' | 'column'> | undefined {
  const formula = typeof cell.f === 'string' ? { formula: cell.f } : {};
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  const plain = { percent: false, ...formula };
  if (cell.v === undefined || cell.t === 'z') {
    return cell.f === undefined ? undefined : { kind: 'uncomputed', value: '', shown: '', ...plain };
  }
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const shown = cell.w ?? String(cell.v);
    if (SSF.is_date(format)) return { kind: 'date', value: dayOf(cell.v, date1904) ?? shown, shown, ...plain };
    return { kind: 'number', value: decimalOf(cell.v), shown, percent: showsPercent(format), ...formula };
  }
  if (cell.t === 'e') return { kind: 'error', value: cell.w ?? '#VALUE!', shown: cell.w ?? '#VALUE!', ...plain };
  if (cell.t === 'b') return { kind: 'boolean', value: cell.v === true ? 'TRUE' : 'FALSE', shown: cell.w ?? '', ...plain };
  const text = String(cell.v).slice(0, workbookLimits.textCharacters);
  return text.trim() === '' && cell.f === undefined ? undefined : { kind: 'text', value: text, shown: text, ...plain };
}

/** Fifteen significant digits, as spreadsheets show and keep them: what a sum of binary fractions has beyond them is no digit of the figure. */
export function decimalOf(value: number): string {
  const [, sign = '', first = '', rest = '', power = '0'] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(14)) ?? [];
  const digits = `${first}${rest}`.replace(/0+$/, '');
  const point = Number(power) + 1;
  if (digits === '') return '0';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Quoted words and escaped signs of a format show themselves. */
function showsPercent(format: string): boolean {
  return format.replace(/"[^"]*"|\\.|_./g, '').includes('%');
}

function dayOf(value: number, date1904: boolean): string | undefined {
  const parsed = SSF.parse_date_code(value, { date1904 }) as { readonly y: number; readonly m: number; readonly d: number } | null;
  if (!parsed) return undefined;
  const [year, month, day] = [String(parsed.y).padStart(4, '0'), ...[parsed.m, parsed.d].map((part) => String(part).padStart(2, '0'))];
  return `${year}-${month}-${day}`;
}
