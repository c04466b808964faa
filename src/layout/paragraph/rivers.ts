// Turn the spaces of the lines of a paragraph into how many rivers run through them: spaces of four lines one below another.

/** Middles of the word spaces of a line from the left edge of the paragraph, in em. */
export type SpaceRow = readonly number[];

/** Spaces in a band so narrow, in em, run together for the eye. */
const band = 0.4;
const deepest = 4;

/** A run of spaces one below another, up to a line. */
interface Stream {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Rivers of four lines; a longer one counts once. Spaces of a row stand in order. */
export function riversIn(rows: readonly SpaceRow[]): number {
  if (rows.length < deepest) return 0;
  let found = 0;
  let open: readonly Stream[] = [];
  let above: SpaceRow = [];
  for (const row of rows) {
    // A stream ends with the space above it: those of spaces too far to the left are passed, those too far to the right not reached.
    let near = 0;
    const streams = row.map((middle) => {
      while (near < above.length && above[near]! < middle - band) near++;
      let longest: Stream = { from: middle, to: middle, length: 1 };
      for (let i = near; i < above.length && above[i]! <= middle + band; i++) {
        const { from, to, length } = open[i]!;
        const [left, right] = [Math.min(from, middle), Math.max(to, middle)];
        if (right - left > band) continue;
        if (length + 1 > longest.length || (length + 1 === longest.length && right - left < longest.to - longest.from))
          longest = { from: left, to: right, length: length + 1 };
      }
      if (longest.length === deepest) found++;
      return longest;
    });
    open = streams;
    above = row;
  }
  return found;
}
