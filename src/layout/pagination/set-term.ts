// Turn a term of a list into one as wide as the widest (均等割り): what it lacks stands between its characters.
import type { Line } from '../paragraph/line.ts';

/** Between the column of terms and what is said of them, in em. */
export const termGap = 1;

/** Points: below it a term is as wide as the widest. */
const tooLittle = 0.01;
const isWestern = (text: string): boolean => (text.codePointAt(0) ?? 0) < 0x2000;

/** Words of another script are not set apart inside; a term with a picture stays as it is. */
export function spreadTerm(line: Line, width: number): Line {
  const runs = line.marks.filter((mark) => mark.kind === 'glyphs');
  if (runs.length < line.marks.length) return line;
  const glyphs = runs.flatMap((run) => run.glyphs);
  const parts = glyphs.map(({ text }, index) => index > 0 && !(isWestern(text) && isWestern(glyphs[index - 1]!.text)));
  const places = parts.filter(Boolean).length;
  if (places === 0 || width - line.width < tooLittle) return line;
  const step = (width - line.width) / places;
  let added = 0;
  let at = 0;
  const marks = runs.map((run) => {
    const from = added + (parts[at] ? step : 0);
    const offsets = run.offsets.map((offset) => {
      if (parts[at++]) added += step;
      return offset + added - from;
    });
    return { ...run, x: run.x + from, width: run.width + added - from, offsets };
  });
  return { ...line, marks, width };
}
