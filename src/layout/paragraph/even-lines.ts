// Turn the good ways to break a paragraph into the one whose lines look most alike: word spaces even, none of them one below another, no word above itself.
import { breakLines, type LineRange, waysToBreak } from './break-lines.ts';
import { hyphenAfter } from './hyphens.ts';
import type { LineBreaking } from './line-cost.ts';
import { riversIn, type SpaceRow } from './rivers.ts';
import { type Giving, type SharedLine, type SharedRoom, shareRoom } from './share-room.ts';

/** Lines, and how their letters and words stand. */
export interface EvenLines {
  readonly ranges: readonly LineRange[];
  readonly rooms: readonly SharedRoom[];
}

/**
 * Ways that are looked at, where the best has flaws: so many of each kind lead to each line's end. The second or third way is
 * often the one, and a few cost little to find; more are found only where none of these is without flaws.
 */
const waysOfKind = [3, 12] as const;

/** The way of the fewest flaws; of those, the best. */
export function evenestLines(input: LineBreaking, limits: Giving): EvenLines {
  const first = breakLines(input);
  const measured = measuring(input);
  let best = setEvenly(first, measured, limits);
  if (best.flaws === 0 || first.some(({ broken }) => broken)) return best;
  // A line is not saved at the cost of what is seen.
  if (input.fewest) return evenestLines({ ...input, fewest: false }, limits);
  for (const ranges of waysToBreak(input, waysOfKind)) {
    const other = setEvenly(ranges, measured, limits);
    if (other.flaws < best.flaws) best = other;
    if (best.flaws === 0) break;
  }
  return best;
}

/** Where the spaces of a line stand before its words and letters give: what a river is found from. */
interface MeasuredSpaces extends SharedLine {
  /** What stands at its start and its end. */
  readonly firstWord: string;
  readonly lastWord: string;
  /** From the left edge to the middle of each space at its natural width, in em; letters and spaces before it. */
  readonly middles: readonly { readonly x: number; readonly letters: number; readonly words: number; readonly drawn: number }[];
}

/** Measures each line once, whatever way it is part of. */
function measuring(input: LineBreaking): (range: LineRange) => MeasuredSpaces {
  const known = new Map<number, MeasuredSpaces>();
  return (range) => {
    const key = range.start * (input.clusters.length + 1) + range.end;
    const before = known.get(key);
    if (before) return before;
    const made = measureSpaces(input, range);
    known.set(key, made);
    return made;
  };
}

function setEvenly(
  ranges: readonly LineRange[],
  measured: (range: LineRange) => MeasuredSpaces,
  limits: Giving,
): EvenLines & { readonly flaws: number } {
  const lines = ranges.map(measured);
  const rooms = shareRoom(lines, limits);
  const rows = lines.map(({ middles }, i): SpaceRow => {
    const { letter, word, wider } = rooms[i]!;
    return middles.map(({ x, letters, words, drawn }) => x + letters * letter + drawn * wider + (words + 0.5) * word);
  });
  return { ranges, rooms, flaws: riversIn(rows) + unevenness(lines, rooms) + stacked(lines) };
}

function measureSpaces(input: LineBreaking, { start, end, visibleEnd, hyphenated, last, hang }: LineRange): MeasuredSpaces {
  const { clusters, gaps } = input;
  const middles: { x: number; letters: number; words: number; drawn: number }[] = [];
  let x = input.width - (start === 0 ? input.firstWidth : input.width);
  let [letters, words, drawn] = [0, 0, 0];
  for (let i = start; i < visibleEnd; i++) {
    x += clusters[i]!.width;
    drawn += clusters[i]!.width;
    if (i + 1 === visibleEnd) break;
    const gap = gaps[i]!;
    if (gap.kind === 'word') {
      middles.push({ x: x + gap.natural / 2, letters, words, drawn });
      words++;
    } else if (gap.kind === 'letter') letters++;
    x += gap.natural;
  }
  if (hyphenated) {
    const { width } = hyphenAfter(clusters[end - 1]!);
    x += width;
    drawn += width;
  }
  const slack = input.width + hang - x;
  return { letters, words, drawn, slack, filled: !last || slack < 0, middles, ...endsOf(input, start, visibleEnd) };
}

/** Word spaces of a paragraph are alike within this, in em; paragraphs of few lines say nothing. */
const alike = 0.057;
const fewLines = 4;
const natural = 0.25;
const narrowest = 0.167;
const widest = 0.4;

function unevenness(lines: readonly SharedLine[], rooms: readonly SharedRoom[]): number {
  let [sum, squares, count, torn] = [0, 0, 0, 0];
  for (const [i, { words, filled }] of lines.entries()) {
    if (!filled) continue;
    const space = natural + rooms[i]!.word;
    sum += words * space;
    squares += words * space ** 2;
    count += words;
    torn += Math.max(0, space - widest, narrowest - space) * 20;
  }
  if (count === 0 || lines.length <= fewLines) return torn;
  const deviation = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return torn + Math.max(0, deviation - alike) * 100;
}

/** The first and the last word of a line. */
function endsOf({ clusters }: LineBreaking, start: number, end: number): Pick<MeasuredSpaces, 'firstWord' | 'lastWord'> {
  const isSpace = (i: number): boolean => clusters[i]!.class === 'space';
  const words = (from: number, to: number): string => {
    let text = '';
    for (let i = from; i < to; i++) text += clusters[i]!.text;
    return text;
  };
  let [first, last] = [start, end];
  while (first < end && !isSpace(first)) first++;
  while (last > start && !isSpace(last - 1)) last--;
  return { firstWord: words(start, first), lastWord: words(last, end) };
}

/** Times that a word stands above itself on three lines, at their starts or ends. */
function stacked(lines: readonly MeasuredSpaces[]): number {
  let found = 0;
  for (const side of ['firstWord', 'lastWord'] as const) {
    for (let i = 2; i < lines.length; i++) {
      const word = lines[i]![side];
      if (word.length > 1 && lines[i - 1]![side] === word && lines[i - 2]![side] === word) found++;
    }
  }
  return found;
}
