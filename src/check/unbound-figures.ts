// Turn digits and number words that belong to no fact and to no literal into findings, with the fact that prints the same.

import { language } from '../language/languages.ts';
import type { NumberWord } from '../language/number-reading.ts';
import { numberWords } from '../language/text-pieces.ts';
import type { Literal } from '../model/exceptions.ts';
import type { FindingDetails, RelatedPlace } from '../model/finding.ts';
import { quoted, shortened } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Stretch } from '../model/span.ts';
import type { Printed, TextCheck } from './check-shapes.ts';
import { matchingFigure } from './figures/matching-figure.ts';
import { type LiteralPlace, literalPlaces } from './literal-places.ts';
import type { TypedText } from './typed-text.ts';

/** Every text of the document in every language: sentences, headings, notes, captions, heads and labels. */
export const unboundFigures: TextCheck = {
  code: 'check/unbound-figure',
  severity: 'error',
  each: (text, printed) => unbound(text, printed),
};

function unbound(text: TypedText, printed: Printed): FindingDetails[] {
  const places = printed.literalsIn(text);
  const words = numberWords(text.typed, text.lang).filter(({ start, length }) => !holds(places, start, length));
  if (words.length === 0) return [];
  const near = printed.release.literals
    .flatMap(withAnyDigits)
    .flatMap(({ literal, anyDigits }) => literalPlaces(text, anyDigits).map((place) => ({ ...place, literal })));
  return words.map((word) => unboundFigure(word, text, printed, near));
}

/** Whether one of the places holds the stretch. */
function holds(places: readonly Stretch[], start: number, length: number): boolean {
  return places.some((place) => place.start <= start && start + length <= place.end);
}

function unboundFigure(
  { start, length, form }: NumberWord,
  text: TypedText,
  printed: Printed,
  near: readonly LiteralPlace[],
): FindingDetails {
  const word = text.text.slice(start, start + length);
  const at = printed.locate(text, start, length);
  const { issuer, spec: release } = printed.release;
  const figure = form === 'digits' ? matchingFigure(text, start, length, printed) : undefined;
  const words = context(text, start, length);
  const kind = likelyKind(text, start, length, form);
  // What a release types itself it lists itself; names and heads are the issuer's.
  const own = at === undefined || at.file.startsWith(`data/${issuer.id}/releases/`);
  const list = `data/${issuer.id}/${own ? `releases/${release.id}/release.yaml` : 'issuer.yaml'}`;
  const hints = figure
    ? [say`${figure.fact} prints ${figure.text}: write ${figure.call}`]
    : [
        kind === 'date'
          ? 'write {{date "…"}} or {{period "…"}} for a date of the release or of its periods'
          : 'state the figure with its source under `stated`, and print it by a helper',
        say`if it is no figure, list it under literals in ${list}: {kind: ${kind}, text: ${asYaml(words)}, why: …}`,
      ];
  const message = say`${shortened(word)} is typed by hand and belongs to no fact`;
  const related = likeLiterals(start, length, near);
  return {
    message,
    ...(at ? { at } : {}),
    ...(related.length > 0 ? { related } : {}),
    hints,
  };
}

/** Literals that other digits would make fit: one of the two is mistyped. */
function likeLiterals(start: number, length: number, near: readonly LiteralPlace[]): readonly RelatedPlace[] {
  const fitting = new Set(near.filter((place) => holds([place], start, length)).map(({ literal }) => literal));
  return [...fitting].map(({ at, text }) => ({ at, message: say`the literal ${quoted(text)} has other digits` }));
}

/** A literal, and the same with any digits in place of its own. */
interface Alike {
  readonly literal: Literal;
  readonly anyDigits: readonly [Literal];
}

const alike = new WeakMap<Literal, readonly Alike[]>();

/** Nothing of a literal without digits. */
function withAnyDigits(literal: Literal): readonly Alike[] {
  const known = alike.get(literal) ?? asReference(literal);
  alike.set(literal, known);
  return known;
}

function asReference(literal: Literal): readonly Alike[] {
  const text = literal.text.replace(/[0-9０-９]+/g, '#');
  return text === literal.text ? [] : [{ literal, anyDigits: [{ ...literal, kind: 'reference', text }] }];
}

function likelyKind({ text, lang }: TypedText, start: number, length: number, form: NumberWord['form']): Literal['kind'] {
  const { referenceBefore, periodWord, dateBefore, dateAfter } = language(lang).numbers;
  const [before, word, after] = [
    text.slice(Math.max(0, start - around), start),
    text.slice(start, start + length),
    text.slice(start + length),
  ];
  if (referenceBefore.test(before)) return 'reference';
  if (form === 'words') return periodWord?.test(word) ? 'period' : 'count';
  if (/^(?:19|20)\d\d$/.test(word) || dateAfter?.test(after) || dateBefore?.test(before)) return 'date';
  return /[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(after) ? 'name' : 'count';
}

/** Characters before and after a number that a literal would repeat at most. */
const around = 60;

/** Enough of the text round a number to tell it from others: the words that it touches and the one beside it. */
function context({ typed, lang }: TypedText, start: number, length: number): string {
  const { contextBefore, contextAfter } = language(lang).numbers;
  const before = contextBefore.exec(typed.slice(Math.max(0, start - around), start))?.[0] ?? '';
  const after = contextAfter.exec(typed.slice(start + length, start + length + around))?.[0] ?? '';
  return `${before}${typed.slice(start, start + Math.min(length, around))}${after}`.trim();
}

/** As a value inside braces. */
const asYaml = (text: string): string => (/[:#{}[\],&*?|<>=!%@`"']/.test(text) || /^[\d.-]+$/.test(text) ? JSON.stringify(text) : text);
