// Turn what a spreadsheet can show into plain values: sheets, rows, cells, their styles and formulas, before any of it is XML.

/** How a cell looks; what is left out is as usual. */
export interface CellStyle {
  /** Number format: `#,##0;"△"#,##0`. */
  readonly format?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** A figure that was typed: blue, as accountants mark it. */
  readonly typed?: true;
  /** Text in grey: codes, remarks. */
  readonly quiet?: true;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly wrap?: true;
  readonly above?: 'thin';
  readonly below?: 'thin' | 'double';
}

/** One cell that is written. */
export interface CellToWrite {
  /** From 0. */
  readonly column: number;
  readonly style: CellStyle;
  readonly holds:
    | { readonly kind: 'text'; readonly text: string }
    /** Decimal text, every digit of it. */
    | { readonly kind: 'number'; readonly value: string }
    /** Without the sign `=`, with what it comes to. */
    | { readonly kind: 'formula'; readonly formula: string; readonly value: string };
}

export interface RowToWrite {
  /** From 0, rising. */
  readonly row: number;
  readonly cells: readonly CellToWrite[];
  /** Lines of text that it has room for; one without it. */
  readonly lines?: number;
}

export interface SheetToWrite {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly rows: readonly RowToWrite[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly merged: readonly { readonly fromRow: number; readonly toRow: number; readonly fromColumn: number; readonly toColumn: number }[];
  /** Rows and columns that stay in sight, and on top of every printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Pairs of columns whose cells are the same, row by row between two rows; where they are not, the second is marked. */
  readonly held: readonly { readonly printed: number; readonly computed: number; readonly fromRow: number; readonly toRow: number }[];
}

/** What the file says of itself. */
export interface WorkbookProperties {
  readonly title: string;
  readonly author: string;
  /** ISO date that stands for the moment of its making. */
  readonly date: string;
}
