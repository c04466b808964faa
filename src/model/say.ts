// Turn a sentence and its values into the text that is printed, and keep how it was made for whoever tells it in another language.
import type { PerLang } from './language.ts';

/** How a text came about: the parts of a sentence round its values, or a name that exists in several languages. */
export type Said =
  | { readonly parts: readonly string[]; readonly values: readonly SaidValue[] }
  | { readonly names: Readonly<Record<string, string>> };

/** A value as it is printed, a word of the program's own, or a name that is typed in data and is the same in every language. */
export type SaidValue = string | { readonly word: string } | { readonly id: string };

/** Texts of one process that are kept; what is older is told as it is written. */
const mostKept = 50_000;

/** Only where messages are told in another language: a run that prints them as they are written keeps nothing. */
let kept: Map<string, Said> | undefined;

/**
 * A message, or a part of one: say`${name} is ${unit} and not ${wanted}`. The sentence as it stands in the source is what a catalogue of
 * messages is asked for (`messages.json` of its folder), so its values may be texts that were said themselves.
 */
export function say(parts: TemplateStringsArray, ...values: readonly Sayable[]): string {
  let text = parts[0] ?? '';
  for (const [index, value] of values.entries()) text += `${value}${parts[index + 1]}`;
  if (kept) keep(text, { parts, values: values.map(saidValue) });
  return text;
}

/** A word of the program's own where a sentence has a value, such as the kind of a place: a name that a user chose may look the same. */
export function sayWord(word: string): Word {
  return new Word(word);
}

/** A name that a user types, such as an id or a helper: a word of the program's own may look the same. */
export function sayId(id: string): Id {
  return new Id(id);
}

class Id {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
  toString(): string {
    return this.id;
  }
}

class Word {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
  toString(): string {
    return this.word;
  }
}

const saidValue = (value: Sayable): SaidValue =>
  value instanceof Word ? { word: value.word } : value instanceof Id ? { id: value.id } : String(value);

/** What stands in a sentence, as a template prints it. */
export type Sayable = string | number | bigint | undefined | null | { readonly toString: () => string };

/** Several of a kind; a catalogue knows what stands between two of them. */
export function sayAll(items: readonly Sayable[], between: ', ' | ' and ' | ' or ' | '; ' | ' needs ' = ', '): string {
  if (items.length === 0) return '';
  const text = items.map(String).join(between);
  if (kept) keep(text, { parts: ['', ...Array.from({ length: items.length - 1 }, () => between), ''], values: items.map(saidValue) });
  return text;
}

/** Keeps that what messages call `name` has names in other languages: `nameIn` makes them as it made this one. */
export function sayName<T>(name: string, values: PerLang<T>, nameIn: (value: T) => string): void {
  if (!kept) return;
  keep(name, { names: Object.fromEntries(Object.entries(values).map(([lang, value]) => [lang, nameIn(value)])) });
}

/** From now on it is kept how messages are made. */
export function keepSayings(): void {
  kept ??= new Map();
}

/** Whether it is kept how messages are made. */
export function keepsSayings(): boolean {
  return kept !== undefined;
}

/** How a text was made; nothing for one that was never said, or where nothing is kept. */
export function saidAs(text: string): Said | undefined {
  return kept?.get(text);
}

/** Texts, and how each was made: plain data, which goes from one process to another. */
export type Sayings = readonly (readonly [text: string, said: Said])[];

/** What another process needs to tell these texts: how each was made, and each text in it. */
export function sayingsIn(texts: Iterable<string>): Sayings {
  const found = new Map<string, Said>();
  const collect = (text: string): void => {
    const said = saidAs(text);
    if (!said || found.has(text)) return;
    found.set(text, said);
    if ('values' in said) for (const value of said.values) if (typeof value === 'string') collect(value);
  };
  for (const text of texts) collect(text);
  return [...found];
}

/** Takes over how another process made its messages. */
export function learnSayings(sayings: Sayings): void {
  for (const [text, said] of sayings) keep(text, said);
}

function keep(text: string, said: Said): void {
  // A sentence that is nothing but its value says no more than that.
  if (!kept || ('values' in said && said.values.includes(text))) return;
  // The newest last.
  kept.delete(text);
  kept.set(text, said);
  if (kept.size <= mostKept) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}
