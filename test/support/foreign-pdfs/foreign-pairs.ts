// Turn all pairs of PDF files into one list: those whose text differs, and those that differ in something else.
import { hasBrowser } from '../browser.ts';
import { has } from '../tools.ts';
import { filePairs } from './file-pairs.ts';
import type { ForeignPair } from './foreign-pair.ts';
import { textPairs } from './text-pairs.ts';

export const foreignPairs: readonly ForeignPair[] = [...textPairs, ...filePairs];

/** Whether this machine has the program that makes the files. */
export function canMake({ needs }: ForeignPair): boolean {
  if (needs === undefined) return true;
  return needs === 'chromium' ? hasBrowser : has(needs);
}
