// Turn what is odd about a workbook into words with the place of the cell.

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
