// Turn what a person has checked into a value: what it was, what it said, and who says so.
import type { Lang } from './language.ts';
import type { Span } from './span.ts';

/** What may be checked as one: a figure, a sentence (or the words of a label, a head, a caption), a table, a page. */
export const tickKinds = ['figure', 'sentence', 'table', 'page'] as const;
export type TickKind = (typeof tickKinds)[number];

/** One thing that one person has checked. */
export interface Tick {
  /** The person, by name. */
  readonly by: string;
  readonly kind: TickKind;
  readonly lang: Lang;
  /** Where it stands: a section, a statement, a figure of one of them, the number of a page. */
  readonly of: string;
  /** What was signed: its text; of tables and pages, and of long texts, a digest. */
  readonly signed: string;
  /** Where the tick is kept. */
  readonly at: Span;
}

/** A tick of what says something else by now, or is gone. */
export interface LapsedTick extends Tick {
  /** What stands there now, where that can be told. */
  readonly now?: string;
}

/** How far one language is. */
export interface ReviewProgress {
  readonly lang: Lang;
  /** Figures and sentences. */
  readonly required: number;
  readonly checked: number;
  /** How many of them each person has checked, in the order of names. */
  readonly people: readonly { readonly name: string; readonly checked: number }[];
}

/** What a book of figures shows of a review. */
export interface ReviewSummary {
  /** Who checked it, by the index of a figure in the document; none for one that is open. */
  readonly figures: ReadonlyMap<number, readonly string[]>;
  readonly progress: readonly ReviewProgress[];
  readonly lapsed: readonly LapsedTick[];
}
