// Turn what Japanese knows into one language.
import type { Language } from '../language.ts';
import { blackline } from './blackline.ts';
import { charts } from './charts.ts';
import { concepts } from './concept-words.ts';
import { eraReading } from './eras.ts';
import { heads } from './heads.ts';
import { labels } from './labels.ts';
import { legends } from './legends.ts';
import { numbers, words } from './reading.ts';
import { report } from './report.ts';
import { screen } from './screen.ts';
import { digitsOfOneWidth, fullWidthColon, fullWidthParentheses, spacesAtBrackets, spacesBesideLatin, text, ties } from './text.ts';
import { workbook } from './workbook.ts';
import { changes, dates, eraDates, figures, flags } from './writing.ts';

const rules = [digitsOfOneWidth, fullWidthParentheses, spacesAtBrackets, fullWidthColon];

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
  tag: 'ja-JP',
  tradition: 'cjk',
  figures,
  dates,
  eraDates,
  eras: eraReading,
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
  typesetting: { rules: { body: [...rules, spacesBesideLatin], name: rules }, ties },
};
