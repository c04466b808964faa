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

/** Rivers of four lines; a longer one counts once. */
export function riversIn(rows: readonly SpaceRow[]): number {
  let found = 0;
  let open: readonly Stream[] = [];
  for (const row of rows) {
    open = row.map((middle) => {
      let longest: Stream = { from: middle, to: middle, length: 1 };
      for (const { from, to, length } of open) {
        const [left, right] = [Math.min(from, middle), Math.max(to, middle)];
        if (right - left > band) continue;
        if (length + 1 > longest.length || (length + 1 === longest.length && right - left < longest.to - longest.from))
          longest = { from: left, to: right, length: length + 1 };
      }
      return longest;
    });
    for (const { length } of open) if (length === deepest) found++;
  }
  return found;
}
