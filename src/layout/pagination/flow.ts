// Turn blocks into a flow of boxes, spaces and breaks: the types in which blocks and tables meet page breaking.
import type { Rule } from '../../model/page.ts';
import type { Color } from '../../model/style.ts';
import type { MarksAt } from './marks.ts';

/** Whose rectangle a box adds to. Lengths in points from the left edge of the measure. */
export interface BoxFrame {
  readonly element: string;
  /** heading, paragraph, list, table, note or caption. */
  readonly role: string;
  readonly x: number;
  readonly width: number;
}

/** Surrounds the boxes that name it, from the top of the first to the foot of the last on each page. Lengths from the left edge of the measure. */
export interface Enclosure {
  /** Tints, the lower first. */
  readonly grounds: readonly { readonly x: number; readonly width: number; readonly color: Color }[];
  /** Upright rules. */
  readonly sides: readonly { readonly x: number; readonly width: number; readonly role: Rule['role']; readonly color?: string }[];
}

/** An enclosure that a box stands in. */
export interface Enclosed {
  readonly enclosure: Enclosure;
  /** It begins so far below the top of the box: where a title stands in its upper line. */
  readonly from?: number;
}

/** What stands in two columns beside each other, as far as it goes on one page: items that name the same one. */
export interface Columns {
  /** From the left edge of the measure to that of the second column, in points. */
  readonly second: number;
}

/** Something of fixed height that no page break divides. */
export interface Box {
  readonly kind: 'box';
  readonly height: number;
  /** Its marks, where the left edge of the measure and the top of the box come to stand on a page. */
  readonly items: MarksAt;
  readonly frames: readonly BoxFrame[];
  /** Text lines or table rows in it, for keeping headings with what follows. */
  readonly lines: number;
  /** Stands on a line of the page's grid, where it has one. */
  readonly onGrid: boolean;
  /** A heading: at least two lines follow it on its page. */
  readonly heading: boolean;
  /** Its last word goes on in the next box, after a hyphen. */
  readonly runsOn?: true;
  /** Its last words belong to the first of the next box: a page ends between them only at a cost. */
  readonly parting?: true;
  /** What surrounds it together with its neighbours, the outermost first. */
  readonly enclosed?: readonly Enclosed[];
  /** The columns that it stands in, and how many of what surrounds it, the innermost, stand in its own column. */
  readonly columns?: Columns;
  readonly enclosedInColumn?: number;
}

/** White space between boxes; it vanishes at the top and at the bottom of a page. */
export interface Space {
  readonly kind: 'space';
  readonly height: number;
  readonly columns?: Columns;
}

/** A place where a page may end. Without a break between two boxes they stay together. */
export interface Break {
  readonly kind: 'break';
  /** What ending a page here costs, in squares of percent of white at the foot; Infinity forbids it as long as anything else is possible. */
  readonly cost: number;
  /** Boxes set again at the top of the next page: repeated heads of tables. */
  readonly carry: readonly Box[];
  /** The columns that it stands in: the first may end here too. Boxes set again at the top of the second then. */
  readonly columns?: Columns;
  readonly again?: readonly Box[];
}

export type FlowItem = Box | Space | Break;

/** A break that keeps what it separates together, unless nothing else is possible. */
export const forbidden: Break = { kind: 'break', cost: Infinity, carry: [] };

/** A break that costs nothing by itself. */
export const free: Break = { kind: 'break', cost: 0, carry: [] };

/** A break inside a name, a date or the like: as bad as a third of a page left white. */
export const insideName: Break = { kind: 'break', cost: 33 ** 2, carry: [] };

/** A break inside a note: as bad as half a page left white. What follows it would head a page without saying what it is. */
export const insideNote: Break = { kind: 'break', cost: 50 ** 2, carry: [] };

/** A break between a list and the notes to it: as bad as a few lines of white. */
export const aboveNotes: Break = { kind: 'break', cost: 6 ** 2, carry: [] };

/** The space between two blocks: the larger of what the first wants after it and the second before it. */
export function space(after: number, before: number): readonly Space[] {
  const height = Math.max(after, before);
  return height > 0 ? [{ kind: 'space', height }] : [];
}
