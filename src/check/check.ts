// Turn a release and its financials, and then the merged document, into findings: every check of one list. A new check is a file and a line here.

import { type FigureSources, figureSourcesKey } from '../figures/figure-sources.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { type FindingDetails, type FindingKind, findingOf, type Report } from '../model/finding.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';
import { captionNumbersAgree } from './caption-numbers.ts';
import { captionPeriodsAgree } from './caption-periods.ts';
import { changeLegendsAgree } from './change-legends.ts';
import type { CheckCode, DocumentCheck, FigureCheck, Printed, TextCheck } from './check-shapes.ts';
import { closingMonths } from './closing-months.ts';
import { comparatives } from './comparatives.ts';
import { controls } from './controls.ts';
import { directionWordsAgree } from './direction-words.ts';
import { endedLengthsAgree } from './ended-lengths.ts';
import { erratumSlips, idleErrata } from './errata.ts';
import { placesAgree } from './facing-places.ts';
import { figuresTogether } from './figures-together.ts';
import { flagsAgree } from './flags.ts';
import { footing } from './footing.ts';
import { headsNameConcepts } from './head-concepts.ts';
import { headsNameCurrencies } from './head-currencies.ts';
import { headsNamePeriods } from './head-periods.ts';
import { headingPeriodsAgree } from './heading-periods.ts';
import { inequalities } from './inequalities.ts';
import { labelsFollowSigns } from './label-signs.ts';
import { languagesAgree } from './languages.ts';
import { lapsedGuidance } from './lapsed-guidance.ts';
import { legendTexts } from './legend-texts.ts';
import { literalsHold } from './literals.ts';
import { longTexts } from './long-texts.ts';
import { measuredPeriodsAgree } from './measured-periods.ts';
import { namedConcepts } from './named-concepts.ts';
import { namedDays } from './named-days.ts';
import { periodsAgree } from './named-periods.ts';
import { outcomeNamesAgree } from './outcome-names.ts';
import { perShare } from './per-share.ts';
import { periodLengths } from './period-lengths.ts';
import { periodsBeside } from './periods-beside.ts';
import { rateDates } from './rate-dates.ts';
import { readTexts } from './read-texts.ts';
import { relationChecks } from './relations.ts';
import { releaseDates } from './release-dates.ts';
import { resultWordsAgree } from './result-words.ts';
import { roundingLegendsAgree } from './rounding-legends.ts';
import { signLegendsAgree } from './sign-legends.ts';
import { staleStatements } from './stale-statements.ts';
import { standAlonePeriods } from './stand-alone-periods.ts';
import { standardsAgree } from './standards.ts';
import { tiedFigures } from './tied-figures.ts';
import { titlePeriodsAgree } from './title-periods.ts';
import { titleScopesAgree } from './title-scopes.ts';
import { titlesAgree } from './titles.ts';
import { translation } from './translation.ts';
import { locator, type TypedText, typedTexts } from './typed-text.ts';
import { unboundFigures } from './unbound-figures.ts';
import { unitLinesAgree } from './unit-lines.ts';
import { unlikeDurations } from './unlike-durations.ts';
import { waivers } from './waivers.ts';
import { wordTableUnitsAgree } from './word-table-units.ts';

/** Checks of figures. Those that warn ask a person to confirm something, and are run when nothing else is wrong. */
const figureChecks: readonly FigureCheck[] = [
  ...relationChecks,
  controls,
  footing,
  tiedFigures,
  comparatives,
  releaseDates,
  periodLengths,
  standAlonePeriods,
  closingMonths,
  translation,
  perShare,
  inequalities,
  waivers,
  lapsedGuidance,
  staleStatements,
];

/** Checks of the merged document, in reading order of what they say. */
const documentChecks: readonly (TextCheck | DocumentCheck)[] = [
  unboundFigures,
  literalsHold,
  directionWordsAgree,
  resultWordsAgree,
  periodsAgree,
  periodsBeside,
  unlikeDurations,
  rateDates,
  namedDays,
  figuresTogether,
  namedConcepts,
  languagesAgree,
  placesAgree,
  flagsAgree,
  captionNumbersAgree,
  titlesAgree,
  labelsFollowSigns,
  outcomeNamesAgree,
  headsNameConcepts,
  headsNamePeriods,
  measuredPeriodsAgree,
  headsNameCurrencies,
  titlePeriodsAgree,
  titleScopesAgree,
  captionPeriodsAgree,
  endedLengthsAgree,
  headingPeriodsAgree,
  standardsAgree,
  unitLinesAgree,
  wordTableUnitsAgree,
  roundingLegendsAgree,
  changeLegendsAgree,
  signLegendsAgree,
  erratumSlips,
  idleErrata,
];

/** Every code of this room, once. */
export const checkCodes: readonly CheckCode[] = [...new Set([...figureChecks, ...documentChecks, longTexts].map(({ code }) => code))];

/** That nothing is wrong with them. */
const soundFigures: Kind<boolean> = { name: 'check/figures', bytes: () => 0 };

/** What is told of figures held against one another. */
export function check(release: FigureSources, financials: Financials, report: Report<CheckCode>, memory: Memory = forgetful): void {
  const key = (): string => `${memory.numberOf(financials)} ${figureSourcesKey(release, memory)}`;
  memory.recallSilent(soundFigures, key, report, (report: Report<CheckCode>) => {
    checkNow(release, financials, report);
    return true;
  });
}

function checkNow(release: FigureSources, financials: Financials, report: Report<CheckCode>): void {
  const run = (checks: readonly FigureCheck[]) =>
    checks.flatMap((each) => each.run(release, financials).map((details) => findingOf(each, details)));
  const errors = run(figureChecks.filter(({ severity }) => severity === 'error'));
  // Nobody is asked to confirm what rests on figures that do not hold yet.
  const questions = errors.length > 0 ? [] : run(figureChecks.filter(({ severity }) => severity !== 'error'));
  for (const finding of [...errors, ...questions]) report(finding);
}

/** What is told of the words of a document. */
export function checkDocument(
  release: Release,
  financials: Financials,
  document: Document,
  report: Report<CheckCode>,
  memory: Memory = forgetful,
): void {
  const texts = typedTexts(document);
  const readings = readTexts(texts, { release, financials, document }, memory);
  const legends = legendTexts(document, release);
  const printed: Printed = { release, financials, document, texts, legends, locate: locator(release), ...readings };
  const long = longTexts.run(printed);
  for (const details of long) report(findingOf(longTexts, details));
  // Nobody reads such a text, and the checks that do would take their time.
  if (long.length > 0) return;
  const told = new Set<string>();
  const tell = (check: FindingKind<CheckCode>, found: readonly FindingDetails[]): void => {
    for (const details of found) {
      // A label or note that is printed twice is at fault once.
      const key = JSON.stringify([check.code, details.at, details.message]);
      if (!told.has(key)) report(findingOf(check, details));
      told.add(key);
    }
  };
  const atFault = new Set<TypedText>();
  for (const check of documentChecks) {
    if ('run' in check) tell(check, check.run(printed));
    else {
      for (const text of readings.unread) {
        const found = check.each(text, printed);
        if (found.length > 0) atFault.add(text);
        tell(check, found);
      }
    }
  }
  readings.keep(readings.unread.filter((text) => !atFault.has(text)));
}
