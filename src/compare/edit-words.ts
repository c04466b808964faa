// Turn two sequences of words into the edits between them.
import type { WordEdit } from '../model/difference.ts';
import { alignSequences } from './align-sequences.ts';
import type { Effort } from './effort.ts';
import type { Word } from './split-words.ts';

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
