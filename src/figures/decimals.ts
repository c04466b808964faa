// Turn a figure into the number of its decimals.
import type { Exact } from '../model/exact.ts';

/** Decimals of a figure as typed or printed: 2 for `5,040.00`, 1 for `(1.8)%`, 0 for `815`. */
export function typedDecimals(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** Decimals that a value needs to be written in full; 0 for one that no decimal ends, which was neither typed nor rounded. */
export function decimalsOf(value: Exact): number {
  return typedDecimals(value.toString());
}
