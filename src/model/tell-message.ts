// Turn a message into what it says in another language, by a catalogue of the program's sentences.
import type { Lang } from './language.ts';
import { type SaidValue, saidAs } from './say.ts';

/**
 * The sentences of one language by those of the source: `{1}`, `{2}` stand for the values of a sentence, in any order. What stands
 * between the items of a list (`", "`) and how a day is written (`{year}-{month}-{day}`) are sentences too.
 */
export type Messages = Readonly<Record<string, string>>;

/** Tells texts that this process said. One that was never said, or has no sentence in the catalogue, is told as it is written. */
export type Teller = (text: string) => string;

/** Messages as they are written in the source. */
export const asWritten: Teller = (text) => text;

/** Sentences stand in sentences, to this depth. */
const deepest = 12;

/** Tells messages in the language of a catalogue. */
export function tellerOf(messages: Messages, lang: Lang): Teller {
  const known = (wording: string): string | undefined => (Object.hasOwn(messages, wording) ? messages[wording] : undefined);
  const told = (text: string, depth: number): string => {
    if (depth > deepest) return text;
    const said = saidAs(text);
    // A single word may be a name that a user chose.
    if (!said) return (/ /.test(text) ? known(text) : undefined) ?? tellDay(text, known(dayWording)) ?? text;
    if ('names' in said) return Object.hasOwn(said.names, lang) ? (said.names[lang] as string) : text;
    const value = (each: SaidValue) =>
      typeof each === 'string' ? told(each, depth + 1) : 'id' in each ? each.id : (known(each.word) ?? each.word);
    return fillSaid(said.parts, said.values.map(value), known);
  };
  return (text) => told(text, 0);
}

/** How a sentence is looked up: `{1}` for its first value. */
export function wordingOf(parts: readonly string[]): string {
  return parts.reduce((whole, part, index) => `${whole}{${index}}${part}`);
}

function fillSaid(parts: readonly string[], values: readonly string[], known: (wording: string) => string | undefined): string {
  const between = isList(parts) ? known(parts[1] as string) : undefined;
  if (between !== undefined) return values.join(between);
  return fill(known(wordingOf(parts)) ?? wordingOf(parts), (name) => values[Number(name) - 1]);
}

/** Whether nothing but one separator stands round values. */
function isList(parts: readonly string[]): boolean {
  const inner = parts.slice(1, -1);
  return parts[0] === '' && parts.at(-1) === '' && inner.length > 0 && inner.every((part) => part === inner[0]);
}

const dayWording = '{year}-{month}-{day}';

/** A day is typed YYYY-MM-DD and told as people write it. */
function tellDay(text: string, wording: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (wording === undefined || year === undefined) return undefined;
  const parts: Readonly<Record<string, string>> = { year, month: String(Number(month)), day: String(Number(day)) };
  return fill(wording, (name) => parts[name]);
}

const fill = (wording: string, value: (name: string) => string | undefined): string =>
  wording.replace(/\{(\w+)\}/g, (whole, name: string) => value(name) ?? whole);
