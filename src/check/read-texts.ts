// Turn the texts of a document into what is known of them: where literals and corrections stand, and which must be read (again).
import type { Document } from '../model/document.ts';
import type { Literal } from '../model/exceptions.ts';
import type { Financials } from '../model/financials.ts';
import type { Kind, Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import type { Printed } from './check-shapes.ts';
import { correctionsIn } from './errata.ts';
import { type LiteralPlace, literalPlaces } from './literal-places.ts';
import { textKeys } from './text-key.ts';
import type { TypedText } from './typed-text.ts';

/** A text in which no check found anything; literals and errata go by their numbers in the lists of the release, which may move. */
interface SoundText {
  readonly literals: readonly (Stretch & { readonly literal: number })[];
  readonly corrections: readonly number[];
}

const soundTexts: Kind<SoundText> = {
  name: 'check/text',
  bytes: ({ literals, corrections }) => 120 + 60 * literals.length + 8 * corrections.length,
};

/** The texts of one document. */
export interface Readings extends Pick<Printed, 'literalsIn' | 'correctionsIn'> {
  /** Texts that no memory knows to be sound, in reading order. */
  readonly unread: readonly TypedText[];
  /** Keeps that nothing was found in these. */
  readonly keep: (sound: readonly TypedText[]) => void;
}

export function readTexts(
  texts: readonly TypedText[],
  sources: { readonly release: Release; readonly financials: Financials; readonly document: Document },
  memory: Memory,
): Readings {
  const { literals, spec } = sources.release;
  const places = new Map<TypedText, readonly LiteralPlace[]>();
  const corrections = new Map<TypedText, readonly number[]>();
  const literalsOf = once(places, (text) => literalPlaces(text, literals));
  const correctionsOf = once(corrections, (text) => correctionsIn(text, spec.errata));
  const asked = { literalsIn: literalsOf, correctionsIn: correctionsOf };
  if (!memory.keeps) return { ...asked, unread: texts, keep: () => {} };

  const keyOf = textKeys(sources, memory);
  const keys = new Map<TypedText, string>();
  for (const text of texts) {
    const key = keyOf(text);
    const sound = memory.find(soundTexts, key);
    if (sound) {
      places.set(text, placesOf(sound, literals));
      corrections.set(text, sound.corrections);
    } else keys.set(text, key);
  }
  const keep = (sound: readonly TypedText[]): void => {
    for (const text of sound) {
      const key = keys.get(text);
      if (key !== undefined) memory.keep(soundTexts, key, soundText(literalsOf(text), correctionsOf(text), literals));
    }
  };
  return { ...asked, unread: [...keys.keys()], keep };
}

function once<T>(known: Map<TypedText, T>, make: (text: TypedText) => T): (text: TypedText) => T {
  return (text) => {
    const found = known.get(text) ?? make(text);
    known.set(text, found);
    return found;
  };
}

function soundText(places: readonly LiteralPlace[], corrections: readonly number[], literals: readonly Literal[]): SoundText {
  return { literals: places.map(({ literal, start, end }) => ({ literal: literals.indexOf(literal), start, end })), corrections };
}

function placesOf(sound: SoundText, literals: readonly Literal[]): readonly LiteralPlace[] {
  return sound.literals.flatMap(({ literal: number, start, end }) => {
    const literal = literals[number];
    return literal ? [{ literal, start, end }] : [];
  });
}
