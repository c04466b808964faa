// Turn what German knows into one language: one that the program does not have, so that a test can add it.
import type { Language } from '../../../src/language/language.ts';
import { westernPairs, westernPhrases } from '../../../src/language/typesetting.ts';
import { blackline } from './blackline.ts';
import { changes } from './changes.ts';
import { charts } from './charts.ts';
import { concepts } from './concept-words.ts';
import { dates } from './dates.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { heads } from './heads.ts';
import { labels } from './labels.ts';
import { legends } from './legends.ts';
import { numbers } from './number-words.ts';
import { report } from './report.ts';
import { text } from './text.ts';
import { words } from './words.ts';
import { workbook } from './workbook.ts';

export const german: Language = {
  code: 'de',
  name: 'German',
  tag: 'de-DE',
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
  typesetting: {
    rules: { body: [], name: [] },
    ties: {
      script: /\d/,
      units: [],
      dates: [],
      phrases: westernPhrases,
      compounds: [],
      names: [],
      ragged: [],
      pages: [],
      pairs: westernPairs,
    },
    hyphenation: { patterns: 'de-1996', shortestWord: 7, leastBefore: 2, leastAfter: 3 },
  },
};
