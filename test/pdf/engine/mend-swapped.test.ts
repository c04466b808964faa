// Letters of ligatures whose bytes are swapped are mended; Japanese words with the same characters are not touched.
import { expect, it } from 'vitest';
import { mendSwapped } from '../../../src/pdf/engine/mend-swapped.ts';

it.each([
  ['pro昀椀t', 'profit'],
  ['a昀琀er', 'after'],
  ['e昀\ud200uent', 'effluent'],
  ['昀夫', '昀夫'],
  ['漆の椀', '漆の椀'],
  ['琀', '琀'],
])('%s reads %s', (text, read) => expect(mendSwapped(text)).toBe(read));
