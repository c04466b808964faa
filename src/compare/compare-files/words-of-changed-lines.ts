// Turn the words of two pages into those that stand where they stood, in lines of which other words changed: their letters may be a pixel aside.
import type { Box } from '../../model/difference.ts';
import { type Mark, onlyIn } from '../page-marks.ts';

/**
 * The reader sets the letters of one line on whole pixels, each by the distance to the one after it: where a word is put in or taken out,
 * letters before it are drawn a pixel aside though they stand where they stood. Their boxes on the new page.
 */
export function wordsOfChangedLines(old: readonly Mark[], now: readonly Mark[]): readonly Box[] {
  const come = new Set(onlyIn(now, old));
  const changed = linesOf([...onlyIn(old, now), ...come].map(({ box }) => box));
  if (changed.length === 0) return [];
  return now.flatMap((mark) => (!come.has(mark) && changed.some((line) => isLevel(line, mark.box)) ? [mark.box] : []));
}

/** Heights on the page that words take, in points: those that are level are one. */
interface Line {
  readonly y: number;
  readonly height: number;
}

function linesOf(boxes: readonly Line[]): readonly Line[] {
  const lines: Line[] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    if (!last || !isLevel(last, box)) lines.push(box);
  }
  return lines;
}

/** They have half of the lower of them in common, at least. */
function isLevel(a: Line, b: Line): boolean {
  const common = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return common >= Math.min(a.height, b.height) / 2;
}
