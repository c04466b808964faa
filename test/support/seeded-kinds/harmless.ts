// Turn a seed into every way of editing a release without harm, by kind: nothing may be told of any of them.
import { rightWords } from './direction-edits.ts';
import type { Ways } from './edits.ts';
import { harmlessData, otherForms } from './harmless-data.ts';
import { harmlessLabels } from './harmless-labels.ts';
import { harmlessSentences } from './harmless-sentences.ts';

export const harmlessWays = (seed: string): Readonly<Record<string, Ways>> => ({
  'right words': rightWords(seed),
  'other labels': harmlessLabels(seed),
  'other sentences': harmlessSentences(seed),
  'other data': harmlessData(seed),
  'other forms': otherForms(seed),
});
