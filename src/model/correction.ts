// Turn "this release corrects an earlier one" into values: what is said about it, and what reads differently now.
import type { BuildRecord, FigureRecord, TextRecord } from './build-record.ts';
import type { PictureChange } from './difference.ts';
import type { Document } from './document.ts';
import type { Lang, PerLang } from './language.ts';
import type { Labels, Located, Span } from './span.ts';

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
  /** Corrections of the same release that went out before, oldest first, where correction.yaml lists them. */
  readonly earlier?: Located<readonly EarlierCorrection[]>;
  /** Whether numerical data are corrected, where correction.yaml says so, and why it does not follow from the figures. */
  readonly numericalData?: { readonly corrected: boolean; readonly why: string; readonly at: Span };
  readonly at: Span;
}

/** A correction that went out: its ISO days by language, none in a language that had no notice. */
export type EarlierCorrection = Readonly<Partial<Record<Lang, string>>>;

/** What went out before this correction, as far as the build that it corrects tells. */
export interface Announced {
  /** Titles that the release was announced under, by language. */
  readonly titles: Readonly<Partial<Record<Lang, string>>>;
  /** Corrections of it since, oldest first. */
  readonly earlier: readonly EarlierCorrection[];
}

/** One text (a paragraph, heading, item, note, label, caption or head) that reads differently. */
export interface ChangedText {
  /** Element of the corrected document; undefined for a text that is no longer there. */
  readonly id?: string;
  readonly lang: Lang;
  /** As the earlier release printed it; undefined for a text that is new. */
  readonly before?: TextRecord;
  /** It stood among other texts: all of it is marked. */
  readonly moved?: true;
}

/** Everything that reads differently in the corrected release. */
export interface Changes {
  /** By the id of the corrected document's figure: what stood in its place; undefined for a figure that is new. */
  readonly figures: ReadonlyMap<number, FigureRecord | undefined>;
  /** Figures that the corrected release no longer prints. */
  readonly removed: readonly FigureRecord[];
  readonly texts: readonly ChangedText[];
  /** Pictures that say something and were exchanged, put in or taken out, or of which something else is said. */
  readonly pictures: readonly PictureChange[];
  /** All figures of the earlier release by their id there. */
  readonly earlier: ReadonlyMap<number, FigureRecord>;
  /** The earlier release as it was printed: texts, figures and pages. */
  readonly earlierRecord: BuildRecord;
  /** By id of a text of the corrected release: the id of the earlier text that it stands for, whether they read the same or not. */
  readonly partners: ReadonlyMap<string, string>;
}

/** All that a notice is made from, besides the issuer's own data. */
export interface Correction {
  readonly spec: CorrectionSpec;
  readonly announced: Announced;
  /** Languages that the notice is in: those in which something reads differently. */
  readonly languages: readonly Lang[];
  /** Whether data that are filed beside the document are corrected too (数値データ訂正の有無), as the notice of a language says it. */
  readonly numericalData: PerLang<boolean>;
  readonly changes: Changes;
  /** The corrected release, unmarked. */
  readonly corrected: Document;
  /** By element of it: the first page of its file that it stands on, from 1. */
  readonly pages: ReadonlyMap<string, number>;
  /** By page of a file, from 1: the name of the part that it belongs to, where the style names parts; in languages that have this page. */
  readonly parts: ReadonlyMap<number, Partial<PerLang<string>>>;
  /** Its pages by anchor: what its page references print. */
  readonly anchors: ReadonlyMap<string, number>;
}
