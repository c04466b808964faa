// Turn two wordings of one text into the stretches of each that the other does not have: whole words, and whole numbers with their units.
import type { Lang } from '../model/language.ts';
import { matchesIn } from '../model/matches.ts';
import type { Stretch } from '../model/span.ts';
import { language } from './languages.ts';

/** A text and where its figures stand in it: no word reaches into a figure. */
export interface CutText {
  readonly text: string;
  readonly figures: readonly Stretch[];
}

/** A number with its currency, sign, percent sign and the unit that is written to it; the words round it are words. */
function numbersIn(lang: Lang): RegExp {
  const close = '[^\\s\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}]*';
  return new RegExp(`${close}\\d${close}${language(lang).numbers.ownUnit}`, 'gu');
}

/** Two wordings side by side. */
export interface WordDifferences {
  /** What differs on each side, in order; stretches with only white space between them are one. */
  readonly before: readonly Stretch[];
  readonly after: readonly Stretch[];
  /** Words that both have, in order. */
  readonly same: readonly { readonly before: Stretch; readonly after: Stretch }[];
}

export function wordDifferences(before: CutText, after: CutText, lang: Lang): WordDifferences {
  const [a, b] = [tokens(before, lang), tokens(after, lang)];
  const kept = commonPairs(
    a.map(({ start, end }) => before.text.slice(start, end)),
    b.map(({ start, end }) => after.text.slice(start, end)),
  );
  const [keptThen, keptNow] = [new Set(kept.map(([index]) => index)), new Set(kept.map(([, index]) => index))];
  const differing = (all: readonly Stretch[], known: ReadonlySet<number>, text: string) =>
    joined(
      all.filter((_, index) => !known.has(index)),
      text,
    );
  return {
    before: differing(a, keptThen, before.text),
    after: differing(b, keptNow, after.text),
    same: kept.flatMap(([i, j]) => {
      const [one, other] = [a[i], b[j]];
      return one && other ? [{ before: one, after: other }] : [];
    }),
  };
}

function tokens({ text, figures }: CutText, lang: Lang): readonly Stretch[] {
  const found: Stretch[] = [];
  const numbers = numbersIn(lang);
  const segmenter = language(lang).text.words();
  const words = (start: number, end: number) => {
    for (const { segment, index } of segmenter.segment(text.slice(start, end)))
      found.push({ start: start + index, end: start + index + segment.length });
  };
  const edge = [...figures]
    .sort((one, other) => one.start - other.start)
    .reduce((from, { start, end }) => {
      words(from, start);
      let at = start;
      for (const { 0: number, index } of matchesIn(text.slice(start, end), numbers)) {
        words(at, start + index);
        at = start + index + number.length;
        found.push({ start: start + index, end: at });
      }
      words(at, end);
      return end;
    }, 0);
  words(edge, text.length);
  return found;
}

/** Pairs of indexes of a longest common subsequence: what both sides have, in order. */
export function commonPairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [lengths[i] as Uint32Array, lengths[i + 1] as Uint32Array];
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

/** White space alone is no difference that a reader could see. */
function joined(stretches: readonly Stretch[], text: string): readonly Stretch[] {
  const runs: Stretch[] = [];
  for (const { start, end } of stretches) {
    if (text.slice(start, end).trim() === '') continue;
    const last = runs.at(-1);
    if (last && text.slice(last.end, start).trim() === '') runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start, end });
  }
  return runs;
}
