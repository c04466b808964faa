// Turn a typed word and the figures near it into which of them it hangs together with.

import type { LinkWords } from '../../language/direction-words.ts';
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import type { Stretch } from '../../model/span.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';

/** How words and figures hang together in the language of a text. */
export const linksOf = ({ text }: ToldText): LinkWords => language(text.lang).words.links ?? {};

/** The figure that a word hangs together with: the next one after it, or one of the last before it. */
export function linkedFigure<T extends Stretch>(
  word: Stretch,
  places: readonly T[],
  { typed }: ToldText,
  after: RegExp | undefined,
  before: RegExp | undefined,
): T | undefined {
  const ordered = [...places].sort((a, b) => a.start - b.start);
  const next = after && ordered.find(({ start }) => start >= word.end);
  if (next && after && isNear(next.start - word.end) && after.test(typed.slice(word.end, next.start))) return next;
  if (!before) return undefined;
  return ordered
    .filter(({ end }) => end <= word.start && isNear(word.start - end))
    .slice(-3)
    .reverse()
    .find(({ end }) => before.test(typed.slice(end, word.start)));
}

/** How far apart a word and its figure may be, in characters. */
export const isNear = (gap: number): boolean => gap <= 90;

export const clauseOf = (word: Stretch, { clauses }: ToldSentence): Stretch | undefined =>
  clauses.find(({ start, end }) => start <= word.start && word.end <= end);

export function gapHoldsFigure(a: Stretch, b: Stretch, { typed }: ToldText): boolean {
  return typed.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).includes('\ufffc');
}

export const inside = <T extends Stretch>(places: readonly T[], { start, end }: Stretch): readonly T[] =>
  places.filter((place) => place.start >= start && place.end <= end);

export function nearest<T extends Stretch>(word: Stretch, places: readonly T[], lang: Lang): T | undefined {
  let best: T | undefined;
  const reach = language(lang).words.directionReach;
  for (const place of places) {
    if (gapBetween(word, place) <= reach && (!best || gapBetween(word, place) < gapBetween(word, best))) best = place;
  }
  return best;
}

/** Characters between two stretches; 0 where they touch or overlap. */
export function gapBetween(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}

/** `lower costs`: the word speaks of what it stands before. */
export function isAttributed(word: Stretch, sentence: ToldSentence, told: ToldText): boolean {
  const { attributive, attributed } = linksOf(told);
  if (!attributive?.test(told.typed.slice(word.start, word.end))) return false;
  return attributed?.test(told.typed.slice(word.end, Math.min(sentence.end, word.end + 30))) === true;
}

/** Whether the words between show that a figure belongs to something else. */
export function isApart(a: Stretch, b: Stretch, told: ToldText): boolean {
  return linksOf(told).looseBreak?.test(told.typed.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))) === true;
}
