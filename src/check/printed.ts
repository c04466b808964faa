// Turn a merged document into what checks of words read: its texts, and the shape that such checks have.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { Release } from '../model/release.ts';
import type { LiteralPlace } from './literal-places.ts';
import type { Locate, TypedText } from './typed-text.ts';

/** A document with the figures that it was merged from. */
export interface Printed {
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly texts: readonly TypedText[];
  readonly locate: Locate;
  /** Where the literals of the release stand in a text. */
  readonly literalsIn: (text: TypedText) => readonly LiteralPlace[];
}

/** One check of a document: a pure function of what is printed. */
export type DocumentCheck = (printed: Printed) => readonly Diagnostic[];
