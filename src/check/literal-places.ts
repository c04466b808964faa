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
  return literals.flatMap((literal) => {
    const { plain, pattern } = patternOf(literal);
    // Most texts hold few of the literals: a plain search rules the others out ten times faster.
    if (!typed.includes(plain)) return [];
    return [...typed.matchAll(pattern)].flatMap(({ index: start, 0: { length } }) => {
      const end = start + length;
      return length > 0 && stands(typed, start, end) ? [{ literal, start, end }] : [];
    });
  });
}

/** How a literal is found: text that every place of it holds, and all of it. */
interface LiteralPattern {
  readonly plain: string;
  readonly pattern: RegExp;
}

/** Its own text; in a reference, `#` stands for a number. */
function patternOf({ kind, text }: Literal): LiteralPattern {
  const key = `${kind} ${text}`;
  const known = patterns.get(key);
  if (known) return known;
  const whole = folded(text);
  const escaped = whole.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const reference = kind === 'reference';
  const found = {
    plain: reference ? (whole.split('#')[0] ?? '') : whole,
    pattern: new RegExp(reference ? escaped.replaceAll('#', '\\d+') : escaped, 'g'),
  };
  patterns.set(key, found);
  return found;
}

const patterns = new Map<string, LiteralPattern>();

/** Not a part of a longer number or Latin word. */
function stands(text: string, start: number, end: number): boolean {
  const [first = '', last = ''] = [text[start], text[end - 1]];
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/\d/.test(first) && /(?:\d|\d[.,])$/.test(before)) return false;
  if (/\d/.test(last) && /^(?:\d|[.,]\d)/.test(after)) return false;
  return !(/[a-z]/i.test(first) && /[a-z]$/i.test(before)) && !(/[a-z]/i.test(last) && /^[a-z]/i.test(after));
}
