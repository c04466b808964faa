// Turn a narrative into its sections, each with its text and where that stands.
import type { Lang } from './language.ts';
import type { Span } from './span.ts';

/** A narrative cut into its named sections. */
export interface NarrativeSection {
  readonly id: string;
  readonly lang: Lang;
  /** Markdown with Handlebars expressions, heading line excluded. */
  readonly text: string;
  /** Where `text` starts: 1-based line of its first character. */
  readonly line: number;
  readonly file: string;
  readonly at: Span;
}
