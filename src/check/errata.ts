// Turn errata that the document does not print as corrected, or prints as they were, into findings.

import type { Erratum } from '../model/exceptions.ts';
import type { FindingDetails } from '../model/finding.ts';
import { matchesIn } from '../model/matches.ts';
import { literally } from '../model/pattern-text.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Stretch } from '../model/span.ts';
import type { DocumentCheck, Printed, TextCheck } from './check-shapes.ts';
import { isWhole } from './literal-places.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A slip of the source comes back with the next text that is copied from it. */
export const erratumSlips: TextCheck = {
  code: 'check/erratum',
  severity: 'error',
  each: (text, printed) => {
    const found: FindingDetails[] = [];
    const { errata } = printed.release.spec;
    const set = errata.length === 0 ? '' : foldedText(text);
    for (const erratum of errata) {
      const places = placesOf(patternsOf(erratum).shown, set);
      if (places.length > 0) found.push(...slips(erratum, places, text, set, printed));
    }
    return found;
  },
};

/** A correction that stands nowhere. */
export const idleErrata: DocumentCheck = {
  code: 'check/erratum',
  severity: 'warning',
  run: ({ release, texts, correctionsIn }) => {
    const { errata } = release.spec;
    const standing = errata.length === 0 ? new Set() : new Set(texts.flatMap(correctionsIn));
    return errata.flatMap((erratum, index) => (erratum.printed === '' || standing.has(index) ? [] : [idle(erratum)]));
  },
};

/** The numbers of those whose correction stands in a text. */
export function correctionsIn(text: TypedText, errata: readonly Erratum[]): readonly number[] {
  if (errata.length === 0) return [];
  const set = foldedText(text);
  const standing: number[] = [];
  for (let index = 0; index < errata.length; index++) {
    if (placesOf(patternsOf(errata[index]!).corrected, set).length > 0) standing.push(index);
  }
  return standing;
}

/** Every place that prints what the source shows; helpers' words too, since readers cannot tell them from typed ones. */
function slips(erratum: Erratum, places: readonly Stretch[], text: TypedText, set: string, { locate }: Printed): FindingDetails[] {
  const { shown, printed: corrected, at: listed } = erratum;
  // A correction that adds a word holds the slip.
  const corrections = placesOf(patternsOf(erratum).corrected, set);
  const wrong = places.filter(({ start, end }) => !corrections.some((whole) => whole.start <= start && end <= whole.end));
  return wrong.map(({ start, end }) => {
    const at = locate(text, start, end - start);
    return {
      message: say`${quoted(shown)} is printed, a slip of the source that is corrected to ${quoted(corrected)}`,
      ...(at ? { at } : {}),
      related: [{ at: listed, message: 'the erratum' }],
      hints: [corrected === '' ? 'take it out' : say`write ${quoted(corrected)}`],
    };
  });
}

function idle({ printed: corrected, at }: Erratum): FindingDetails {
  const message = say`the text ${quoted(corrected)} stands nowhere in the document, so this erratum corrects nothing`;
  return { message, at, hints: ['delete it, or give it as it is printed'] };
}

const foldedTexts = new WeakMap<TypedText, string>();

/** A text as slips and corrections are sought in it. */
function foldedText(text: TypedText): string {
  const known = foldedTexts.get(text) ?? folded(text.text);
  foldedTexts.set(text, known);
  return known;
}

const japanese = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]';

/** Between Japanese and Western characters typesetting decides on the space, whatever is typed. */
const seam = new RegExp(`(?<=${japanese}) *(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) *(?=${japanese})`, 'gu');

/** The slip and its correction; undefined for an empty text, which stands for words that one of the two does not have. */
interface Patterns {
  readonly shown: RegExp | undefined;
  readonly corrected: RegExp | undefined;
}

/** A release's errata are sought in each of its texts. */
const patterns = new WeakMap<Erratum, Patterns>();

function patternsOf(erratum: Erratum): Patterns {
  const known = patterns.get(erratum);
  if (known) return known;
  const made = { shown: patternOf(erratum.shown), corrected: patternOf(erratum.printed) };
  patterns.set(erratum, made);
  return made;
}

function patternOf(words: string): RegExp | undefined {
  if (words === '') return undefined;
  const source = literally(folded(words)).replace(seam, ' *');
  return new RegExp(source, 'g');
}

/** Where the words stand in a folded text, never inside a longer number or word. */
function placesOf(pattern: RegExp | undefined, set: string): readonly Stretch[] {
  if (!pattern) return [];
  const matches = matchesIn(set, pattern);
  if (matches.length === 0) return [];
  return matches
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => isWhole(set, start, end));
}
