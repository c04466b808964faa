// Turn a value that YAML reads as something else than text into what was meant: the sign at fault, and what to type instead.
import { shortened } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Stretch } from '../model/span.ts';

/** What is wrong with a line, by offsets in it. */
export interface Mistyping extends Stretch {
  /** What is wrong, in lower case. */
  readonly message: string;
  /** What to type. */
  readonly hint: string;
}

/** The text in quotation marks, as YAML reads it back. */
export function inQuotes(text: string): string {
  const shown = shortened(text.trim());
  return /["\\]/.test(shown) ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
}

/** A sign that begins something else than a text, and what it begins. */
const signs: readonly (readonly [sign: RegExp, begins: string])[] = [
  [/^[@`]/, 'is kept for YAML itself'],
  [/^%/, 'begins a directive'],
  [/^\*/, 'begins an alias'],
  [/^&/, 'begins an anchor'],
  [/^!/, 'begins a tag'],
  [/^[|>](?![+-]?\d?[+-]?\s*(?:#.*)?$)/, 'begins a text of several lines'],
  [/^\?(?=\s|$)/, 'begins a key'],
  [/^[,\]}]/, 'ends a value inside braces or brackets'],
];

/** Where values begin on a line: after a key, after an item's hyphen, and inside braces or brackets. */
const beginnings = /(?:(?<![^\s{,])[\p{L}\p{N}._@"'-]{1,80}: +|^ *- +|[[,] *)(?=\S)/gu;

/** The first value of a line that is no text as it stands, at or before the column where the parser gave up. */
export function mistypedValue(line: string, column: number): Mistyping | undefined {
  for (const match of line.matchAll(beginnings)) {
    const start = match.index + match[0].length;
    if (start > column + 1) return undefined;
    // Inside braces the key comes first, and its value is looked at next.
    if (match[0].startsWith(',') && /^[\p{L}\p{N}._@"'-]{1,80}: /u.test(line.slice(start, start + 90))) continue;
    const before = line.slice(0, start);
    const inside = depthOf(before) > 0;
    const found = mistypingOf(line.slice(start), inside, /: +$/.test(match[0]));
    if (found) return { ...found, start: start + found.start, end: start + found.end };
  }
  return undefined;
}

/** `inside` braces or brackets a comma or a closing sign ends the value; `keyed` values follow a key. */
function mistypingOf(rest: string, inside: boolean, keyed: boolean): Mistyping | undefined {
  const whole = inside ? (/^[^,}\]]*/.exec(rest)?.[0] ?? '') : rest;
  if (rest.startsWith('{{')) return expressionFirst(rest, inside);
  if (/^[-–—−](?=\s*(?:$|[,}\]#]))/.test(rest) && keyed) {
    return { message: 'a hyphen alone begins a list', start: 0, end: 1, hint: 'write "-" in quotes for nil' };
  }
  const [, begins] = keyed || inside ? (signs.find(([sign]) => sign.test(rest)) ?? []) : [];
  if (begins !== undefined && !(inside && /^[,\]}]/.test(rest))) {
    const hint = say`put the text in quotes: ${inQuotes(whole)}`;
    return { message: say`${rest.charAt(0)} at the beginning of a value ${begins}`, start: 0, end: 1, hint };
  }
  if (/^[｛［]/.test(rest)) {
    return { message: 'a full-width brace begins no mapping', start: 0, end: 1, hint: 'write plain braces { }, or brackets [ ]' };
  }
  return mistypedQuotation(rest, whole) ?? mistypedBracket(rest, keyed) ?? mistypedInside(rest, whole, inside, keyed);
}

/** An expression that begins a value: YAML sees a mapping whose key is a mapping. */
export function expressionFirst(rest: string, inside: boolean): Mistyping {
  const hint = say`put the whole value in quotes: ${inQuotes(expressionIn(rest, inside))}`;
  return { message: '{{ at the beginning of a value is read as a mapping in a mapping', start: 0, end: 2, hint };
}

/** The value as far as it was meant: an expression holds commas and braces of its own. */
function expressionIn(rest: string, inside: boolean): string {
  return inside ? (/^(?:\{\{[^}]*\}\}|[^,}\]])*/.exec(rest)?.[0] ?? rest) : rest;
}

/** Words after a closing quotation mark. */
function mistypedQuotation(rest: string, whole: string): Mistyping | undefined {
  const closed = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*[^\s,}\]:#])/.exec(rest)?.[0];
  if (closed === undefined) return undefined;
  const mark = closed.charAt(0);
  const hint =
    mark === '"'
      ? say`put the whole text in single quotes: '${shortened(whole.trim()).replaceAll("'", "''")}'`
      : "write '' for each ' inside single quotes, or use double quotes";
  return { message: say`this ${mark} ends the text, and more follows`, start: closed.length - 1, end: closed.length, hint };
}

/** `[Reference] as published`: a list, and then words. */
function mistypedBracket(rest: string, keyed: boolean): Mistyping | undefined {
  const closed = keyed ? /^(?:\[[^\][]*\]|\{[^{}]*\})(?=\s*[^\s,}\]#])/.exec(rest)?.[0] : undefined;
  if (closed === undefined) return undefined;
  const what = closed.startsWith('[') ? 'a list' : 'a mapping';
  return {
    message: say`${closed.charAt(0)} at the beginning of a value begins ${what}`,
    start: 0,
    end: 1,
    hint: say`put the text in quotes: ${inQuotes(rest)}`,
  };
}

/** A sign inside a text that cuts it: a colon and a space, a sharp after a space, an expression or a full-width comma inside braces. */
function mistypedInside(rest: string, whole: string, inside: boolean, keyed: boolean): Mistyping | undefined {
  if (/^["'[{]/.test(rest)) return undefined;
  if (inside && /^[^,{}\][]*\{\{/.test(rest)) {
    const start = rest.indexOf('{{');
    const hint = say`put the whole value in quotes: ${inQuotes(expressionIn(rest, inside))}`;
    return { message: '{{ inside braces or brackets begins a mapping', start, end: start + 2, hint };
  }
  const comma = inside ? /[，、]\s*[\p{L}\p{N}._-]+: /u.exec(whole) : null;
  if (comma)
    return {
      message: 'a full-width comma parts no entries',
      start: comma.index,
      end: comma.index + 1,
      hint: 'write a plain comma and a space',
    };
  const colon = keyed ? /:(?=\s|$)/.exec(whole) : null;
  if (colon) {
    const hint = say`put the text in quotes: ${inQuotes(whole)}`;
    return { message: 'a colon and a space inside a text begin a mapping', start: colon.index, end: colon.index + 1, hint };
  }
  const sharp = inside ? /\s#/.exec(whole) : null;
  if (!sharp) return undefined;
  const hint = say`put the text in quotes: ${inQuotes(whole)}`;
  return { message: 'a # after a space begins a comment, and the line ends there', start: sharp.index + 1, end: sharp.index + 2, hint };
}

/** Braces and brackets that a stretch opens and does not close, quoted ones left out. */
export function depthOf(text: string): number {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\s#.*$|[{}[\]]/g))
    depth += /^[{[]/.test(sign) ? 1 : /^[}\]]/.test(sign) ? -1 : 0;
  return depth;
}
