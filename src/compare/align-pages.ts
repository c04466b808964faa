// Turn the texts of two files' pages into pairs that stand for each other: a page put in makes no other page differ.
import { comparingLimits } from '../model/limits.ts';
import { alignSequences } from './align-sequences.ts';
import { type Bag, bagOf, dice, splitWords } from './words.ts';

/** Indexes from 0; one side is undefined for a page without a partner. */
export interface PageMatch {
  readonly old?: number;
  readonly new?: number;
}

/** Share of common words below which two pages are not the same page. */
const alike = 0.3;
/** Gaps with more pairs than this are searched near their diagonal only: a page is looked for this many pages before and after its place. */
const mostPairs = 10_000;
const nearby = 16;
/** Pairs of a gap that are looked at in the end; beyond, pages stand for each other in their order. */
const mostNearPairs = 50_000;

/** Pages of both that are the same by their digests; texts of these are not asked for. */
export interface Digests {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/** Pages with equal digests first, then equal texts; between them the pairing that keeps the order and has the most words in common. */
export function alignPages(old: readonly string[], now: readonly string[], digests?: Digests): readonly PageMatch[] {
  if (!digests) return alignTexts(old, now);
  return alignSequences(digests.old, digests.new).flatMap((stretch) => {
    const [[oldFrom, oldTo], [newFrom, newTo]] = [stretch.old, stretch.new];
    if (stretch.same) return inOrder(oldFrom, oldTo, newFrom, newTo);
    return alignTexts(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo)).map(({ old: i, new: j }) => ({
      ...(i === undefined ? {} : { old: oldFrom + i }),
      ...(j === undefined ? {} : { new: newFrom + j }),
    }));
  });
}

function alignTexts(old: readonly string[], now: readonly string[]): readonly PageMatch[] {
  return alignSequences(old, now).flatMap((stretch) => {
    const [[oldFrom, oldTo], [newFrom, newTo]] = [stretch.old, stretch.new];
    return stretch.same ? inOrder(oldFrom, oldTo, newFrom, newTo) : alignGap(old, now, stretch.old, stretch.new);
  });
}

function alignGap(
  old: readonly string[],
  now: readonly string[],
  [oldFrom, oldTo]: readonly [number, number],
  [newFrom, newTo]: readonly [number, number],
): readonly PageMatch[] {
  const [rows, columns] = [oldTo - oldFrom, newTo - newFrom];
  const reach = rows * columns > mostPairs ? Math.abs(rows - columns) + nearby : Math.max(rows, columns);
  const pairs = Math.min(rows * columns, rows * (2 * reach + 1));
  if (pairs > mostNearPairs || (rows === 1 && columns === 1)) return inOrder(oldFrom, oldTo, newFrom, newTo);
  const [oldBags, newBags] = bagsOf(old.slice(oldFrom, oldTo), now.slice(newFrom, newTo), pairs);
  const likeness = oldBags.map((a, r) => newBags.map((b, c) => (Math.abs(c - Math.round((r * columns) / rows)) <= reach ? dice(a, b) : 0)));
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const paired = (r: number, c: number) => {
    const value = likeness[r]?.[c] ?? 0;
    return value >= alike ? value + (best[r + 1]?.[c + 1] ?? 0) : -1;
  };
  for (let r = rows - 1; r >= 0; r--) {
    for (let c = columns - 1; c >= 0; c--) (best[r] as number[])[c] = Math.max(paired(r, c), best[r + 1]?.[c] ?? 0, best[r]?.[c + 1] ?? 0);
  }
  const matches: PageMatch[] = [];
  let [r, c] = [0, 0];
  while (r < rows || c < columns) {
    const value = best[r]?.[c] ?? 0;
    if (r < rows && c < columns && paired(r, c) === value && value > 0) matches.push({ old: oldFrom + r++, new: newFrom + c++ });
    else if (r < rows && (c >= columns || (best[r + 1]?.[c] ?? 0) === value)) matches.push({ old: oldFrom + r++ });
    else matches.push({ new: newFrom + c++ });
  }
  return matches;
}

function inOrder(oldFrom: number, oldTo: number, newFrom: number, newTo: number): readonly PageMatch[] {
  const length = Math.max(oldTo - oldFrom, newTo - newFrom);
  return Array.from({ length }, (_, k) => ({
    ...(oldFrom + k < oldTo ? { old: oldFrom + k } : {}),
    ...(newFrom + k < newTo ? { new: newFrom + k } : {}),
  }));
}

/** When all words of all pairs are too many, every page is judged by the same part of its words. */
function bagsOf(old: readonly string[], now: readonly string[], pairs: number): readonly [readonly Bag[], readonly Bag[]] {
  const words = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.split(' ').length, 0) / Math.max(1, texts.length);
  const lookups = Math.min(words(old), words(now)) * pairs;
  const oneIn = 2 ** Math.max(0, Math.ceil(Math.log2(lookups / comparingLimits.pageLookups)));
  const bag = (text: string) =>
    bagOf(
      splitWords(text).map(({ key }) => key),
      oneIn,
    );
  return [old.map(bag), now.map(bag)];
}
