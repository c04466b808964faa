// Turn places of two languages that print different facts, comparisons, dates or directions into findings.
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { say, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { oppositeDirections } from './facing-directions.ts';
import { languagePlaces, type Place } from './language-places.ts';
import { languagePairs } from './languages.ts';
import { pairStrayTexts, pairTexts, type ReadText, type TextGroup } from './pair-texts.ts';
import { type PrintedItem, printedItems } from './printed-items.ts';
import { type Replaced, replacedElsewhere, replacedItems } from './replaced-items.ts';

export const placesAgree: DocumentCheck = { code: 'check/languages', severity: 'error', run: (printed) => differentPlaces(printed) };

function differentPlaces(printed: Printed): readonly FindingDetails[] {
  const pairs = languagePairs(printed.document.languages);
  if (pairs.length === 0) return [];
  const places = languagePlaces(printed.document, printed.release).map((place) => readPlace(place, printed));
  return pairs.flatMap(([one, other]) => {
    const paired = new Set<ReadText>();
    const found = places.flatMap((place) => {
      const [here, there] = [place.get(one) ?? [], place.get(other) ?? []];
      if (isBare(here) || isBare(there)) return [];
      const groups = pairTexts(here, there);
      for (const group of groups) for (const text of [...group.here, ...group.there]) paired.add(text);
      const replaced = replacedItems(groups, printed).map((pair) => replacement(pair, one, other));
      return [...replaced, ...oppositeDirections(groups, printed)];
    });
    return [...found, ...elsewhere(places, paired, [one, other], printed)];
  });
}

/** A language may say in another section what the other says here. */
function elsewhere(
  places: readonly ReadPlace[],
  paired: ReadonlySet<ReadText>,
  [one, other]: readonly [Lang, Lang],
  printed: Printed,
): readonly FindingDetails[] {
  const textsIn = (lang: Lang): readonly ReadText[] =>
    places.flatMap((place) => place.get(lang) ?? []).filter(({ items }) => items.length > 0);
  const [here, there] = [textsIn(one), textsIn(other)];
  const isStray = (text: ReadText): boolean => !paired.has(text);
  const groups: TextGroup[] = [
    ...pairStrayTexts(here.filter(isStray), there).map(([a, b]) => ({ here: [a], there: [b] })),
    ...pairStrayTexts(there.filter(isStray), here).map(([b, a]) => ({ here: [a], there: [b] })),
  ];
  return groups.flatMap((group) => replacedElsewhere(group, printed).map((pair) => replacement(pair, one, other)));
}

type ReadPlace = ReadonlyMap<Lang, readonly ReadText[]>;

const readPlace = (place: Place, printed: Printed): ReadPlace =>
  new Map([...place].map(([lang, texts]) => [lang, texts.map((text) => readText(text, printed))]));

const readText = (text: TypedText, printed: Printed): ReadText => ({ text, items: printedItems(text, printed) });

const isBare = (texts: readonly ReadText[]): boolean => texts.every(({ items }) => items.length === 0);

function replacement({ here, there }: Replaced, one: Lang, other: Lang): FindingDetails {
  const [name, otherName] = [language(one).name, language(other).name];
  return {
    message: say`the ${name} prints ${named(here)} where the ${otherName} prints ${named(there)}: ${differenceOf(here, there)}`,
    at: here.at,
    related: [{ at: there.at, message: say`the ${otherName} prints ${there.text}` }],
    hints: [
      'print the same in both places: one of the two was mistaken',
      say`if both are meant, print both in both languages: what one language has beside the other is no fault`,
    ],
  };
}

function named({ kind, fact, against, when, text }: PrintedItem): string {
  if (fact === undefined) return say`${when} (${text})`;
  if (against === undefined) return say`${fact} (${text})`;
  return say`${fact} ${kind === 'share' ? sayWord('of') : sayWord('from')} ${against} (${text})`;
}

const isDate = ({ when }: PrintedItem): boolean => /^\d{4}-\d\d-\d\d$/.test(when);

function differenceOf(here: PrintedItem, there: PrintedItem): string {
  if (here.kind === 'time') return isDate(here) && isDate(there) ? 'another date' : 'another period';
  if (here.subject !== there.subject) return 'another concept';
  return here.kind === 'comparison' ? 'another comparison' : 'another period';
}
