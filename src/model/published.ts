// Turn an earlier release, as it was approved, into what later ones are held to: its figures by their facts.
import type { Exact } from './exact.ts';

/** A fact of a release that was approved. */
export interface PublishedFact {
  /** In base units. */
  readonly value: Exact;
  /** One in the last place that it was printed with, in base units; undefined for one that was not printed. */
  readonly lastPlace?: Exact;
  /** As it was typed then; undefined for a computed one. */
  readonly typed?: string;
  /** Why it was presented otherwise than its own release had it, then. */
  readonly because?: string;
}

/** What `kessan snapshot` kept of a release of the same issuer. */
export interface PublishedRelease {
  /** `issuer/release`. */
  readonly name: string;
  /** Where its figures are kept, relative to the project root. */
  readonly file: string;
  /** Id of the period that it reports on. */
  readonly current: string;
  /** By fact key; ranges, and what was undecided, are left out. */
  readonly facts: ReadonlyMap<string, PublishedFact>;
}
