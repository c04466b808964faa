// Turn a text into the pieces that a comparison keeps whole: words, numbers with their signs and units, and what helpers wrote.
import { languages } from '../language/languages.ts';
import { unspacedWords } from '../language/unspaced-words.ts';
import type { TextSpan } from '../model/build-record.ts';

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
    for (const { segment, index } of unspacedWords.segment(text.slice(from, to))) add(segment, offset + from + index);
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
