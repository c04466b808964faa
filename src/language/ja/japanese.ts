// Turn what Japanese knows into one language.
import type { Language } from '../language.ts';
import { changes } from './changes.ts';
import { dates } from './dates.ts';
import { figures } from './figures.ts';
import { numbers } from './number-words.ts';
import { text } from './text.ts';
import { ties } from './ties.ts';
import { fullWidthColon, fullWidthParentheses, spacesAtBrackets, spacesBesideLatin } from './typeset-rules.ts';
import { words } from './words.ts';

const rules = [fullWidthParentheses, spacesAtBrackets, fullWidthColon];

export const japanese: Language = {
  code: 'ja',
  name: 'Japanese',
  tag: 'ja-JP',
  tradition: 'cjk',
  figures,
  dates,
  changes,
  text,
  words,
  numbers,
  typesetting: { rules: { body: [...rules, spacesBesideLatin], name: rules }, ties },
};
