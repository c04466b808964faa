// Turn two wordings of one sentence into the words that differ, digits of its figures left aside.
import { language } from '../language/languages.ts';
import { commonPairs } from '../language/word-differences.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';

/** Words that stand for others; either may be empty. */
export interface WordChange {
  readonly before: string;
  readonly after: string;
}

/** The text of a sentence as printed. */
export const sentenceText = (sentence: readonly Inline[]): string => sentence.map((inline) => inline.text).join('');

/** The text of a sentence with the digits of its figures taken out; words that a figure brings with it stay. */
export function masked(sentence: readonly Inline[]): string {
  return sentence.map((inline) => (inline.figure === undefined ? inline.text : inline.text.replace(/\d[\d,.]*/g, '#'))).join('');
}

/** By the longest common subsequence of words, of characters where no spaces part the words. */
export function wordChanges(before: string, after: string, lang: Lang): readonly WordChange[] {
  const cut = (text: string) => (language(lang).tradition === 'cjk' ? [...text] : text.split(/(?<=\s)/));
  const [whole, other] = [cut(before), cut(after)];
  // Long sentences differ in a few words: only the stretch that holds them is searched.
  const most = Math.min(whole.length, other.length);
  let from = 0;
  while (from < most && whole[from] === other[from]) from++;
  let tail = 0;
  while (tail < most - from && whole.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const [a, b] = [whole.slice(from, whole.length - tail), other.slice(from, other.length - tail)];
  let [i, j] = [0, 0];
  return [...commonPairs(a, b), [a.length, b.length] as const].flatMap(([x, y]) => {
    const change = { before: a.slice(i, x).join('').trim(), after: b.slice(j, y).join('').trim() };
    const same = x === i && y === j;
    [i, j] = [x + 1, y + 1];
    return same ? [] : [change];
  });
}
