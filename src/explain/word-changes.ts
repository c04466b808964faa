// Turn two wordings of one sentence into the words that differ, digits of its figures left aside.
import { language } from '../language/languages.ts';
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
  const [a, b] = [before, after].map((text) => (language(lang).tradition === 'cjk' ? [...text] : text.split(/(?<=\s)/)));
  if (!a || !b) return [];
  const common = commonLengths(a, b);
  const changes: { before: string; after: string }[] = [];
  let open = false;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      open = false;
      i++;
      j++;
      continue;
    }
    if (!open) changes.push({ before: '', after: '' });
    open = true;
    const last = changes.at(-1);
    if (!last) break;
    if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) last.before += a[i++] ?? '';
    else last.after += b[j++] ?? '';
  }
  return changes.map((change) => ({ before: change.before.trim(), after: change.after.trim() }));
}

/** Length of the longest common subsequence of the rests from every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
