// Turn a seed into every way of making errors, by kind: errors as they are made where releases are written.
import { amountErrors } from './amount-errors.ts';
import { dateErrors } from './date-errors.ts';
import { turnedWords } from './direction-edits.ts';
import type { Ways } from './edits.ts';
import { headErrors } from './head-errors.ts';
import { inequalityErrors } from './inequality-errors.ts';
import { languageErrors } from './language-errors.ts';
import { legendErrors } from './legend-errors.ts';
import { roundingErrors } from './rounding-errors.ts';
import { staleErrors } from './stale-errors.ts';
import { titleErrors } from './title-errors.ts';

export const errorKinds = (seed: string): Readonly<Record<string, Ways>> => ({
  directions: turnedWords(seed),
  legends: legendErrors(seed),
  titles: titleErrors(seed),
  heads: headErrors(seed),
  dates: dateErrors(seed),
  languages: languageErrors(seed),
  amounts: amountErrors(seed),
  inequalities: inequalityErrors(seed),
  rounding: roundingErrors(seed),
  stale: staleErrors(seed),
});
