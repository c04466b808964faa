// Turn what is typed after an option into a whole number within its bounds.
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';

/** Refuses, as wrong usage, what is no whole number from 1 to `most`. */
export function wholeNumber(typed: string, option: string, most: number): number {
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  if (number < 1 || number > most) throw new UsageError(say`${option} takes a whole number from 1 to ${most}, and was given ${typed}`);
  return number;
}
