// Turn a merged document into findings: every check of words and printed figures, one after the other.

import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { findingOf, type Report } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { documentChecks } from './checks.ts';
import type { CheckCode } from './figure-check.ts';
import { literalPlaces } from './literal-places.ts';
import { longTexts } from './long-texts.ts';
import type { Printed } from './printed.ts';
import { locator, type TypedText, typedTexts } from './typed-text.ts';

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
