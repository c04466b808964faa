// Turn where a text stands into what it speaks of: a heading of what follows it, a caption or a head of figures below, a label of figures beside.
import type { Table } from '../../model/document.ts';

/** Where a text stands. */
export type LegendPlace =
  /** `over` is the table that follows it with nothing but headings and short lines between. */
  | { readonly kind: 'heading'; readonly level: number; readonly over?: Table }
  /** A paragraph, an item, a note, a cell of a table of words. */
  | { readonly kind: 'prose'; readonly over?: Table }
  | { readonly kind: 'caption' | 'unit line' | 'summary' | 'stub'; readonly over: Table }
  /** From the first of the table's columns of figures that it heads to behind the last. */
  | { readonly kind: 'head'; readonly over: Table; readonly from: number; readonly to: number }
  | { readonly kind: 'label'; readonly over: Table; readonly row: number };
