// Turn a text into the offsets of its lines, and an offset into a place of the file.
import type { SourceFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';

/** Offset of the first character of each line; lines end in `\n`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The place of the stretch `start`–`end` (offsets), cut at the end of its first line. */
export function spanOf(source: SourceFile, start: number, end: number): Span {
  const { text, lineStarts: starts } = source;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const lineStart = starts[low] ?? 0;
  let stop = Math.min(end, (starts[low + 1] ?? text.length + 1) - 1);
  while (stop > start + 1 && (text[stop - 1] === ' ' || text[stop - 1] === '\n')) stop--;
  return { file: source.file, line: low + 1, column: start - lineStart + 1, length: Math.max(1, stop - start) };
}
