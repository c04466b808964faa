// Turn German text into its sentences and words, and its pieces into text.
import type { TextWriting } from '../../../src/language/writing.ts';

export const text: TextWriting = {
  /** A point after digits ends an ordinal more often than a sentence: 1. Quartal. */
  sentenceEnds: /(?<!\d)[.!?][“"')]*\s+(?=[A-ZÄÖÜ„"(])/gu,
  words: () => new Intl.Segmenter('de', { granularity: 'word' }),
  lineJoint: ' ',
  listJoint: ', ',
  listMarker: '- ',
  remarked: (title, remark) => `${title} (${remark})`,
  picture: (alt) => `Bild: ${alt}`,
  headMark: 'Zeichen im Kolumnentitel',
  exchanged: 'Bild ersetzt',
  draft: 'ENTWURF',
  plain: (set) => set.replace(/[–−△▲]/g, '-'),
};
