// Turn the literals that a release lists into the places of a text where they stand.
import type { Literal } from '../model/release.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A literal at its place. */
export interface LiteralPlace {
  readonly literal: Literal;
  readonly start: number;
  readonly end: number;
}

/** Found as printed, whichever way quotation marks, dashes and widths are set; never inside a longer number or word. */
export function literalPlaces(text: TypedText, literals: readonly Literal[]): readonly LiteralPlace[] {
  if (literals.length === 0) return [];
  const typed = folded(text.typed);
  return literals.flatMap((literal) =>
    [...typed.matchAll(patternOf(literal))].flatMap(({ index: start, 0: { length } }) => {
      const end = start + length;
      return length > 0 && stands(typed, start, end) ? [{ literal, start, end }] : [];
    }),
  );
}

/** Its own text; in a reference, `#` stands for a number. */
function patternOf({ kind, text }: Literal): RegExp {
  const key = `${kind} ${text}`;
  const known = patterns.get(key);
  if (known) return known;
  const plain = folded(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(kind === 'reference' ? plain.replaceAll('#', '\\d+') : plain, 'g');
  patterns.set(key, pattern);
  return pattern;
}

const patterns = new Map<string, RegExp>();

/** Not a part of a longer number or Latin word. */
function stands(text: string, start: number, end: number): boolean {
  const [first = '', last = ''] = [text[start], text[end - 1]];
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/\d/.test(first) && /(?:\d|\d[.,])$/.test(before)) return false;
  if (/\d/.test(last) && /^(?:\d|[.,]\d)/.test(after)) return false;
  return !(/[a-z]/i.test(first) && /[a-z]$/i.test(before)) && !(/[a-z]/i.test(last) && /^[a-z]/i.test(after));
}
