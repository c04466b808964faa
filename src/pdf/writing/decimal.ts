// Turn a length into the digits that a PDF gets.

/** A number with three decimals at most: a thousandth of a point is finer than any device. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}
