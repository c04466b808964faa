// Turn a language into how its text is set: the tradition that it follows, and what of it depends on its words.
import type { TextKind, TypesetRule } from './typeset-rule.ts';

/**
 * `cjk`: characters of one em without word spaces, lines that end between any two of them (JLREQ); `latin`: words parted by spaces, which
 * give and take to fill a line.
 */
export type Tradition = 'cjk' | 'latin';

/** Stretches that stay on one line. Every pattern is searched for all its matches. */
export interface Ties {
  /** Characters of which a text with units or dates has one: a quick no for all others. */
  readonly script: RegExp;
  /** Figures with what counts them; the group `unit` marks where a wide one may open rather than overflow, by its indices. */
  readonly units: readonly RegExp[];
  /** Dates, which may open, reluctantly, before the groups `month` and `day`, by their indices. */
  readonly dates: readonly RegExp[];
  /** Words that a line never parts. */
  readonly phrases: readonly RegExp[];
  /** Words better kept together; a line may end after the match where it has no good end otherwise. */
  readonly pairs: readonly RegExp[];
}

/** How words of small letters are parted at the ends of lines. */
export interface Hyphenation {
  /** Name of the pattern file in the package `hyphen`. */
  readonly patterns: string;
  /** The least number of letters of a word that is parted, and of what stands before and after the hyphen. */
  readonly shortestWord: number;
  readonly leastBefore: number;
  readonly leastAfter: number;
}

/** How text of a language is set. */
export interface Typesetting {
  /** What typed characters become, by what the text is; applied until no rule has an edit left. */
  readonly rules: Readonly<Record<TextKind, readonly TypesetRule[]>>;
  readonly ties: Ties;
  /** Absent for a language whose words are not parted by hyphens. */
  readonly hyphenation?: Hyphenation;
}
