import { expect, it } from 'vitest';
import { languagePairs } from '../../src/check/languages/languages.ts';

it('holds each language against each other once', () => {
  expect(languagePairs([])).toEqual([]);
  expect(languagePairs(['en'])).toEqual([]);
  expect(languagePairs(['ja', 'en'])).toEqual([['ja', 'en']]);
  expect(languagePairs(['ja', 'en', 'zh'])).toEqual([
    ['ja', 'en'],
    ['ja', 'zh'],
    ['en', 'zh'],
  ]);
});
