// Turn a list of patterns into the periods that a text names: each stretch is read by the first pattern that knows it.
import type { PeriodNamed, PeriodSaid } from './legends.ts';

/** Words for a period, and what they say of it. */
export interface PeriodPattern {
  /** Global; its groups are given to `says`. */
  readonly pattern: RegExp;
  /** Nothing for words that look like a period and name none. */
  readonly says: (groups: readonly (string | undefined)[]) => readonly PeriodSaid[];
}

/** One walk through the text a pattern, so that the time is that of the text. */
export function periodsBy(patterns: readonly PeriodPattern[], text: string): readonly PeriodNamed[] {
  const found: PeriodNamed[] = [];
  let left = text;
  for (const { pattern, says } of patterns) {
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
