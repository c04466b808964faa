// Turn what is odd about a workbook into words with the place of the cell.
import { say } from '../model/say.ts';

/** Something that is told of a workbook; what has no place is of the whole file. */
export interface Remark {
  /** `error`: a figure that could not be read, and nothing is written. `warning`: told, and no more. */
  readonly severity: 'error' | 'warning';
  /** `Balance sheet!C7`. */
  readonly place?: string;
  /** Lower case, with the figures. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
}

/** The place of a cell, or of a sheet. */
export function placeIn(sheet: string, address?: string): string {
  return address === undefined ? sheet : `${sheet}!${address}`;
}

/** Warnings of one kind that are told; the others are counted. */
const shown = 20;

/** Every error, and of each kind of warning the first. */
export function foldedRemarks(remarks: readonly Remark[]): readonly Remark[] {
  const counts = new Map<string, number>();
  const kept = remarks.filter(({ severity, message }) => {
    const kind = message.replace(/[\d.,()△]+|"[^"]*"/g, '');
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return severity === 'error' || count <= shown;
  });
  const rest = remarks.length - kept.length;
  return rest > 0 ? [...kept, { severity: 'warning', message: say`${rest} more such warnings are not listed` }] : kept;
}
