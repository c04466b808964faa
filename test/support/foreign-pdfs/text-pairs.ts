// Turn texts into pairs of PDF files of other programs whose text differs, or does not.
import type { ForeignPair } from './foreign-pair.ts';

export const textPairs: readonly ForeignPair[] = [];
