// Turn the files of this room into one list of checks, and that into the list of its codes: a new check is a file and a line here.
import { captionNumbersAgree } from './caption-numbers.ts';
import { comparatives } from './comparatives.ts';
import { controls } from './controls.ts';
import { directionWordsAgree } from './direction-words.ts';
import { errata } from './errata.ts';
import type { CheckCode, FigureCheck } from './figure-check.ts';
import { footing } from './footing.ts';
import { languagesAgree } from './languages.ts';
import { literalsHold } from './literals.ts';
import { longTexts } from './long-texts.ts';
import { periodsAgree } from './named-periods.ts';
import { perShare } from './per-share.ts';
import type { DocumentCheck } from './printed.ts';
import { relationChecks } from './relations.ts';
import { staleStatements } from './stale-statements.ts';
import { tiedFigures } from './tied-figures.ts';
import { titlesAgree } from './titles.ts';
import { translation } from './translation.ts';
import { unboundFigures } from './unbound-figures.ts';
import { waivers } from './waivers.ts';

/** Checks of figures. Those that warn ask a person to confirm something, and are run when nothing else is wrong. */
export const figureChecks: readonly FigureCheck[] = [
  ...relationChecks,
  controls,
  footing,
  tiedFigures,
  comparatives,
  translation,
  perShare,
  waivers,
  staleStatements,
];

/** Checks of the merged document, in reading order of what they say. */
export const documentChecks: readonly DocumentCheck[] = [
  unboundFigures,
  literalsHold,
  directionWordsAgree,
  periodsAgree,
  languagesAgree,
  captionNumbersAgree,
  titlesAgree,
  errata,
];

/** Every code of this room, once. */
export const checkCodes: readonly CheckCode[] = [...new Set([...figureChecks, ...documentChecks, longTexts].map(({ code }) => code))];
