// Turn two running heads into whether they differ by nothing but numbers that moved with their pages.
import type { WordEdit } from '../model/difference.ts';

/** The same but for numbers that moved with the page, or tell how many pages there are. */
export function countsOn({ before, after }: WordEdit, by: number, oldPages: number, newPages: number): boolean {
  if (before.replace(/\d+/g, '#') !== after.replace(/\d+/g, '#')) return false;
  const [was, is] = [numbersOf(before), numbersOf(after)];
  return was.every((number, index) => {
    const other = is[index];
    return other === number || other === number + by || (number === oldPages && other === newPages);
  });
}

const numbersOf = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);
