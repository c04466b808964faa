// Turn a text into its clauses: the stretches in which a word speaks of the figure beside it.
import { language } from '../language/languages.ts';
import { splitSentences } from '../language/text-pieces.ts';
import type { Stretch } from '../model/span.ts';
import type { TypedText } from './typed-text.ts';

/** Sentences in order; they cover the text. */
export function sentencesOf({ runs, lang }: TypedText): readonly Stretch[] {
  const inlines = runs.map(({ inline }) => inline);
  let start = 0;
  return splitSentences(inlines, lang).map((sentence) => {
    const end = sentence.reduce((sum, { text }) => sum + text.length, start);
    const stretch = { start, end };
    start = end;
    return stretch;
  });
}

/** Clauses of a sentence. What helpers wrote ends none: the commas of a figure are its own. */
export function clausesOf({ typed, lang }: TypedText, sentence: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  const part = typed.slice(sentence.start, sentence.end);
  let start = sentence.start;
  for (const { index, 0: mark } of part.matchAll(language(lang).words.clauseEnds)) {
    const end = sentence.start + index;
    if (end > start) clauses.push({ start, end });
    start = end + mark.length;
  }
  return [...clauses, { start, end: sentence.end }];
}

/** Characters between two stretches; 0 where they touch or overlap. */
export function gapBetween(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}
