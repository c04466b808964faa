// Turn the words of two pages without a record into changes of words and places.
import type { Box, LayoutChange, PageTextChange } from '../../model/difference.ts';
import { describeEdits } from './compare-texts.ts';
import type { Draft } from './draft.ts';
import { editWords } from './edit-words.ts';
import { splitWords } from './split-words.ts';
import type { PdfPage, PdfWord } from './version.ts';

/** Points by which a word may be read elsewhere and still stand where it stood. */
const sameLength = 0.3;

export function comparePageWords(
  oldPage: number,
  before: PdfPage,
  newPage: number,
  after: PdfPage,
): readonly Draft<PageTextChange | LayoutChange>[] {
  const [old, now] = [joined(before.words), joined(after.words)];
  const [a, b] = [splitWords(old.text), splitWords(now.text)];
  const edits = old.text === now.text ? [] : editWords(old.text, a, now.text, b);
  const moved = movedWords(edits.length === 0 ? before.words : [], after.words);
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

/** Marks of one change that a page can carry; more are one box round all. */
const mostBoxes = 200;

function gathered(boxes: readonly Box[]): readonly Box[] {
  const [first] = boxes;
  if (!first || boxes.length <= mostBoxes) return boxes;
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const { x, y, width, height } of boxes) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + width), Math.max(bottom, y + height)];
  }
  return [{ page: first.page, x: left, y: top, width: right - left, height: bottom - top }];
}

interface Joined {
  readonly text: string;
  readonly words: readonly PdfWord[];
  /** Offset of each word in the text. */
  readonly starts: readonly number[];
}

function joined(words: readonly PdfWord[]): Joined {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += word.text;
  }
  return { text, words, starts };
}

function boxesOf(page: number, { words, starts }: Joined, from: number, to: number): readonly Box[] {
  return words.flatMap((word, index) => {
    const start = starts[index] ?? 0;
    return start < to && start + word.text.length > from ? [boxOf(page, word)] : [];
  });
}

const boxOf = (page: number, { x, y, width, height }: PdfWord): Box => ({ page, x, y, width, height });
