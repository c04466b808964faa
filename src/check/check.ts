// Turn a release and its financials, and then the merged document, into findings: every check of one list. A new check is a file and a line here.

import { type FigureSources, figureSourcesKey } from '../figures/figure-sources.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { type FindingDetails, type FindingKind, findingOf, type Report } from '../model/finding.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';
import { carriedInDraft, carriedTexts } from './carried.ts';
import type { CheckCode, DocumentCheck, FigureCheck, Printed, TextCheck } from './check-shapes.ts';
import { closingMonths } from './dates/closing-months.ts';
import { eraDays } from './dates/era-days.ts';
import { laterBases } from './dates/later-bases.ts';
import { namedDays } from './dates/named-days.ts';
import { periodLengths } from './dates/period-lengths.ts';
import { rateDates } from './dates/rate-dates.ts';
import { releaseDates } from './dates/release-dates.ts';
import { standAlonePeriods } from './dates/stand-alone-periods.ts';
import { summedPeriods } from './dates/summed-periods.ts';
import { unlikeDurations } from './dates/unlike-durations.ts';
import { erratumSlips, idleErrata } from './errata.ts';
import { comparatives } from './figures/comparatives.ts';
import { controls } from './figures/controls.ts';
import { crossFooting } from './figures/cross-footing.ts';
import { footing } from './figures/footing.ts';
import { idleIncomparables } from './figures/idle-incomparables.ts';
import { averageShares, inequalities } from './figures/inequalities.ts';
import { lapsedGuidance } from './figures/lapsed-guidance.ts';
import { perShare } from './figures/per-share.ts';
import { publishedChanges } from './figures/published-changes.ts';
import { publishedFigures } from './figures/published-figures.ts';
import { relationChecks } from './figures/relations.ts';
import { staleStatements } from './figures/stale-statements.ts';
import { tiedFigures } from './figures/tied-figures.ts';
import { translation } from './figures/translation.ts';
import { usualFigures } from './figures/usual-figures.ts';
import { headsNameConcepts } from './heads/head-concepts.ts';
import { headsNameCurrencies } from './heads/head-currencies.ts';
import { headsNameMeasures } from './heads/head-measures.ts';
import { headsNamePeriods } from './heads/head-periods.ts';
import { labelsFollowSigns } from './heads/label-signs.ts';
import { outcomeNamesAgree } from './heads/outcome-names.ts';
import { placesAgree } from './languages/facing-places.ts';
import { figuresTogether } from './languages/figures-together.ts';
import { flagsAgree } from './languages/flags.ts';
import { languagesAgree } from './languages/languages.ts';
import { captionNumbersAgree } from './legends/caption-numbers.ts';
import { captionPeriodsAgree } from './legends/caption-periods.ts';
import { changeLegendsAgree } from './legends/change-legends.ts';
import { chartUnitsAgree } from './legends/chart-units.ts';
import { endedLengthsAgree } from './legends/ended-lengths.ts';
import { headingPeriodsAgree } from './legends/heading-periods.ts';
import { legendTexts } from './legends/legend-texts.ts';
import { measuredPeriodsAgree } from './legends/measured-periods.ts';
import { roundingLegendsAgree } from './legends/rounding-legends.ts';
import { signLegendsAgree } from './legends/sign-legends.ts';
import { standardsAgree } from './legends/standards.ts';
import { titlePeriodsAgree } from './legends/title-periods.ts';
import { titleScopesAgree } from './legends/title-scopes.ts';
import { titlesAgree } from './legends/titles.ts';
import { unitLinesAgree } from './legends/unit-lines.ts';
import { wordTableUnitsAgree } from './legends/word-table-units.ts';
import { literalsHold } from './literals.ts';
import { longTexts } from './long-texts.ts';
import { readTexts } from './read-texts.ts';
import { locator, type TypedText, typedTexts } from './typed-text.ts';
import { unboundFigures } from './unbound-figures.ts';
import { waivers } from './waivers.ts';
import { amountsOfMovements } from './words/amounts-of-movements.ts';
import { directionWordsAgree } from './words/direction-words.ts';
import { exchangedItems } from './words/exchanged-items.ts';
import { namedConcepts } from './words/named-concepts.ts';
import { periodsAgree } from './words/named-periods.ts';
import { outcomeAmounts } from './words/outcome-amounts.ts';
import { periodsBeside } from './words/periods-beside.ts';
import { periodsInTime } from './words/periods-in-time.ts';
import { resultWordsAgree } from './words/result-words.ts';

/** Checks of figures. Those that warn ask a person to confirm something, and are run when nothing else is wrong. */
const figureChecks: readonly FigureCheck[] = [
  ...relationChecks,
  controls,
  publishedChanges,
  usualFigures,
  footing,
  crossFooting,
  tiedFigures,
  comparatives,
  publishedFigures,
  releaseDates,
  periodLengths,
  standAlonePeriods,
  summedPeriods,
  closingMonths,
  translation,
  perShare,
  inequalities,
  waivers,
  averageShares,
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
  periodsInTime,
  unlikeDurations,
  laterBases,
  rateDates,
  namedDays,
  eraDays,
  figuresTogether,
  amountsOfMovements,
  outcomeAmounts,
  namedConcepts,
  exchangedItems,
  languagesAgree,
  placesAgree,
  flagsAgree,
  captionNumbersAgree,
  titlesAgree,
  labelsFollowSigns,
  outcomeNamesAgree,
  headsNameConcepts,
  headsNameMeasures,
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
  chartUnitsAgree,
  wordTableUnitsAgree,
  roundingLegendsAgree,
  changeLegendsAgree,
  signLegendsAgree,
  erratumSlips,
  idleErrata,
  idleIncomparables,
  carriedTexts,
  carriedInDraft,
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
  const legends = legendTexts(document, release, memory);
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
