// Turn Japanese lines into the evenness of their setting: gaps between characters, quarter ems, punctuation closed up, last lines.
import { closing, isIdeograph, isLetter, middle, opening } from '../../../src/lint/text-lines.ts';
import { type Gap, gapsOf, mean } from './line-marks.ts';
import { deviation, em, fullLines, lastLines } from './measure-lines.ts';
import type { Measure } from './print-table.ts';
import type { SetBlock, SetLine } from './set-lines.ts';

/** A line whose characters stand further apart than this, in em, looks spaced (TL-11 asks for .06). */
const loose = 0.05;
/** Rounding of positions in a PDF, in em. */
const near = 0.01;
/** A last line of fewer characters looks like an accident. */
const short = 5;

export function measureJapanese(blocks: readonly SetBlock[]): readonly Measure[] {
  const full = fullLines(blocks);
  const solid = full.map((line) => ideographGaps(line).map((gap) => gap.em)).filter((gaps) => gaps.length > 0);
  const mixed = full.flatMap((line) => mixedGaps(line).map((gap) => gap.em));
  const latin = full.flatMap((line) =>
    gapsOf(line).flatMap(({ kind, em, before }) => (kind === 'space' && isLetter(before.letter.text) ? [em] : [])),
  );
  const squeezed = full.map((line) => gapsOf(line).filter(isSqueezed).length);
  const lineMeans = solid.map(mean);
  const lasts = lastLines(blocks);
  return [
    ['kana, kanji gap, em: mean', em(mean(solid.flat()))],
    ['  widest, narrowest', `${em(Math.max(...solid.flat()))}, ${em(Math.min(...solid.flat()))}`],
    ['  deviation of lines', em(deviation(lineMeans))],
    ['  lines over .05', String(lineMeans.filter((value) => value > loose).length)],
    ['  lines over .03', String(lineMeans.filter((value) => value > 0.03).length)],
    ['Japanese-Latin gap, em: mean', em(mean(mixed))],
    ['  widest, narrowest', `${em(Math.max(...mixed))}, ${em(Math.min(...mixed))}`],
    ['Latin space: widest, narrowest', latin.length ? `${em(Math.max(...latin))}, ${em(Math.min(...latin))}` : '-'],
    [
      'marks closed up, lines with them',
      `${squeezed.reduce((sum, count) => sum + count, 0)}, ${squeezed.filter((count) => count > 0).length}`,
    ],
    [`last lines under ${short} characters`, `${lasts.filter(({ letters }) => letters.length < short).length} of ${lasts.length}`],
  ];
}

export const ideographGaps = (line: SetLine): readonly Gap[] =>
  gapsOf(line).filter(({ kind, before, after }) => kind === 'solid' && isIdeograph(before.letter.text) && isIdeograph(after.letter.text));

export const mixedGaps = (line: SetLine): readonly Gap[] =>
  gapsOf(line).filter(({ kind, before: { letter: a }, after: { letter: b } }) => {
    const boundary = (isIdeograph(a.text) && isLetter(b.text)) || (isLetter(a.text) && isIdeograph(b.text));
    return kind === 'solid' && boundary;
  });

/** White beside punctuation is less than its class has by nature (JLREQ 3.1.2, 3.1.6): half an em, a quarter beside ・. */
export function isSqueezed({ kind, before, after, em }: Gap): boolean {
  const natural = whiteAfter(before.letter.text, after.letter.text);
  return kind === 'solid' && natural > 0 && em < natural - near;
}

function whiteAfter(a: string, b: string): number {
  if (middle.includes(a) || middle.includes(b))
    return closing.includes(a) || opening.includes(b) || !(middle.includes(a) && middle.includes(b)) ? 0.25 : 0.5;
  if (closing.includes(a)) return closing.includes(b) ? 0 : 0.5;
  return opening.includes(b) && !opening.includes(a) ? 0.5 : 0;
}
