// Turn two sequences into places that stand for each other: what occurs once in both, in the order of both (patience diff).

/** `length` items from these indexes on are the same in both, and occur nowhere else in either. */
export type Anchor = readonly [old: number, now: number];

/** As many as can be had without crossing. Takes time and memory in proportion to the sequences. */
export function findAnchors(old: readonly string[], now: readonly string[], length: number): readonly Anchor[] {
  const names = new Map<string, number>();
  const [before, after] = [rowNames(old, length, names), rowNames(now, length, names)];
  const [inOld, inNew] = [onlyPlaces(before, names.size), onlyPlaces(after, names.size)];
  const candidates: Anchor[] = [];
  before.forEach((name, index) => {
    const other = inNew[name] ?? -1;
    if (inOld[name] === index && other >= 0) candidates.push([index, other]);
  });
  return longestRising(candidates);
}

/** A number for each run of `length` items, the same for the same items. */
function rowNames(items: readonly string[], length: number, names: Map<string, number>): Int32Array {
  const rows = new Int32Array(Math.max(0, items.length - length + 1));
  for (let i = 0; i < rows.length; i++) {
    const key = length === 1 ? (items[i] ?? '') : items.slice(i, i + length).join('\u0003');
    const known = names.get(key);
    if (known === undefined) names.set(key, names.size);
    rows[i] = known ?? names.size - 1;
  }
  return rows;
}

/** The only place of each name, -1 where there is none, -2 where there are more. */
function onlyPlaces(rows: Int32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  rows.forEach((name, index) => {
    places[name] = places[name] === -1 ? index : -2;
  });
  return places;
}

/** The longest part of the candidates, which rise in the old sequence, that rises in the new one too. */
function longestRising(candidates: readonly Anchor[]): readonly Anchor[] {
  /** For each length, the candidate that a part of that length may end with lowest. */
  const ends: number[] = [];
  const previous = new Int32Array(candidates.length);
  candidates.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const found: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const anchor = candidates[index];
    if (anchor) found.push(anchor);
  }
  return found.reverse();
}
