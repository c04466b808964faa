// Turn rows of cells into the bytes of .xlsx files as other programs write them, sound ones and broken ones.
import { type CellObject, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';

/** A number, a text, or a cell with what a program keeps of it: `t`, `v`, `z` its format, `f` its formula. */
export type GivenCell = string | number | null | CellObject;

/** What a sheet has besides its cells. */
export interface GivenSheet {
  readonly rows: readonly (readonly GivenCell[])[];
  readonly merged?: readonly string[];
  /** From 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hidden?: true;
}

/** A number as a program shows it by a format, perhaps as the result of a formula. */
export const shown = (value: number, format: string, formula?: string): CellObject => ({
  t: 'n',
  v: value,
  z: format,
  ...(formula !== undefined && { f: formula }),
});

export function xlsxOf(sheets: Readonly<Record<string, GivenSheet>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, { rows, merged = [], hiddenRows = [], hiddenColumns = [] }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merged.map((area) => utils.decode_range(area));
    sheet['!rows'] = [];
    for (const row of hiddenRows) sheet['!rows'][row] = { hidden: true };
    sheet['!cols'] = [];
    for (const column of hiddenColumns) sheet['!cols'][column] = { hidden: true };
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { Sheets: Object.values(sheets).map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

/** The same file with a part added, changed or (undefined) taken away. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string | undefined): Uint8Array {
  const parts = unzipSync(bytes);
  const text = change(Buffer.from(parts[name] ?? new Uint8Array()).toString('utf8'));
  if (text === undefined) delete parts[name];
  else parts[name] = strToU8(text);
  return zipSync(parts);
}
