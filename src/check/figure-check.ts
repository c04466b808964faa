// Turn a code, its severity and advice, and the function that finds, into one value: a check of figures.

import type { Financials } from '../model/financials.ts';
import type { FindingDetails, FindingKind } from '../model/finding.ts';
import type { Release } from '../model/release.ts';

/** The codes of this room. */
export type CheckCode = `check/${string}`;

/** A check of what was derived, before anything is merged. */
export interface FigureCheck extends FindingKind<CheckCode> {
  /** A pure function of the figures. */
  readonly run: (release: Release, financials: Financials) => readonly FindingDetails[];
}
