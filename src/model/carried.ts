// Turn "a release that began as a copy" into data: what was carried over from another release, and what has become of each text.
import type { Span } from './span.ts';

/** A text that was carried over: a sentence of a narrative, a title, a literal, an answer, a reason, a figure that was a forecast. */
export interface CarriedText {
  /** As it was carried. */
  readonly text: string;
  /** Its file, as carried.yaml names it: `narrative.ja.md`, `release.yaml`, `periods/2026fy.yaml`. */
  readonly file: string;
  /** Of a text in a YAML file: its key, `titles.ja`. */
  readonly key?: string;
  /** Where it is listed. */
  readonly at: Span;
  /** Where it still stands as it was carried; undefined where it was changed or taken out. */
  readonly stands?: Span;
  /** Who says that it holds for this release too. */
  readonly confirmed?: string;
}

/** What carried.yaml says. */
export interface Carried {
  /** `issuer/release` that this one was rolled forward from. */
  readonly from: string;
  readonly texts: readonly CarriedText[];
}

/** Those that nobody has looked at: they stand as they were carried, and nobody has confirmed them. */
export const openTexts = ({ texts }: Carried): readonly CarriedText[] =>
  texts.filter(({ stands, confirmed }) => stands !== undefined && confirmed === undefined);
