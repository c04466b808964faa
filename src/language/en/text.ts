// Turn English text into its sentences and words, and its pieces into text.
import type { TextWriting } from '../text-writing.ts';
import { plainAscii } from './plain-ascii.ts';

/** Abbreviations whose point ends no sentence. */
const abbreviations = ['Inc', 'Corp', 'Co', 'Ltd', 'Mr', 'Ms', 'Dr', 'No', 'U\\.S', 'vs'];

export const text: TextWriting = {
  /** After a stop, what closes with it, and a space before a capital or an opening mark. */
  sentenceEnds: new RegExp(`(?<!\\b(?:${abbreviations.join('|')}))[.!?][”’"')]*\\s+(?=[A-Z“‘"(])`, 'gu'),
  words: new Intl.Segmenter('en', { granularity: 'word' }),
  lineJoint: ' ',
  listJoint: ', ',
  listMarker: '* ',
  remarked: (title, remark) => `${title} (${remark})`,
  plain: plainAscii,
};
