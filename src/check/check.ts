// Turn a release and its financials, and then the merged document, into findings: every check of one list. A new check is a file and a line here.

import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { findingOf, type Report } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { captionNumbersAgree } from './caption-numbers.ts';
import type { CheckCode, DocumentCheck, FigureCheck, Printed } from './check-shapes.ts';
import { comparatives } from './comparatives.ts';
import { controls } from './controls.ts';
import { directionWordsAgree } from './direction-words.ts';
import { errata } from './errata.ts';
import { footing } from './footing.ts';
import { languagesAgree } from './languages.ts';
import { literalPlaces } from './literal-places.ts';
import { literalsHold } from './literals.ts';
import { longTexts } from './long-texts.ts';
import { periodsAgree } from './named-periods.ts';
import { perShare } from './per-share.ts';
import { relationChecks } from './relations.ts';
import { staleStatements } from './stale-statements.ts';
import { tiedFigures } from './tied-figures.ts';
import { titlesAgree } from './titles.ts';
import { translation } from './translation.ts';
import { locator, type TypedText, typedTexts } from './typed-text.ts';
import { unboundFigures } from './unbound-figures.ts';
import { waivers } from './waivers.ts';

/** Checks of figures. Those that warn ask a person to confirm something, and are run when nothing else is wrong. */
const figureChecks: readonly FigureCheck[] = [
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
const documentChecks: readonly DocumentCheck[] = [
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

export function check(release: Release, financials: Financials, report: Report<CheckCode>): void {
  const run = (checks: readonly FigureCheck[]) =>
    checks.flatMap((each) => each.run(release, financials).map((details) => findingOf(each, details)));
  const errors = run(figureChecks.filter(({ severity }) => severity === 'error'));
  // Nobody is asked to confirm what rests on figures that do not hold yet.
  const questions = errors.length > 0 ? [] : run(figureChecks.filter(({ severity }) => severity !== 'error'));
  for (const finding of [...errors, ...questions]) report(finding);
}

export function checkDocument(release: Release, financials: Financials, document: Document, report: Report<CheckCode>): void {
  const texts = typedTexts(document);
  const places = new Map<TypedText, ReturnType<typeof literalPlaces>>();
  const literalsIn = (text: TypedText) => {
    const known = places.get(text) ?? literalPlaces(text, release.literals);
    places.set(text, known);
    return known;
  };
  const printed: Printed = { release, financials, document, texts, locate: locator(release), literalsIn };
  const long = longTexts.run(printed);
  for (const details of long) report(findingOf(longTexts, details));
  // Nobody reads such a text, and the checks that do would take their time.
  if (long.length > 0) return;
  const told = new Set<string>();
  for (const each of documentChecks) {
    for (const details of each.run(printed)) {
      // A label or note that is printed twice is at fault once.
      const key = JSON.stringify([each.code, details.at, details.message]);
      if (!told.has(key)) report(findingOf(each, details));
      told.add(key);
    }
  }
}
