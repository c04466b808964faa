// Turn the sentences of two releases into pairs: those with the same words first, wherever they stand, then those that share most of them; what stands in another order has moved.
import { alignSequences, type Effort } from '../align-sequences.ts';
import { type Bag, dice } from '../words.ts';

/** What is matched: a sentence, a row, a column. */
export interface Matched {
  /** Equal for items with the same words in their order. */
  readonly name: string;
  /** Only items of one kind are versions of each other; those with one name are the same in any kind. */
  readonly kind: string;
  readonly bag: Bag;
}

/** Indexes of the old and the new sequence. */
export type Pair = readonly [old: number, now: number];

/** Share of common words from which two sentences are versions of each other; between the same neighbours they may share fewer. */
const alike = 0.5;
const alikeInPlace = 0.34;
/** Old sentences that a word may stand in to lead from a new sentence to them: what stands in more is said everywhere. */
const mostHolders = 40;
/** Items of a gap that are looked at: what stands further off is found by its words. */
const longestGap = 200;

/** Each item is in one pair at most. Beyond the effort nothing is held against others: it is told as gone, and as new. */
export function matchSentences(old: readonly Matched[], now: readonly Matched[], effort: Effort): readonly Pair[] {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (one: number, other: number) => {
    partner.set(other, one);
    taken.add(one);
  };
  if (old.length === 0 || now.length === 0) return [];
  // Numbers for names, which may be as long as a text.
  const numbers = new Map<string, string>();
  const names = (items: readonly Matched[]) =>
    items.map(({ name }) => {
      const number = numbers.get(name) ?? String(numbers.size);
      numbers.set(name, number);
      return number;
    });
  for (const {
    same,
    old: [from, to],
    new: [start],
  } of alignSequences(names(old), names(now), effort))
    if (same) for (let index = from; index < to; index++) pair(index, start + index - from);
  pairMoved(old, now, partner, taken, pair);
  for (const [one, other] of likePairs(old, now, partner, taken, effort)) if (!taken.has(one) && !partner.has(other)) pair(one, other);
  return [...partner].map(([other, one]): Pair => [one, other]).sort((a, b) => a[1] - b[1]);
}

/** The same words at another place: the first for the first. */
function pairMoved(
  old: readonly Matched[],
  now: readonly Matched[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  pair: (one: number, other: number) => void,
): void {
  const free = new Map<string, number[]>();
  old.forEach(({ name }, index) => {
    if (taken.has(index)) return;
    const known = free.get(name);
    if (known) known.push(index);
    else free.set(name, [index]);
  });
  now.forEach(({ name }, index) => {
    const one = partner.has(index) ? undefined : free.get(name)?.shift();
    if (one !== undefined) pair(one, index);
  });
}

/** The likest first; of those as like, in the order of the new release. */
function likePairs(
  old: readonly Matched[],
  now: readonly Matched[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  effort: Effort,
): readonly Pair[] {
  const holders = new Map<string, number[]>();
  old.forEach(({ bag }, index) => {
    if (taken.has(index)) return;
    for (const word of bag.counts.keys()) {
      const known = holders.get(word);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
  });
  const found: { readonly pair: Pair; readonly score: number }[] = [];
  const gaps = gapsOf(old, now, partner, taken);
  now.forEach(({ bag, kind }, index) => {
    if (partner.has(index) || !effort.take(mostHolders * (1 + bag.counts.size))) return;
    const inPlace = new Set(gaps(index));
    const candidates = new Set(inPlace);
    for (const word of bag.counts.keys()) {
      const known = holders.get(word) ?? [];
      if (known.length <= mostHolders) for (const each of known) candidates.add(each);
    }
    if (!effort.take(candidates.size * (1 + bag.counts.size))) return;
    for (const candidate of candidates) {
      const one = old[candidate];
      if (!one || one.kind !== kind) continue;
      const likeness = dice(one.bag, bag);
      if (likeness < (inPlace.has(candidate) ? alikeInPlace : alike)) continue;
      // Of two that are as like, the one that stands where it stood.
      found.push({ pair: [candidate, index], score: likeness + (inPlace.has(candidate) ? 0.1 : 0) });
    }
  });
  return found.sort((a, b) => b.score - a.score || a.pair[1] - b.pair[1] || a.pair[0] - b.pair[0]).map(({ pair }) => pair);
}

/** Old items between a new item's neighbours that have partners, as long as those are not many. */
function gapsOf(
  old: readonly Matched[],
  now: readonly Matched[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): (index: number) => readonly number[] {
  const before = new Int32Array(now.length).fill(-1);
  const after = new Int32Array(now.length).fill(old.length);
  for (let index = 1; index < now.length; index++) before[index] = partner.get(index - 1) ?? before[index - 1] ?? -1;
  for (let index = now.length - 2; index >= 0; index--) after[index] = partner.get(index + 1) ?? after[index + 1] ?? old.length;
  return (index) => {
    const [from, to] = [(before[index] ?? -1) + 1, after[index] ?? old.length];
    const free: number[] = [];
    for (let each = from; each < Math.min(to, from + longestGap) && free.length < mostHolders; each++)
      if (!taken.has(each)) free.push(each);
    return free;
  };
}

/** Pairs, by their new index, that do not stand in the order of the most others; each weighs as much as it says. */
export function movedPairs(pairs: readonly Pair[], weightOf: (pair: Pair) => number): ReadonlySet<number> {
  // The heaviest rising part: for each old index, the weight of the heaviest that ends at or before it (a Fenwick tree of maxima).
  const size = pairs.reduce((most, [one]) => Math.max(most, one + 1), 0);
  const tree = new Int32Array(size + 1).fill(-1);
  const weights = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  let last = -1;
  pairs.forEach((pair, index) => {
    let best = -1;
    for (let at = pair[0]; at > 0; at -= at & -at) {
      const other = tree[at] ?? -1;
      if (other >= 0 && (best < 0 || (weights[other] ?? 0) > (weights[best] ?? 0))) best = other;
    }
    weights[index] = (best < 0 ? 0 : (weights[best] ?? 0)) + weightOf(pair);
    previous[index] = best;
    for (let at = pair[0] + 1; at <= size; at += at & -at) {
      const other = tree[at] ?? -1;
      if (other < 0 || (weights[other] ?? 0) < (weights[index] ?? 0)) tree[at] = index;
    }
    if (last < 0 || (weights[last] ?? 0) < (weights[index] ?? 0)) last = index;
  });
  const moved = new Set(pairs.map(([, other]) => other));
  for (let index = last; index >= 0; index = previous[index] ?? -1) moved.delete(pairs[index]?.[1] ?? -1);
  return moved;
}
