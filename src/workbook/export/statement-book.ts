// Turn what the sheets of one release have in common into one value.
import type { Document, Note } from '../../model/document.ts';
import type { Release } from '../../model/release.ts';
import type { FactsSheet } from './facts-sheet.ts';

/** What the sheets of a release have in common. */
export interface StatementBook {
  readonly document: Document;
  readonly release: Release;
  readonly facts: FactsSheet;
  /** By their ids. */
  readonly notes: ReadonlyMap<string, Note>;
}
