// Turn a stretch of a text into the rest of its sentence: what stands before it and after it.
import { matchesIn } from '../model/matches.ts';
import type { Stretch } from '../model/span.ts';

/** How far a sentence is read to either side of the words asked about, so that the time is that of the text. */
const reach = 200;

export interface SentenceRound {
  readonly before: string;
  readonly after: string;
}

/** `ends` is global, and matches from the sign that ends a sentence to where the next one may begin. */
export function sentenceRound(text: string, { start, end }: Stretch, ends: RegExp): SentenceRound {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const last = matchesIn(before, ends).at(-1);
  const [next] = matchesIn(after, ends);
  return { before: last ? before.slice(last.index + last[0].length) : before, after: next ? after.slice(0, next.index) : after };
}
