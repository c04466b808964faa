// Turn the literals that a release lists into the places of a text where they stand.
import type { Literal } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A literal at its place. */
export interface LiteralPlace extends Stretch {
  /** The literal that stands there. */
  readonly literal: Literal;
}

/** Found as printed, whichever way quotation marks, dashes and widths are set; never inside a longer number or word. */
export function literalPlaces(text: TypedText, literals: readonly Literal[]): readonly LiteralPlace[] {
  const typed = folded(text.typed);
  return literals.flatMap((literal) => {
    const wanted = foldedLiteral(literal);
    const found = literal.kind === 'reference' ? references(typed, literal) : occurrences(typed, wanted);
    return found.filter(({ start, end }) => isWhole(typed, start, end)).map((place) => ({ literal, ...place }));
  });
}

/** A release's literals are sought in each of its texts. */
const foldedTexts = new WeakMap<Literal, string>();
const patterns = new WeakMap<Literal, RegExp>();

function foldedLiteral(literal: Literal): string {
  const known = foldedTexts.get(literal) ?? folded(literal.text);
  foldedTexts.set(literal, known);
  return known;
}

/** `#` stands for a number, whole: digits are taken from their first on and never given back, however many numbers stand in a row. */
function patternOf(literal: Literal): RegExp {
  const known = patterns.get(literal);
  if (known) return known;
  let group = 0;
  const source = foldedLiteral(literal)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('#', () => `(?<!\\d)(?=(\\d+))\\${++group}`);
  const pattern = new RegExp(source, 'g');
  patterns.set(literal, pattern);
  return pattern;
}

function occurrences(text: string, wanted: string): Stretch[] {
  const found: Stretch[] = [];
  if (wanted === '') return found;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    found.push({ start, end: start + wanted.length });
  }
  return found;
}

/** In a reference, `#` stands for a number. */
function references(text: string, literal: Literal): Stretch[] {
  const wanted = foldedLiteral(literal);
  if (wanted === '' || !wanted.split('#').every((part) => text.includes(part))) return [];
  return [...text.matchAll(patternOf(literal))].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

/** Whether a stretch of a folded text is no part of a longer number or Latin word. */
export function isWhole(text: string, start: number, end: number): boolean {
  const [first = '', last = ''] = [text[start], text[end - 1]];
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/\d/.test(first) && /(?:\d|\d[.,])$/.test(before)) return false;
  if (/\d/.test(last) && /^(?:\d|[.,]\d)/.test(after)) return false;
  return !(/[a-z]/i.test(first) && /[a-z]$/i.test(before)) && !(/[a-z]/i.test(last) && /^[a-z]/i.test(after));
}
