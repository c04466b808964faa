// Turn a list of patterns into what a text names: each stretch is read by the first pattern that knows it.
import type { Stretch } from '../model/span.ts';

/** Words for something, and what they say of it. */
export interface NamingPattern<Said> {
  /** Global; its groups are given to `says`. */
  readonly pattern: RegExp;
  /** Nothing for words that look like a name and are none. */
  readonly says: (groups: readonly (string | undefined)[]) => readonly Said[];
}

/** Patterns that find nothing in a text without one word. */
export interface NamingGroup<Said> {
  /** Finds such a word; looks at one place. */
  readonly needs: RegExp;
  readonly patterns: readonly NamingPattern<Said>[];
}

/** One walk through the text a pattern, so that the time is that of the text; none for the groups that most texts hold no word of. */
export function namedBy<Said extends object>(groups: readonly NamingGroup<Said>[], text: string): readonly (Said & Stretch)[] {
  const found: (Said & Stretch)[] = [];
  let left = text;
  for (const { pattern, says } of groups.flatMap(({ needs, patterns }) => (needs.test(text) ? patterns : []))) {
    left = left.replace(pattern, (match: string, ...rest: readonly unknown[]) => {
      const at = rest.findIndex((each) => typeof each === 'number');
      const start = rest[at] as number;
      const groups = rest.slice(0, at) as (string | undefined)[];
      for (const said of says(groups)) found.push({ ...said, start, end: start + match.length });
      return '\ufffc'.repeat(match.length);
    });
  }
  return found;
}
