// Turn the literals that a release lists into the places of a text where they stand.

import type { Literal } from '../model/exceptions.ts';
import { matchesIn } from '../model/matches.ts';
import { literally } from '../model/pattern-text.ts';
import type { Stretch } from '../model/span.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A literal at its place. */
export interface LiteralPlace extends Stretch {
  /** The literal that stands there. */
  readonly literal: Literal;
}

/** Found as printed, whichever way quotation marks, dashes and widths are set; never inside a longer number or word. In order of the literals. */
export function literalPlaces(text: TypedText, literals: readonly Literal[]): readonly LiteralPlace[] {
  const typed = folded(text.typed);
  const { plain, beginnings, references } = sortedLiterals(literals);
  const found: NumberedPlace[] = [];
  for (const { index: start } of beginnings ? matchesIn(typed, beginnings) : []) {
    for (const { index, literal, wanted } of plain.get(typed.charCodeAt(start)) ?? []) {
      const end = start + wanted.length;
      if (typed.startsWith(wanted, start) && isWhole(typed, start, end)) found.push({ index, literal, start, end });
    }
  }
  for (const { index, literal, parts, pattern } of references) {
    if (!parts.every((part) => typed.includes(part))) continue;
    for (const match of matchesIn(typed, pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isWhole(typed, start, end)) found.push({ index, literal, start, end });
    }
  }
  if (found.length > 1) found.sort((a, b) => a.index - b.index || a.start - b.start);
  return found.map(({ literal, start, end }) => ({ literal, start, end }));
}

interface NumberedPlace extends LiteralPlace {
  /** Of its literal, in their list. */
  readonly index: number;
}

/** A literal as it is sought. */
interface SoughtLiteral {
  /** In their list. */
  readonly index: number;
  readonly literal: Literal;
  /** Its text, folded; never empty. */
  readonly wanted: string;
}

/** One in which `#` stands for a number. */
interface SoughtReference extends SoughtLiteral {
  /** What stands round the numbers: a text without it has no such reference. */
  readonly parts: readonly string[];
  readonly pattern: RegExp;
}

/** A release's literals are sought in each of its texts, in one walk. */
interface SortedLiterals {
  /** Finds the places where one of the plain ones may begin; undefined where there are none. */
  readonly beginnings: RegExp | undefined;
  /** By their first character. */
  readonly plain: ReadonlyMap<number, readonly SoughtLiteral[]>;
  readonly references: readonly SoughtReference[];
}

const sorted = new WeakMap<readonly Literal[], SortedLiterals>();

function sortedLiterals(literals: readonly Literal[]): SortedLiterals {
  const known = sorted.get(literals);
  if (known) return known;
  const plain = new Map<number, SoughtLiteral[]>();
  const references: SoughtReference[] = [];
  for (const [index, literal] of literals.entries()) {
    const wanted = folded(literal.text);
    if (wanted === '') continue;
    const sought = { index, literal, wanted };
    const first = wanted.charCodeAt(0);
    const alike = plain.get(first);
    if (literal.kind === 'reference') references.push({ ...sought, parts: wanted.split('#'), pattern: patternOf(wanted) });
    else if (alike) alike.push(sought);
    else plain.set(first, [sought]);
  }
  const made = { plain, beginnings: beginningsOf([...plain.values()].flat()), references };
  sorted.set(literals, made);
  return made;
}

/** First characters tell nearly all places apart: few are looked at for nothing. */
const beginning = 3;

/** Every place, those inside another one too. */
function beginningsOf(plain: readonly SoughtLiteral[]): RegExp | undefined {
  const starts = [...new Set(plain.map(({ wanted }) => wanted.slice(0, beginning)))];
  return starts.length === 0 ? undefined : new RegExp(`(?=${starts.map(literally).join('|')})`, 'g');
}

/** `#` stands for a number, whole: digits are taken from their first on and never given back, however many numbers stand in a row. */
function patternOf(wanted: string): RegExp {
  let group = 0;
  const source = literally(wanted).replaceAll('#', () => `(?<!\\d)(?=(\\d+))\\${++group}`);
  return new RegExp(source, 'g');
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
