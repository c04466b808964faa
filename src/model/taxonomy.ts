// Turn a concept into the names that the exchange's taxonomy has for its figures, as far as a layout or an issuer gives them.
import type { Span } from './span.ts';

/** Record dates of dividends, of which each is a member of a context: the ends of quarters, the year's end, all of the year. */
export const recordDates = ['q1', 'q2', 'q3', 'year-end', 'annual'] as const;
export type RecordDate = (typeof recordDates)[number];

/** What one concept is called. */
export interface TaxonomyEntry {
  /** Element of its amounts, without prefix. */
  readonly element?: string;
  /** Element of its changes in percent. */
  readonly change?: string;
  /** Its contexts are those of the issuer by itself, whatever the release is of. */
  readonly separate?: true;
  /** Of a dividend, the record date that it is of. */
  readonly recordDate?: RecordDate;
  /** The names were not seen in a filing of this form. */
  readonly unverified?: true;
  readonly at: Span;
}

/** What a release's concepts are called in a taxonomy. */
export interface Taxonomy {
  /** Of all of its elements: tse-ed-t. */
  readonly prefix: string;
  /** By concept. */
  readonly entries: ReadonlyMap<string, TaxonomyEntry>;
}
