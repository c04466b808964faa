// Turn the words of two pages without a record into changes of words and places.
import type { Box, LayoutChange, PageTextChange } from '../model/difference.ts';
import type { PdfPage, PdfWord } from '../pdf/engine/pdf-page.ts';
import type { Effort } from './align-sequences.ts';
import { describeEdits } from './compare-texts.ts';
import { type Draft, gathered } from './draft.ts';
import { editWords, splitWords } from './words.ts';

/** Points by which a word may be read elsewhere and still stand where it stood. */
const sameLength = 0.3;

export function comparePageWords(
  oldPage: number,
  before: PdfPage,
  newPage: number,
  after: PdfPage,
  effort?: Effort,
): readonly Draft<PageTextChange | LayoutChange>[] {
  const [old, now] = [joined(before.words), joined(after.words)];
  const [a, b] = [splitWords(old.text), splitWords(now.text)];
  const edits = old.text === now.text ? [] : editWords(old.text, a, now.text, b, effort);
  const moved = movedWords(edits.length === 0 ? old.words : [], now.words);
  const changes: Draft<PageTextChange | LayoutChange>[] = [];
  if (edits.length > 0) {
    changes.push({
      class: 'text',
      kind: 'page-text',
      edits: edits,
      summary: `page ${newPage}: ${describeEdits(edits)}`,
      old: gathered(edits.flatMap(({ oldStart, before: text }) => boxesOf(oldPage, old, oldStart, oldStart + text.length))),
      new: gathered(edits.flatMap(({ newStart, after: text }) => boxesOf(newPage, now, newStart, newStart + text.length))),
    });
  }
  if (moved.length > 0) {
    changes.push({
      class: 'layout',
      kind: 'moved',
      summary: `page ${newPage}: ${moved.length} words stand elsewhere`,
      old: gathered(moved.map(([word]) => boxOf(oldPage, word))),
      new: gathered(moved.map(([, word]) => boxOf(newPage, word))),
    });
  }
  return changes;
}

function movedWords(before: readonly PdfWord[], after: readonly PdfWord[]): readonly (readonly [PdfWord, PdfWord])[] {
  if (before.length !== after.length) return [];
  const far = (a: number, b: number) => Math.abs(a - b) > sameLength;
  return before.flatMap((word, index) => {
    const other = after[index];
    const moved = other && (far(word.x, other.x) || far(word.y, other.y) || far(word.height, other.height) || far(word.width, other.width));
    return other && moved ? [[word, other] as const] : [];
  });
}

interface Joined {
  readonly text: string;
  readonly words: readonly PdfWord[];
  /** Offset of each word in the text. */
  readonly starts: readonly number[];
}

function joined(words: readonly PdfWord[]): Joined {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of words) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: words.map(({ text }) => text).join(' '), words, starts };
}

/** Boxes of the words that a stretch of the text touches. */
function boxesOf(page: number, { words, starts }: Joined, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let index = firstEndingAfter(words, starts, from); index < words.length && (starts[index] ?? 0) < to; index++) {
    const word = words[index];
    if (word) boxes.push(boxOf(page, word));
  }
  return boxes;
}

/** Words follow each other in the text, so the first that ends after an offset is found by halving. */
function firstEndingAfter(words: readonly PdfWord[], starts: readonly number[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) + (words[middle]?.text.length ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const boxOf = (page: number, { x, y, width, height }: PdfWord): Box => ({ page, x, y, width, height });
