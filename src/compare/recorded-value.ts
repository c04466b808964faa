// Turn the record of a fact into its value as text: a number, both ends of a range, or that nothing is decided.
import type { FactRecord } from '../model/build-record.ts';

/** In base units. */
export function recordedValue({ value, upper, undecided }: FactRecord): string {
  return undecided ? 'undecided' : upper === undefined ? value : `${value}..${upper}`;
}
