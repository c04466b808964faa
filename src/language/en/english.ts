// Turn what English knows into one language.
import type { Language } from '../language.ts';
import { westernPairs, westernPhrases } from '../western-ties.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { figures } from './figures.ts';
import { numbers } from './number-words.ts';
import { text } from './text.ts';
import { curlyQuotes, dashes, rangeDash } from './typeset-rules.ts';
import { words } from './words.ts';

const rules = [curlyQuotes, dashes, rangeDash];

export const english: Language = {
  code: 'en',
  name: 'English',
  tag: 'en-US',
  tradition: 'latin',
  figures,
  dates,
  changes,
  text,
  words,
  numbers,
  typesetting: {
    rules: { body: rules, name: rules },
    ties: { script: /\d/, units: [], dates: [], phrases: westernPhrases, pairs: westernPairs },
    hyphenation: { patterns: 'en-us', shortestWord: 7, leastBefore: 3, leastAfter: 3 },
  },
};
