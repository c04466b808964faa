// Turn two releases of different periods into what reads differently: sentence by sentence, table by table; what `diff` tells of them.
import type { DifferenceClass } from './difference.ts';
import type { FactKey } from './financials.ts';
import type { Lang } from './language.ts';

/**
 * What wrote a stretch of text: a person its `words`, or a number, a day or the name of a period (`typed`); or the `data`: a figure, a day, a
 * period, a word that follows a figure's sign.
 */
export type Writer = 'words' | 'typed' | 'data';

/** A stretch of a blackline: what both wordings have, or what one of them has alone. */
export interface BlacklinePiece {
  readonly kind: 'same' | 'deleted' | 'added';
  readonly text: string;
  readonly by: Writer;
}

/**
 * How a sentence, a label, a head was carried over:
 * - `same` letter for letter
 * - `figures` word for word; figures, days and periods follow the data, or were typed anew
 * - `changed` in its words
 * - `new`, `gone` not at all
 */
export const wordings = ['same', 'figures', 'changed', 'new', 'gone'] as const;
export type Wording = (typeof wordings)[number];

/** Where a text stands in one of the releases. */
export interface ReadAt {
  /** Id of the text. */
  readonly id: string;
  /** First page that shows it, from 1; undefined for what no page shows. */
  readonly page?: number;
  /** The heading above it; '' where there is none. */
  readonly heading: string;
}

/** A period that a person typed and that is another one now: `2Q02` was the current quarter, and is the one before. */
export interface StayedPeriod {
  readonly text: string;
  /** What it was to the earlier release, and is to the later one: roles of release.yaml, or a distance from the current period. */
  readonly was: string;
  readonly is: string;
}

/** A sentence, label, head or caption of one release beside that of the other. */
export interface ComparedWording {
  readonly wording: Wording;
  /** Stands in another order, or in another text. */
  readonly moved: boolean;
  readonly old?: ReadAt;
  readonly new?: ReadAt;
  /** Old and new wording in one; of a new or gone one, one piece. */
  readonly pieces: readonly BlacklinePiece[];
  /** Numbers, days and periods that were typed anew, old and new. */
  readonly retyped: readonly { readonly before: string; readonly after: string }[];
  readonly stayed: readonly StayedPeriod[];
  /** Figures and days in the place of others: what they are of, `equity.ratio current percent`. */
  readonly exchanged: readonly { readonly before: string; readonly after: string }[];
}

/** A sentence of a text outside of tables. */
export interface ComparedSentence extends ComparedWording {
  readonly lang: Lang;
}

/** A text outside of tables, with its sentences in the order of the blackline: those that are gone stand where they stood. */
export interface ComparedText {
  readonly lang: Lang;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note';
  readonly sentences: readonly ComparedSentence[];
}

/** A row or a column of a table; its name is its label, or its heads. */
export interface ComparedLine extends ComparedWording {
  /** Prints figures of other concepts, or other measures of them, under the same name. */
  readonly otherFigures: boolean;
}

/** A line above a table; all captions but the unit line name it. */
export interface ComparedCaption extends ComparedWording {
  readonly kind: 'caption' | 'unit';
}

/** A table of figures in one language. */
export interface ComparedTable {
  readonly lang: Lang;
  /** Statement id, in the later release where it has the table. */
  readonly statement: string;
  /** Its first caption, or what is heard of it; '' where it has neither. */
  readonly name: string;
  readonly status: 'kept' | 'new' | 'gone';
  readonly moved: boolean;
  readonly old?: ReadAt;
  readonly new?: ReadAt;
  /** Captions and the unit line, each sentence by sentence. */
  readonly captions: readonly ComparedCaption[];
  readonly rows: readonly ComparedLine[];
  readonly columns: readonly ComparedLine[];
}

/** A figure of one period that both releases print, and that is another amount now. */
export interface RestatedFact {
  readonly fact: FactKey;
  /** Exact, in base units, as text. */
  readonly before: string;
  readonly after: string;
  /** Why it is another: the reason that the later release gives, or that of a figure that it is made of; undefined where none is given. */
  readonly because?: string;
  /** Without a reason of its own: a restated figure that it is made of, which is to have one. */
  readonly from?: FactKey;
  /** It may be another without a reason: a forecast, of a period that was not over when the earlier release was made, or what each release states itself. */
  readonly revised?: true;
  /** As each language prints it: the label of its row ('' in prose), and both amounts. */
  readonly printed: readonly { readonly lang: Lang; readonly name: string; readonly before: string; readonly after: string }[];
}

/** What the blackline of one language shows, in its order. */
export type BlacklineBlock = { readonly text: ComparedText } | { readonly table: ComparedTable };

/** One language of both releases. */
export interface ComparedLanguage {
  readonly lang: Lang;
  readonly blocks: readonly BlacklineBlock[];
  /** Sentences by how they were carried over; `moved` are some of these. */
  readonly sentences: Readonly<Record<Wording | 'moved', number>>;
}

export interface ReleaseComparison {
  /** As the caller named them. */
  readonly old: string;
  readonly new: string;
  readonly depth: 'releases';
  /** Ids of their current periods. */
  readonly periods: { readonly old: string; readonly new: string };
  /**
   * Changes by class: `ordered` facts restated with a reason, forecasts and outlooks revised; `consequential` wordings in which only data follow; `text` wordings that are new, gone, changed
   * or typed anew, tables that are new or gone; `layout` what moved; `unexplained` files that are not those that a build wrote, and facts
   * of a period that was over, restated without a reason. A typed period
   * that stayed is no change: it is told, so that somebody looks.
   */
  readonly counts: Readonly<Record<DifferenceClass, number>>;
  readonly languages: readonly ComparedLanguage[];
  readonly restated: readonly RestatedFact[];
  /** Files of a build whose bytes are not those that it wrote, with its name: nobody vouches for what they recorded. */
  readonly altered: readonly { readonly release: string; readonly file: string }[];
  /** Amounts of one period that both releases print. */
  readonly printedInBoth: number;
}
