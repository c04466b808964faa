// Turn English lines into the evenness of their setting: word spaces, hyphens, letters, last lines, rivers, words above themselves.
import { type Gap, gapsOf, letterSpacing, mean } from './line-marks.ts';
import { deviation, em, fullLines, lastLines } from './measure-lines.ts';
import type { Measure } from './print-table.ts';
import type { SetBlock, SetLine } from './set-lines.ts';

/** Limits of a word space in em, as the lint has them (TL-17). */
const narrowest = 0.167;
const widest = 0.4;
/** Rounding of positions in a PDF. */
const near = 0.0005;
/** A last line shorter than this share of its measure is a runt. */
const runt = 0.2;
/** Spaces of this many lines one below another are a river, words on this many lines a stack (TL-19). */
const riverLines = 4;
const stackLines = 3;
/** Spaces stand one below another when they start within this, in em. */
const riverWidth = 0.2;

export function measureEnglish(blocks: readonly SetBlock[]): readonly Measure[] {
  const full = fullLines(blocks);
  const perLine = full.map((line) => spaces(line).map(({ em }) => em)).filter((widths) => widths.length > 0);
  const all = perLine.flat();
  const lineMeans = perLine.map(mean);
  const tracks = full.map(letterSpacing).filter((value) => value !== undefined);
  const steps = blocks.flatMap(({ lines }) => trackSteps(lines));
  const stretches = full.flatMap(({ letters }) => letters.map(({ glyph }) => glyph.stretch));
  const starts = blocks.map(({ lines }) => stacks(lines.map((line) => words(line)[0] ?? '')));
  const ends = blocks.map(({ lines }) => stacks(lines.map((line) => words(line).at(-1) ?? '')));
  return [
    ['word space, em: mean', em(mean(all))],
    ['  deviation of lines', em(deviation(lineMeans))],
    ['  widest, narrowest', `${em(Math.max(...all))}, ${em(Math.min(...all))}`],
    ['  lines over .40', String(lineMeans.filter((value) => value > widest + near).length)],
    ['  lines under .167', String(lineMeans.filter((value) => value < narrowest - near).length)],
    ['  neighbours over .12 apart', String(blocks.reduce((sum, { lines }) => sum + jumps(lines), 0))],
    ['letter spacing, em: from, to', `${em(Math.min(...tracks))}, ${em(Math.max(...tracks))}`],
    ['  neighbours apart: most, mean', `${em(Math.max(0, ...steps))}, ${em(mean(steps))}`],
    ['letter width, %: from, to', `${percent(Math.min(...stretches))}, ${percent(Math.max(...stretches))}`],
    ['words hyphenated', String(full.filter(({ letters }) => letters.at(-1)?.inserted).length)],
    [`last lines under ${runt * 100} %`, `${lastLines(blocks).filter((line) => share(line) < runt).length} of ${lastLines(blocks).length}`],
    ['rivers', String(blocks.reduce((sum, { lines }) => sum + rivers(lines), 0))],
    ['words stacked on 3 lines', String([...starts, ...ends].reduce((sum, count) => sum + count, 0))],
  ];
}

const percent = (value: number): string => (value * 100).toFixed(1);

export const spaces = (line: SetLine): readonly Gap[] => gapsOf(line).filter(({ kind }) => kind === 'space');

const words = ({ letters }: SetLine): readonly string[] =>
  letters
    .map(({ before, text }, index) => (index > 0 && before !== '' ? ` ${text}` : text))
    .join('')
    .split(' ');

/** Share of its measure that a line fills. */
function share(line: SetLine): number {
  const last = gapsOf(line).at(-1)?.after.right ?? line.block.left;
  return (last - line.block.left) / line.block.measure;
}

/** Lines next to one another whose spaces differ so much that the eye sees it. */
function jumps(lines: readonly SetLine[]): number {
  const means = lines.map((line) => (line.open ? undefined : mean(spaces(line).map((gap) => gap.em))));
  return means.filter((value, index) => {
    const before = index > 0 ? means[index - 1] : undefined;
    return value !== undefined && before !== undefined && Math.abs(value - before) > 0.12;
  }).length;
}

/** How far the letter spacing of a line is from that of the line above it, in em. */
function trackSteps(lines: readonly SetLine[]): readonly number[] {
  const tracks = lines.map((line) => (line.open ? undefined : letterSpacing(line)));
  return tracks.flatMap((value, index) => {
    const before = index > 0 ? tracks[index - 1] : undefined;
    return value === undefined || before === undefined ? [] : [Math.abs(value - before)];
  });
}

function stacks(words: readonly string[]): number {
  let row = 0;
  let found = 0;
  for (const [index, word] of words.entries()) {
    row = word.length > 1 && word === words[index - 1] ? row + 1 : 1;
    if (row === stackLines) found++;
  }
  return found;
}

function rivers(lines: readonly SetLine[]): number {
  let open: readonly { readonly x: number; readonly length: number }[] = [];
  let found = 0;
  for (const line of lines) {
    const reach = riverWidth * line.block.size;
    open = spaces(line).map(({ before: { right: x } }) => ({
      x,
      length: 1 + Math.max(0, ...open.filter((above) => Math.abs(above.x - x) < reach).map(({ length }) => length)),
    }));
    found += open.filter(({ length }) => length === riverLines).length;
  }
  return found;
}
