// Turn a file of statements/ into types: columns, heads, and rows as they are to be printed, before any figure is known.
import type { Expression } from './expression.ts';
import type { PerLang } from './language.ts';
import type { Labels, Located, Span } from './span.ts';
import type { Scale } from './unit.ts';

/**
 * - `round` each figure half-up alone
 * - `truncate` toward zero, each alone
 * - `foot` half-up, then left-over units by largest remainder down the tree
 * - `sum` parts half-up, each total the sum of its parts as they are printed
 */
export const regimes = ['round', 'truncate', 'foot', 'sum'] as const;
export type Regime = (typeof regimes)[number];

/** What a column shows of a concept: `change` in percent of the period compared with, `difference` in the concept's own unit. */
export type Measure = 'amount' | 'translated' | 'percent-of' | 'change' | 'difference';

export interface ColumnSpec {
  readonly id: string;
  readonly period: string;
  readonly measure: Measure;
  /** percent-of: the base concept, whose own row is pinned at 100. */
  readonly of?: string;
  /** change, difference: the period compared with. */
  readonly from?: string;
  /** The only concept with a figure in this column; undefined where every row may have one. */
  readonly only?: string;
  readonly decimals: number;
  readonly regime: Regime;
  /** Words behind each figure of the column, in the languages that have any: its unit, where no head or caption says it. */
  readonly after?: Partial<Labels>;
  /** In a matrix, the name of the member that the column is of. */
  readonly member?: Labels;
  readonly at: Span;
}

/** A printed column of a table whose rows are periods: a concept, and what is shown of it. */
export interface GridColumn {
  readonly id: string;
  readonly concept: string;
  readonly measure: Measure;
  readonly at: Span;
}

/** What one cell of a row prints besides its figure, or instead of it. */
export interface CellSpec {
  /** Words in the place of a figure: the cell has none. */
  readonly words?: Labels;
  /** Note mark, raised behind the figure or the words. */
  readonly mark?: Labels;
  readonly at: Span;
}

/** A printed row of such a table. */
export interface GridRow {
  /** Words that head the row; undefined for the name of its period. */
  readonly labels?: Labels;
  /** Id of the period whose figures the row prints. */
  readonly period: string;
  /** By printed column, the id of the statement's column that holds the figure; undefined for a blank. */
  readonly columns: readonly (string | undefined)[];
  /** By id of the printed column: marks, and words in the place of figures. */
  readonly cells?: ReadonlyMap<string, CellSpec>;
  readonly at: Span;
}

/** How a statement is printed whose rows are periods and whose columns are concepts. */
export interface PeriodGrid {
  /** From left to right; the heads name these. */
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** One cell of a table head in one language. A head is a tree: a node spans the columns under it. A leaf without words is worded from its column. */
export interface HeadSpec {
  /** Text with `|` where a line may break; inline markup (`<sup>`) allowed. Undefined when `period` or the column names it. */
  readonly text?: string;
  /** Prints the name of this period, in the style given. */
  readonly period?: { readonly id: string; readonly style: 'end' | 'label' | 'term' | 'short' };
  /** Prints the name that this concept has over columns. */
  readonly concept?: string;
  readonly over: readonly HeadSpec[];
  /** The column of a leaf. */
  readonly column?: string;
  readonly at: Span;
}

export interface RowSpec {
  readonly kind: 'head' | 'item' | 'total';
  /** Nesting in the statement's tree, 0 at the root; decides indent. */
  readonly depth: number;
  /** Undefined for heads. */
  readonly concept?: string;
  /** Prints the fact with its sign reversed (equity-method loss in cash flows). */
  readonly negate: boolean;
  /** For a computed row: the concepts that it is the signed sum of, as this statement prints them. */
  readonly of?: readonly { readonly concept: string; readonly weight: 1 | -1 }[];
  /** Own labels instead of the concept's. Of heads: unless a concept names them. */
  readonly labels?: Labels;
  /** Of a head: the concept, or the heading of the dictionary, whose name over columns it prints. */
  readonly named?: string;
  /** The label is the outcome of the concept that all figures of the row have: operating profit, operating loss. Of both, the concept's label. */
  readonly followSign?: true;
  /** A subtotal that prints no label: its concept's is read out instead. */
  readonly unlabelled?: true;
  /** By id of the column: marks, and words in the place of figures. */
  readonly cells?: ReadonlyMap<string, CellSpec>;
  /** Note mark per language, set as a superscript after the label. */
  readonly note?: Labels;
  /** Label set in italic (run-in heads of the contract tables). */
  readonly italic: boolean;
  /** Prints `%` in percent columns of this row. */
  readonly percentSign: boolean;
  /** Rules: `total` a rule above, `grand` a rule above and a double rule below, `none`. */
  readonly rule: 'none' | 'total' | 'grand';
  /** Scale and decimals of amounts in this row, when they differ from the statement's. */
  readonly scale?: Scale;
  readonly decimals?: number;
  /**
   * Another statement's row that this one prints the same figures as, where both have a column of the same period and measure:
   * under `foot` the cell there is a pin here (net loss of the cash flows: that of the statement of operations).
   */
  readonly tied?: { readonly statement: string; readonly concept: string; readonly at: Span };
  /** Of a row of a matrix: by column, the concept whose figure stands there; undefined for a blank. */
  readonly columnConcepts?: readonly (string | undefined)[];
  /** Of a row of opening balances: the period at whose end they are measured; without one, that before the period of the column. */
  readonly opening?: { readonly period?: string };
  /** By id of the column, the period of the row's cell there, where it is another than that of the column. */
  readonly periods?: ReadonlyMap<string, string>;
  /** Columns left blank in this row (per-share rows have no dollars and no percentages): measures. */
  readonly blank: readonly Measure[];
  readonly at: Span;
}

/** A cell of a matrix that a total sums. */
export interface MatrixPart {
  /** From 0, as the matrix prints them. */
  readonly row: number;
  readonly column: number;
  readonly weight: 1 | -1;
}

/** A total of a matrix, and what it is the sum of: beside it in its row, or over it in its column. */
export interface MatrixSum {
  /** The concept of the total. */
  readonly concept: string;
  /** The signed sum of the figures of its parts; an opening balance is one of an earlier period. */
  readonly sum: Expression;
  /** The cells that print its parts; undefined where one of these is printed in no column of the matrix. */
  readonly parts?: readonly MatrixPart[];
  /** Along the row of the total, or down its column. */
  readonly way: 'across' | 'down';
  /** Its row and its column in the matrix, from 0. */
  readonly row: number;
  readonly column: number;
  /** Whether the sum holds at other periods than that of the matrix: its opening balances are those of the period before. */
  readonly always: boolean;
  readonly at: Span;
}

export interface StatementSpec {
  readonly id: string;
  /** What a table of this kind looks like: `statement` (7.5 pt, spanned heads) or `statistics` (8.5 pt). */
  readonly kind: 'statement' | 'statistics';
  /** Caption lines per language, with inline markup; empty for a table without. */
  readonly captions: PerLang<readonly Located<string>[]>;
  /** Unit note per language, on the caption line; undefined for none. */
  readonly unit?: Labels;
  /** Table summary per language for assistive technology. */
  readonly summary: Labels;
  /** Head of the stub (label) column; may be empty. */
  readonly stub: Labels;
  readonly scale: Scale;
  readonly decimals: number;
  readonly columns: readonly ColumnSpec[];
  readonly heads: PerLang<readonly HeadSpec[]>;
  readonly rows: readonly RowSpec[];
  /** Totals of a matrix, row by row; undefined for any other table. */
  readonly sums?: readonly MatrixSum[];
  /** Printed with periods as rows; undefined for a table whose rows are concepts. */
  readonly grid?: PeriodGrid;
  readonly at: Span;
}
