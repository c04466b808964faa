// Turn words into how often each occurs, and two of these into how alike they are.

export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  /** Words, each as often as it occurs. */
  readonly size: number;
}

/** With `oneIn` above 1 only about one word in so many counts, and the same words in every bag. */
export function bagOf(words: readonly string[], oneIn = 1): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const word of words) {
    if (oneIn > 1 && hash(word) % oneIn !== 0) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

/** Dice's coefficient: 0 nothing in common, 1 the same words. Two bags without words are alike. */
export function dice(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1;
  const [few, many] = a.counts.size <= b.counts.size ? [a.counts, b.counts] : [b.counts, a.counts];
  let common = 0;
  for (const [word, count] of few) common += Math.min(count, many.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

/** FNV-1a, 32 bits. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
