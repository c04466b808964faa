// Turn two pages that stand for each other into the lines that hold the same words with more or less space in them and between them.
import type { Box } from '../model/difference.ts';
import type { PdfPage, PdfWord } from '../pdf/engine/pdf-page.ts';

/** A line whose words stand or end elsewhere on it, or whose letters do within a word: where it was, and where it is. */
export interface SpacedLine {
  readonly old: Box;
  readonly new: Box;
}

/** Points by which one word read twice differs: less than what changes the grey of a pixel. */
const sameLength = 0.005;
/** Points by which the words of one line stand above or below each other at most, and those of two pages for it to be the same line. */
const sameHeight = 0.3;

/**
 * Lines of which every word is on both pages, at the same height. A build records where each run of glyphs begins and ends; within it the
 * spaces of a line that is set to both edges follow from the lines round it.
 */
export function spacedLines(oldPage: number, before: PdfPage, newPage: number, after: PdfPage): readonly SpacedLine[] {
  const known = new Map<string, (readonly PdfWord[])[]>();
  for (const line of linesOf(before.words)) {
    const said = wordsOf(line);
    known.set(said, [...(known.get(said) ?? []), line]);
  }
  return linesOf(after.words).flatMap((line) => {
    const was = known.get(wordsOf(line))?.find(([first]) => Math.abs((first?.y ?? 0) - (line[0]?.y ?? 0)) <= sameHeight);
    if (!was || line.every((word, k) => isSamePlace(word, was[k]))) return [];
    return [{ old: around(oldPage, was), new: around(newPage, line) }];
  });
}

/** From left to right each. */
function linesOf(words: readonly PdfWord[]): readonly (readonly PdfWord[])[] {
  const lines: PdfWord[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line?.[0] && word.y - line[0].y <= sameHeight) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

const wordsOf = (line: readonly PdfWord[]): string => line.map(({ text }) => text).join(' ');

function isSamePlace(word: PdfWord, was: PdfWord | undefined): boolean {
  const apart = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) > sameLength;
  return was !== undefined && !apart(word.x, was.x) && !apart(word.width, was.width) && !apart(word.letters, was.letters);
}

function around(page: number, line: readonly PdfWord[]): Box {
  const [x, y] = [Math.min(...line.map((word) => word.x)), Math.min(...line.map((word) => word.y))];
  const right = Math.max(...line.map((word) => word.x + word.width));
  const bottom = Math.max(...line.map((word) => word.y + word.height));
  return { page, x, y, width: right - x, height: bottom - y };
}
