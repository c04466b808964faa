// Turn a concept into what its labels, its id and its unit say that it is: basic or diluted, issued or held, a part of a whole.

import type { ConceptReading } from '../../language/concept-reading.ts';
import { language, languages } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import { inLang } from '../../model/language.ts';
import type { Concept } from '../../model/release.ts';

/** What a concept is by definition, as far as inequalities ask. */
export type ConceptRole =
  | 'basic-per-share'
  | 'diluted-per-share'
  | 'dividend-per-share'
  | 'average-shares'
  | 'diluted-average-shares'
  | 'issued-shares'
  | 'outstanding-shares'
  | 'treasury-shares'
  | 'cash'
  | 'current-assets'
  | 'total-assets'
  | 'part-of-whole'
  | 'at-most-whole'
  | 'low-end'
  | 'high-end';

/** A concept with what it is. */
export interface RoledConcept {
  readonly concept: Concept;
  readonly role: ConceptRole;
  /** Counts or divides by receipts that stand for shares, not by shares. */
  readonly depositary: boolean;
  /** Its labels without the word that tells it from its counterpart, each with its language: those of one thing are alike. */
  readonly subjects: ReadonlySet<string>;
}

const known = new WeakMap<Concept, RoledConcept | 'none'>();

/** Those of all concepts that have one, in order of the file. */
export function roledConcepts(concepts: ReadonlyMap<string, Concept>): readonly RoledConcept[] {
  return [...concepts.values()].flatMap((concept) => {
    const found = known.get(concept) ?? roleOf(concept) ?? 'none';
    known.set(concept, found);
    return found === 'none' ? [] : [found];
  });
}

/** A label as it is read. */
interface ReadLabel {
  readonly lang: Lang;
  readonly reading: ConceptReading;
  readonly text: string;
}

function roleOf(concept: Concept): RoledConcept | undefined {
  const labels = Object.keys(concept.labels).map((lang): ReadLabel => {
    return { lang, reading: language(lang).concepts, text: plainLabel(inLang(concept.labels, lang).value) };
  });
  const id = concept.id.replace(/[.-]/g, ' ');
  const says = (of: (reading: ConceptReading) => RegExp): boolean => labels.some(({ reading, text }) => text.search(of(reading)) >= 0);
  // Ids are in whatever language the author thinks in.
  const isCalled = (of: (reading: ConceptReading) => RegExp): boolean =>
    says(of) || languages.some(({ concepts }) => id.search(of(concepts)) >= 0);
  const role = rolesByUnit(concept, says, isCalled);
  if (role === undefined) return undefined;
  const subjects = labels.map(({ lang, reading, text }) => {
    const words = role === 'low-end' || role === 'high-end' ? [reading.lowEnd, reading.highEnd] : [reading.diluted, reading.basic];
    const subject = words.reduce((left, word) => left.replace(word, ' '), text);
    return `${lang} ${subject.replace(/\s+/g, ' ').trim()}`;
  });
  return { concept, role, depositary: isCalled(({ depositary }) => depositary), subjects: new Set(subjects) };
}

type Says = (of: (reading: ConceptReading) => RegExp) => boolean;

/** The first that fits: an average of issued shares is an average. */
function rolesByUnit({ unit }: Concept, says: Says, isCalled: Says): ConceptRole | undefined {
  if (unit === 'per-share') {
    if (isCalled(({ diluted }) => diluted)) return 'diluted-per-share';
    if (says(({ result }) => result)) return 'basic-per-share';
    return isCalled(({ dividend }) => dividend) ? 'dividend-per-share' : undefined;
  }
  if (unit === 'count') {
    if (says(({ averageShares }) => averageShares)) return isCalled(({ diluted }) => diluted) ? 'diluted-average-shares' : 'average-shares';
    if (says(({ issuedShares }) => issuedShares))
      return says(({ withoutTreasury }) => withoutTreasury) ? 'outstanding-shares' : 'issued-shares';
    if (says(({ treasuryShares }) => treasuryShares)) return 'treasury-shares';
  }
  if (unit === 'ratio') {
    if (says(({ atMostWhole }) => atMostWhole)) return 'at-most-whole';
    if (says(({ partOfWhole }) => partOfWhole)) return 'part-of-whole';
  }
  if (unit === 'money') {
    if (says(({ cash }) => cash)) return 'cash';
    if (says(({ currentAssets }) => currentAssets)) return 'current-assets';
    if (says(({ totalAssets }) => totalAssets)) return 'total-assets';
  }
  if (says(({ lowEnd }) => lowEnd)) return 'low-end';
  return says(({ highEnd }) => highEnd) ? 'high-end' : undefined;
}

/** Characters of a label that are read: what is longer names nothing, and patterns take their time with it. */
const longestName = 400;

/** Without markup and places where a line may end, in compatibility form and lower case, with single spaces. */
export function plainLabel(label: string): string {
  return label
    .slice(0, longestName)
    .replace(/<[^<>]*>/g, '')
    .replaceAll('|', '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
