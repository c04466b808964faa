// Turn what English knows into one language.
import type { Language } from '../language.ts';
import { westernNames, westernPages, westernPairs, westernPhrases, westernRagged } from '../typesetting.ts';
import { blackline } from './blackline.ts';
import { charts } from './charts.ts';
import { concepts } from './concept-words.ts';
import { heads } from './heads.ts';
import { labels } from './labels.ts';
import { legends } from './legends.ts';
import { numbers, words } from './reading.ts';
import { report } from './report.ts';
import { screen } from './screen.ts';
import { curlyQuotes, dashes, rangeDash, text } from './text.ts';
import { workbook } from './workbook.ts';
import { changes, dates, figures, flags } from './writing.ts';

const rules = [curlyQuotes, dashes, rangeDash];

export const english: Language = {
  code: 'en',
  name: 'English',
  tag: 'en-US',
  tradition: 'latin',
  figures,
  dates,
  changes,
  flags,
  text,
  blackline,
  words,
  charts,
  concepts,
  numbers,
  labels,
  heads,
  legends,
  report,
  workbook,
  screen,
  typesetting: {
    rules: { body: rules, name: rules },
    ties: {
      script: /\d/,
      units: [],
      dates: [],
      phrases: westernPhrases,
      compounds: [],
      pairs: westernPairs,
      names: westernNames,
      ragged: westernRagged,
      pages: westernPages,
    },
    hyphenation: { patterns: 'en-us', shortestWord: 7, leastBefore: 3, leastAfter: 3 },
  },
};
