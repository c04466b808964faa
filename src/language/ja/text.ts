// Turn Japanese text into its sentences and words, and its pieces into text.

import type { TextWriting } from '../text-writing.ts';
import { unspacedWords } from '../unspaced-words.ts';

export const text: TextWriting = {
  /** After 。！？ and what closes with it. */
  sentenceEnds: /[。！？]+[」』）]*(?=[^。！？」』）])/gu,
  words: unspacedWords,
  lineJoint: '',
  listJoint: '、',
  listMarker: '・',
  remarked: (title, remark) => `${title} ${remark}`,
  plain: (set) => set,
};
