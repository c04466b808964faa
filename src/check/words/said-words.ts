// Turn a sentence into the words of direction and of relation that a hand typed, each with what it says and whether it is denied.

import type { DirectionWords } from '../../language/direction-words.ts';
import { language } from '../../language/languages.ts';
import type { WordReading } from '../../language/word-reading.ts';
import { matchesIn } from '../../model/matches.ts';
import type { Stretch } from '../../model/span.ts';
import type { TypedText } from '../typed-text.ts';

/** A typed word. */
export interface SaidWord extends Stretch {
  readonly says: keyof DirectionWords;
  /** It relates an amount to another, rather than to an earlier one: exceeded, 下回る. */
  readonly relates: boolean;
  /** `did not exceed`, 下回ることはなかった. */
  readonly denied: boolean;
  /** It stands among the causes of what the sentence tells. */
  readonly cause: boolean;
}

/** `typed` is the typed text with plain spaces. In order of the sentence. */
export function saidWords({ lang }: TypedText, typed: string, clauses: readonly Stretch[], sentence: Stretch): readonly SaidWord[] {
  const { words } = language(lang);
  const part = typed.slice(sentence.start, sentence.end);
  const related = words.relations
    ? [...placesOf(words.relations.above, 'up', part, sentence), ...placesOf(words.relations.below, 'down', part, sentence)]
    : [];
  const directions = (Object.entries(words.directions) as [keyof DirectionWords, RegExp][])
    .flatMap(([says, pattern]) => placesOf(pattern, says, part, sentence))
    .filter((word) => !related.some(({ start, end }) => start < word.end && word.start < end));
  const found = [...related.map((place) => ({ ...place, relates: true })), ...directions.map((place) => ({ ...place, relates: false }))];
  if (found.length === 0) return [];
  const causes = causesIn(words, typed, clauses);
  return found
    .map((word) => ({ ...word, denied: isDenied(words, typed, word, sentence), cause: isCause(words, typed, word, causes, sentence) }))
    .sort((a, b) => a.start - b.start);
}

function placesOf(pattern: RegExp, says: keyof DirectionWords, part: string, sentence: Stretch) {
  return matchesIn(part, pattern).map(({ index, 0: word }) => {
    const start = sentence.start + index;
    return { says, start, end: start + word.length };
  });
}

/** Characters beside a word that may deny it or make it a cause. */
const around = 40;

function isDenied({ links }: WordReading, typed: string, { start, end }: Stretch, sentence: Stretch): boolean {
  const before = typed.slice(Math.max(sentence.start, start - around), start);
  const after = typed.slice(end, Math.min(sentence.end, end + around));
  return links?.deniedBefore?.test(before) === true || links?.deniedAfter?.test(after) === true;
}

function isCause({ causes }: WordReading, typed: string, word: Stretch, stretches: readonly Stretch[], sentence: Stretch): boolean {
  if (stretches.some(({ start, end }) => start <= word.start && word.end <= end)) return true;
  if (causes?.causeBefore?.test(typed.slice(Math.max(sentence.start, word.start - around), word.start))) return true;
  return causes?.causeAfter?.test(typed.slice(word.end, Math.min(sentence.end, word.end + around))) === true;
}

function causesIn({ causes }: WordReading, typed: string, clauses: readonly Stretch[]): readonly Stretch[] {
  const opens = causes?.opens;
  if (!opens) return [];
  return clauses.flatMap(({ start, end }) => {
    const index = typed.slice(start, end).search(opens);
    return index < 0 ? [] : [{ start: start + index, end }];
  });
}
