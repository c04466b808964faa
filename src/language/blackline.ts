// Turn what a blackline says of itself (title, legend, counts, rows and tables that came and went) into words that each language has.
import type { Wording } from '../model/release-comparison.ts';

/** What may be said of a row, a column or a table of the later release, or of one that is gone. */
export type LineState = 'new' | 'gone' | 'renamed' | 'moved' | 'other-figures';

export interface BlacklineWriting {
  /** Of the whole paper. */
  readonly title: string;
  /** Two releases by their names: `2Q02 and 3Q02`. */
  readonly compared: (old: string, now: string) => string;
  /** Followed by a sample, struck out or underlined. */
  readonly deleted: string;
  readonly added: string;
  /** What figures, days and periods are, and how moved text is shown. */
  readonly legend: string;
  /** Headings of the paper's own parts. */
  readonly summary: string;
  readonly wholeText: string;
  readonly lookAt: string;
  readonly restated: string;
  /** `184 sentences: `, then one count each. */
  readonly sentences: (count: number) => string;
  readonly counts: Readonly<Record<Wording | 'moved', (count: number) => string>>;
  /** Stands before a sentence that stood elsewhere. */
  readonly moved: string;
  /** A text without words: a table that has no caption. */
  readonly unnamed: string;
  readonly rows: Readonly<Record<LineState, string>>;
  readonly columns: Readonly<Record<LineState, string>>;
  readonly tables: Readonly<Record<'new' | 'gone' | 'moved', string>>;
  /** Rows of a table that were carried over. */
  readonly rowsKept: (count: number) => string;
  /** A typed period that reads as before and is another one. */
  readonly stayed: (text: string) => string;
  /** A number or a period that was typed anew. */
  readonly retyped: (before: string, after: string) => string;
  /** A figure or a day in the place of another; both by what they are, as data files name it. */
  readonly exchanged: (before: string, after: string) => string;
  /** A figure of one period that is another amount. */
  readonly restatedFigure: (name: string, before: string, after: string) => string;
  /** Behind it: why it is another, where nobody says why, or that it was a forecast or an outlook. */
  readonly restatedBecause: (reason: string) => string;
  readonly restatedWithoutReason: string;
  readonly revisedOutlook: string;
  /** Where a text stands: `page 3`. */
  readonly page: (page: number) => string;
}
