// Turn what a check finds into one shape: the finding, and the relation that failed, so that a waiver can be held against it.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Exact } from '../model/exact.ts';
import type { Financials } from '../model/financials.ts';
import type { Relation, Release } from '../model/release.ts';

export interface Finding {
  readonly diagnostic: Diagnostic;
  /** Undefined for findings that nothing waives. */
  readonly failure?: Failure;
}

/** A relation that does not hold at one period. */
export interface Failure {
  readonly check: Relation['check'];
  /** Name of the relation in the issuer's data. */
  readonly relation: string;
  readonly period: string;
  /** Left less right, in base units. */
  readonly difference: Exact;
}

/** One check: a pure function of the figures. */
export type Check = (release: Release, financials: Financials) => readonly Finding[];
