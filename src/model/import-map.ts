// Turn "which cell is which figure" into types: what a map says of the sheets of a workbook.
import type { Located, Span } from './span.ts';
import type { Scale } from './unit.ts';

/** What numbers of a workbook are in: a scale of amounts and counts; of ratios `percent` (23.6) or `one` (0.236). */
export type WorkbookScale = Scale | 'percent';

/**
 * Which digits of a number are imported: those that its cell `held`s, to fifteen; those that its format has `shown`; or the held ones,
 * half-up (`round`) or cut off (`truncate`) at the decimals that the concept is printed with.
 */
export const importedDigits = ['held', 'shown', 'round', 'truncate'] as const;
export type ImportedDigits = (typeof importedDigits)[number];

/** A column of figures. */
export interface MappedColumn {
  /** What heads it, or its letters. */
  readonly name: string;
  /** Id or role of the period; undefined for the one that is asked for. */
  readonly period: string | undefined;
  /** Its figures are taken with the opposite sign: credit balances. */
  readonly reversed: boolean;
  readonly scale?: WorkbookScale;
  readonly at: Span;
}

/** Rows of one name, and the concept that they are of. Several that are of one concept are summed. */
export interface MappedRow {
  /** Label or code. */
  readonly name: string;
  readonly concept: string;
  readonly reversed: boolean;
  readonly scale?: WorkbookScale;
  /** Of several rows of one name: that which stands under the row of this name. */
  readonly under?: string;
  /** Of several rows of one name: that on this row of the sheet, from 1. */
  readonly row?: number;
  readonly at: Span;
}

export interface SheetMap {
  /** Its name; `*` for the only one. */
  readonly name: string;
  /** Letters or heads of the columns in which rows are named; empty for those on the left of the figures. */
  readonly labels: readonly string[];
  /** Rows in which columns are named, from 1; empty for those that have the names. */
  readonly heads: readonly number[];
  readonly columns: readonly MappedColumn[];
  /** What its amounts are in; each in its concept's own without it. */
  readonly scale?: WorkbookScale;
  readonly digits: ImportedDigits;
  /** Concepts, or beginnings of concepts with `*`, whose figures are taken with the opposite sign. */
  readonly reverse: readonly string[];
  readonly rows: readonly MappedRow[];
  /** Rows that are of no concept, and are known to be. */
  readonly ignore: readonly string[];
  readonly at: Span;
}

export interface ImportMap {
  /** Folder of the issuer whose figures they are; undefined for the only one of the project. */
  readonly issuer?: Located<string>;
  readonly sheets: readonly SheetMap[];
}
