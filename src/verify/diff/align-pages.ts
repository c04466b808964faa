// Turn the texts of two files' pages into pairs that stand for each other: a page put in makes no other page differ.
import { alignSequences } from './align-sequences.ts';
import { splitWords } from './split-words.ts';

/** Indexes from 0; one side is undefined for a page without a partner. */
export interface PageMatch {
  readonly old?: number;
  readonly new?: number;
}

/** Share of common words below which two pages are not the same page. */
const alike = 0.3;
/** Gaps with more pairs than this are paired in order instead: their square would cost seconds. */
const mostPairs = 10_000;

/** Equal texts first; between them the pairing that keeps the order and has the most words in common. */
export function alignPages(old: readonly string[], now: readonly string[]): readonly PageMatch[] {
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
  if (rows * columns > mostPairs || (rows === 1 && columns === 1)) return inOrder(oldFrom, oldTo, newFrom, newTo);
  const bags = (texts: readonly string[]) => texts.map(bagOf);
  const [oldBags, newBags] = [bags(old.slice(oldFrom, oldTo)), bags(now.slice(newFrom, newTo))];
  const likeness = oldBags.map((a) => newBags.map((b) => dice(a, b)));
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

type Bag = ReadonlyMap<string, number>;

function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const { key } of splitWords(text)) bag.set(key, (bag.get(key) ?? 0) + 1);
  return bag;
}

/** Two pages without words are alike: their marks decide. */
export function dice(a: Bag, b: Bag): number {
  const size = (bag: Bag) => [...bag.values()].reduce((sum, count) => sum + count, 0);
  const total = size(a) + size(b);
  if (total === 0) return 1;
  let common = 0;
  for (const [key, count] of a) common += Math.min(count, b.get(key) ?? 0);
  return (2 * common) / total;
}
