// Turn two sequences of words into the edits between them.
import { diffArrays } from 'diff';
import type { WordEdit } from '../../model/difference.ts';
import type { Word } from './split-words.ts';

/** An edit with the words that it takes part in, by index. */
export interface IndexedEdit extends WordEdit {
  readonly oldWords: readonly [from: number, to: number];
  readonly newWords: readonly [from: number, to: number];
}

/** Sequences with more edits than this are told as one: comparing them word by word costs their square and tells nobody anything. */
const mostEdits = 4000;

export function editWords(before: string, old: readonly Word[], after: string, now: readonly Word[]): readonly IndexedEdit[] {
  const parts = diffArrays(
    old.map((word) => word.key),
    now.map((word) => word.key),
    { maxEditLength: mostEdits },
  );
  if (!parts) return [wholeEdit(before, old, after, now)];
  const edits: IndexedEdit[] = [];
  let [i, j] = [0, 0];
  let open: { oldFrom: number; newFrom: number } | undefined;
  const close = () => {
    if (open) edits.push(edit([open.oldFrom, i], [open.newFrom, j]));
    open = undefined;
  };
  const edit = (oldWords: readonly [number, number], newWords: readonly [number, number]): IndexedEdit => {
    const [oldStart, oldText] = stretch(before, old, oldWords);
    const [newStart, newText] = stretch(after, now, newWords);
    return { before: oldText, after: newText, oldStart, newStart, oldWords, newWords };
  };
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      close();
      i += value.length;
      j += value.length;
    } else {
      open ??= { oldFrom: i, newFrom: j };
      if (removed) i += value.length;
      else j += value.length;
    }
  }
  close();
  return edits;
}

function wholeEdit(before: string, old: readonly Word[], after: string, now: readonly Word[]): IndexedEdit {
  return { before, after, oldStart: 0, newStart: 0, oldWords: [0, old.length], newWords: [0, now.length] };
}

function stretch(text: string, words: readonly Word[], [from, to]: readonly [number, number]): readonly [number, string] {
  const start = words[from]?.start ?? text.length;
  const last = words[to - 1];
  return to > from && last ? [start, text.slice(start, last.start + last.text.length)] : [start, ''];
}

/** The same without the indexes: what a change tells. */
export function plainEdits(edits: readonly IndexedEdit[]): readonly WordEdit[] {
  return edits.map(({ before, after, oldStart, newStart }) => ({ before, after, oldStart, newStart }));
}
