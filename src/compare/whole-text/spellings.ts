// Turn stretches that read the same in two files into what they name by other characters: a remark, and the places where it is seen.
import { looksOtherwise, namedCharacters } from '../../language/reading-forms.ts';
import type { Box } from '../../model/difference.ts';
import type { FileText } from './file-text.ts';
import type { Gap } from './text-gaps.ts';
import { describePages } from './word-pairs.ts';

/** What two files name by other characters. */
export interface Spelling {
  /** One line for people, of all. */
  readonly remark: string;
  /** The same of what looks otherwise too. */
  readonly said: string;
  /** Where that stands. */
  readonly old: readonly Box[];
  readonly new: readonly Box[];
}

/** Pairs of characters that are told; the others are counted. */
const mostTold = 5;

/** Undefined where both name everything by the same characters. */
export function spellings(old: FileText, now: FileText, stretches: readonly Gap[]): Spelling | undefined {
  const found: { readonly was: string; readonly is: string; readonly at: readonly [number, number] }[] = [];
  for (const {
    old: [a, b],
    new: [c, d],
  } of stretches) {
    if (b - a !== d - c || !(old.hasForms(a, b) || now.hasForms(c, d))) continue;
    for (let index = 0; index < d - c; index++) {
      const [i, j] = [a + index, c + index];
      const [was, is] = [old.rawToken(i), now.rawToken(j)];
      if (was !== is) found.push({ was, is, at: [i, j] });
    }
  }
  if (found.length === 0) return undefined;
  const seen = found.filter(({ was, is }) => looksOtherwise(was, is));
  const places = (side: 0 | 1, text: FileText) => seen.flatMap(({ at }) => text.boxesOf(at[side], at[side] + 1));
  return {
    remark: `${describe(found, now)}: they read the same, and are compared as the same`,
    said: `${describe(seen, now)}: set in other forms of the same characters`,
    old: places(0, old),
    new: places(1, now),
  };
}

function describe(
  found: readonly { readonly was: string; readonly is: string; readonly at: readonly [number, number] }[],
  now: FileText,
): string {
  const pages = [...new Set(found.map(({ at }) => now.pageOf(at[1]) + 1))].sort((a, b) => a - b);
  const pairs = [...new Set(found.map(({ was, is }) => unlike(was, is)))];
  const more = pairs.length > mostTold ? ` and ${pairs.length - mostTold} more` : '';
  return `${describePages(pages)}: ${pairs.slice(0, mostTold).join(', ')}${more}`;
}

/** The characters in which two words differ, where they are as many. */
function unlike(was: string, is: string): string {
  const [a, b] = [[...was], [...is]];
  const at = a.length === b.length ? a.findIndex((character, index) => character !== b[index]) : -1;
  return at < 0
    ? `${namedCharacters(was)} becomes ${namedCharacters(is)}`
    : `${namedCharacters(a[at] ?? '')} becomes ${namedCharacters(b[at] ?? '')} in '${is}'`;
}
