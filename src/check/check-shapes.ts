// Turn "what a check is" into two shapes: a check of figures, and a check of the merged document with all that it reads.

import type { FigureSources } from '../figures/figure-sources.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { FindingDetails, FindingKind } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import type { LegendText } from './legends/legend-texts.ts';
import type { LiteralPlace } from './literal-places.ts';
import type { Locate, TypedText } from './typed-text.ts';

/** The codes of this room. */
export type CheckCode = `check/${string}`;

/** A check of what was derived, before anything is merged. */
export interface FigureCheck extends FindingKind<CheckCode> {
  /** A pure function of the figures. */
  readonly run: (release: FigureSources, financials: Financials) => readonly FindingDetails[];
}

/** A document with the figures that it was merged from. */
export interface Printed {
  /** What the document was merged from. */
  readonly release: Release;
  /** The facts and statements that its figures print. */
  readonly financials: Financials;
  /** The merged document. */
  readonly document: Document;
  /** Its texts, in reading order. */
  readonly texts: readonly TypedText[];
  /** The same texts, and the summaries of tables, each with the table that it stands over or in. */
  readonly legends: readonly LegendText[];
  /** Finds typed words in the files that they were typed in. */
  readonly locate: Locate;
  /** Where the literals of the release stand in a text. */
  readonly literalsIn: (text: TypedText) => readonly LiteralPlace[];
  /** Numbers of the errata, as the release lists them, that a text prints as they are corrected. */
  readonly correctionsIn: (text: TypedText) => readonly number[];
}

/**
 * A check of each text of the document by itself. All that it reads of a text, a figure, a fact or the release is in the key that
 * `textKeys` writes, but for what a finding tells: a text in which nothing was found is read again when its key changes.
 */
export interface TextCheck extends FindingKind<CheckCode> {
  /** A pure function of the text and of what is printed. */
  readonly each: (text: TypedText, printed: Printed) => readonly FindingDetails[];
}

/** A check of the merged document: of its words, and of its figures as they are printed. */
export interface DocumentCheck extends FindingKind<CheckCode> {
  /** A pure function of what is printed. */
  readonly run: (printed: Printed) => readonly FindingDetails[];
}
