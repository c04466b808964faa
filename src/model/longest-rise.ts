// Turn numbers into the indexes of as many of them as rise one after the other: what keeps its order when others change place.

/** In n·log n steps; of several answers of one length, the one whose last number is the lowest. */
export function longestRise(numbers: readonly number[]): readonly number[] {
  /** For each length, the index of the lowest number that a rise of that length may end with. */
  const ends: number[] = [];
  const previous = new Int32Array(numbers.length);
  numbers.forEach((number, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const found: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) found.push(index);
  return found.reverse();
}
