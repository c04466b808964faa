// Turn a merged document into findings: every check of words and printed figures that there is, in one list.
import type { Report } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { dataLimits } from '../model/limits.ts';
import type { Release } from '../model/release.ts';
import { captionNumbersAgree } from './caption-numbers.ts';
import { directionWordsCheck } from './direction-words.ts';
import { languagesAgree } from './languages.ts';
import { literalPlaces } from './literal-places.ts';
import { literalsHold } from './literals.ts';
import { periodsAgree } from './named-periods.ts';
import type { DocumentCheck } from './printed.ts';
import { titlesAgree } from './titles.ts';
import { locator, type TypedText, typedTexts } from './typed-text.ts';
import { unboundFigures } from './unbound-figures.ts';

/** All checks of a document. A new one is a file in this folder and a line here. */
const documentChecks: readonly DocumentCheck[] = [
  unboundFigures,
  literalsHold,
  directionWordsCheck,
  periodsAgree,
  languagesAgree,
  captionNumbersAgree,
  titlesAgree,
];

export function checkDocument(release: Release, financials: Financials, document: Document, report: Report): void {
  const texts = typedTexts(document);
  const long = texts.filter(({ text }) => text.length > dataLimits.textCharacters);
  for (const text of long) reportLength(text, report);
  // Nobody reads such a text, and the checks that do would take their time.
  if (long.length > 0) return;
  const places = new Map(texts.map((text) => [text, literalPlaces(text, release.literals)]));
  const literalsIn = (text: TypedText) => places.get(text) ?? [];
  const printed = { release, financials, document, texts, locate: locator(release), literalsIn };
  const told = new Set<string>();
  for (const finding of documentChecks.flatMap((each) => each(printed))) {
    // A label or note that is printed twice is at fault once.
    const key = JSON.stringify([finding.code, finding.at, finding.message]);
    if (told.has(key)) continue;
    told.add(key);
    report(finding);
  }
}

function reportLength({ text, runs }: TypedText, report: Report): void {
  const at = runs[0]?.inline.at;
  const message = `a text of ${text.length} characters, more than the ${dataLimits.textCharacters} that one may have`;
  report({ severity: 'error', code: 'check/long-text', message, ...(at && { at }), hints: ['divide it into paragraphs, or shorten it'] });
}
