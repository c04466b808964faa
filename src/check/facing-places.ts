// Turn places of two languages that print different facts, comparisons, dates or directions into findings.
import { language } from '../language/languages.ts';
import type { FindingDetails } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import type { DocumentCheck, Printed } from './check-shapes.ts';
import { oppositeDirections } from './facing-directions.ts';
import { languagePlaces } from './language-places.ts';
import { languagePairs } from './languages.ts';
import { pairTexts, type ReadText } from './pair-texts.ts';
import { type PrintedItem, printedItems } from './printed-items.ts';
import { type Replaced, replacedItems } from './replaced-items.ts';
import type { TypedText } from './typed-text.ts';

export const placesAgree: DocumentCheck = { code: 'check/languages', severity: 'error', run: (printed) => differentPlaces(printed) };

function differentPlaces(printed: Printed): readonly FindingDetails[] {
  const pairs = languagePairs(printed.document.languages);
  if (pairs.length === 0) return [];
  return languagePlaces(printed.document, printed.release).flatMap((place) =>
    pairs.flatMap(([one, other]) => {
      const [here, there] = [place.get(one), place.get(other)];
      if (!here || !there) return [];
      const [ours, theirs] = [here.map((text) => readText(text, printed)), there.map((text) => readText(text, printed))];
      if (isBare(ours) || isBare(theirs)) return [];
      const groups = pairTexts(ours, theirs);
      const replaced = replacedItems(groups, printed).map((pair) => replacement(pair, one, other));
      return [...replaced, ...oppositeDirections(groups, printed)];
    }),
  );
}

const readText = (text: TypedText, printed: Printed): ReadText => ({ text, items: printedItems(text, printed) });

const isBare = (texts: readonly ReadText[]): boolean => texts.every(({ items }) => items.length === 0);

function replacement({ here, there }: Replaced, one: Lang, other: Lang): FindingDetails {
  const [name, otherName] = [language(one).name, language(other).name];
  return {
    message: `the ${name} prints ${named(here)} where the ${otherName} prints ${named(there)}: ${differenceOf(here, there)}`,
    at: here.at,
    related: [{ at: there.at, message: `the ${otherName} prints ${there.text}` }],
    hints: [
      'print the same in both places: one of the two was mistaken',
      `if both are meant, print both in both languages: what one language has beside the other is no fault`,
    ],
  };
}

function named({ kind, fact, against, when, text }: PrintedItem): string {
  if (fact === undefined) return `${when} (${text})`;
  if (against === undefined) return `${fact} (${text})`;
  return `${fact} ${kind === 'share' ? 'of' : 'from'} ${against} (${text})`;
}

function differenceOf(here: PrintedItem, there: PrintedItem): string {
  if (here.kind === 'time') return here.subject === 'date' ? 'another date' : 'another period';
  if (here.subject !== there.subject) return 'another concept';
  return here.kind === 'comparison' ? 'another comparison' : 'another period';
}
