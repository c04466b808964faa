// Turn texts into the words that a comparison keeps whole, and the words of two texts into their likeness and their edits.

import { unspacedWords } from '../language/characters.ts';
import { languages } from '../language/languages.ts';
import type { TextSpan } from '../model/build-record.ts';
import type { WordEdit } from '../model/difference.ts';
import { alignSequences, type Effort } from './align-sequences.ts';

export interface Word {
  readonly text: string;
  /** What decides whether two words are the same: the text, or for a helper's words what they were written from. */
  readonly key: string;
  /** Offset in UTF-16 code units of the whole text. */
  readonly start: number;
}

/** Of every language: a text is not known by its language here, and may hold words of another. */
const units = languages.flatMap(({ numbers }) => numbers.units).join('|');

/** A number with what belongs to it: sign, brackets, currency before; percent, scale and unit after. */
const number = new RegExp(
  `(?:(?:JPY|US\\$|\\$|¥|￥|約)\\s?)?[(（]?[△▲−+-]?[)）]?[△▲−]?\\d+(?:[,.]\\d+)*[)）]?(?:[%％]|${units}|[GMkT]bps)*`,
  'gu',
);

const hasUnspaced = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/u;
/** Words between spaces keep their apostrophes and hyphens; everything else stands alone. */
const spaced = /[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*|\s+|[^\s]/gu;

/** Spaces between words are no words: a line end and a space say the same. */
export function splitWords(text: string, spans: readonly TextSpan[] = [], keyOf: (span: TextSpan) => string = () => ''): readonly Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const span of spans) {
    if (span.start < from || span.end <= span.start) continue;
    splitPlain(text.slice(from, span.start), from, words);
    words.push({ text: text.slice(span.start, span.end), key: keyOf(span), start: span.start });
    from = span.end;
  }
  splitPlain(text.slice(from), from, words);
  return words;
}

function splitPlain(text: string, offset: number, words: Word[]): void {
  let from = 0;
  for (const match of text.matchAll(number)) {
    splitLetters(text.slice(from, match.index), offset + from, words);
    words.push({ text: match[0], key: match[0].replace(/\s+/g, ' '), start: offset + match.index });
    from = match.index + match[0].length;
  }
  splitLetters(text.slice(from), offset + from, words);
}

function splitLetters(text: string, offset: number, words: Word[]): void {
  if (text === '') return;
  const add = (piece: string, start: number) => {
    if (piece.trim() !== '') words.push({ text: piece, key: piece, start });
  };
  if (!hasUnspaced.test(text)) {
    for (const match of text.matchAll(spaced)) add(match[0], offset + match.index);
    return;
  }
  for (let from = 0; from < text.length; ) {
    const to = stretchEnd(text, from);
    for (const { segment, index } of unspacedWords().segment(text.slice(from, to))) add(segment, offset + from + index);
    from = to;
  }
}

/** Characters that are segmented at once: with each word the segmenter hands over a copy of all that it was given. */
const stretch = 400;

/** A longer text is cut where a word ends for certain: after white space or a full stop; where there is none, anywhere. */
function stretchEnd(text: string, from: number): number {
  if (text.length - from <= stretch) return text.length;
  for (let end = from + stretch; end > from + stretch / 2; end--) if (/[\s。、]/u.test(text[end - 1] ?? '')) return end;
  const end = from + stretch;
  const isInside = /[\udc00-\udfff]/.test(text[end] ?? '');
  return isInside ? end - 1 : end;
}

export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  /** Words, each as often as it occurs. */
  readonly size: number;
}

/** With `oneIn` above 1 only about one word in so many counts, and the same words in every bag. */
export function bagOf(words: readonly string[], oneIn = 1): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const word of words) {
    if (oneIn > 1 && hash(word) % oneIn !== 0) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

/** Dice's coefficient: 0 nothing in common, 1 the same words. Two bags without words are alike. */
export function dice(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1;
  const [few, many] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** One edit for each stretch of words that differ. */
export function editWords(before: string, old: readonly Word[], after: string, now: readonly Word[], effort?: Effort): readonly WordEdit[] {
  const keys = (words: readonly Word[]) => words.map(({ key }) => key);
  return alignSequences(keys(old), keys(now), effort)
    .filter(({ same }) => !same)
    .map(({ old: oldWords, new: newWords }) => {
      const [oldStart, oldText] = stretchText(before, old, oldWords);
      const [newStart, newText] = stretchText(after, now, newWords);
      return { before: oldText, after: newText, oldStart, newStart };
    });
}

function stretchText(text: string, words: readonly Word[], [from, to]: readonly [number, number]): readonly [number, string] {
  const start = words[from]?.start ?? text.length;
  const last = words[to - 1];
  return to > from && last ? [start, text.slice(start, last.start + last.text.length)] : [start, ''];
}
