// Turn "this release corrects an earlier one" into values: what is said about it, and what reads differently now.
import type { Figure } from './document.ts';
import type { Lang, PerLang } from './language.ts';
import type { Labels, Located } from './release.ts';
import type { Span } from './span.ts';

/** What an issuer says about a correction: correction.yaml, beside the release that it corrects. */
export interface CorrectionSpec {
  /** ISO days on which the notice goes out, per language: Tokyo and New York differ. */
  readonly date: PerLang<Located<string>>;
  /** Why the release is corrected, as the notice says it. */
  readonly reason: Labels;
  /** Whom to ask about it; undefined where the layout prints the issuer's own contact. */
  readonly contact?: Labels;
  /** To whom the notice is addressed, one line each; empty for none. */
  readonly addressees: PerLang<readonly Located<string>[]>;
  readonly at: Span;
}

/** What the release that is corrected printed at one place. */
export interface EarlierFigure extends Omit<Figure, 'id' | 'at'> {
  /** The first of the pages that it stood on, from 1. */
  readonly page: number;
}

/** A stretch of one text: offsets in UTF-16 code units, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One text of the document (a paragraph, heading, item, note, label, caption or head) that reads differently. */
export interface ChangedText {
  /** Element of the corrected document; undefined for a text that is no longer there. */
  readonly id?: string;
  readonly lang: Lang;
  /** As the earlier release printed it; '' for a text that is new. */
  readonly before: string;
}

/** Everything that reads differently in the corrected release. */
export interface Changes {
  /** By the id of the corrected document's figure: what stood in its place; undefined for a figure that is new. */
  readonly figures: ReadonlyMap<number, EarlierFigure | undefined>;
  /** Figures of tables that the corrected release no longer prints. */
  readonly removed: readonly EarlierFigure[];
  /** In order of the document. */
  readonly texts: readonly ChangedText[];
}
