// Turn what a person typed into what a message says of it: in quotation marks, cut where it is long, what cannot be seen by its number.
import { codePointName } from './printable.ts';

/** Characters of a text that a message repeats; more tells nobody more. */
const shown = 60;

/** `"10,56"`, `"a very long …"`, `"<U+200B>"`. */
export function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}

/** The text itself, cut and made visible in the same way. */
export function shortened(text: string): string {
  const cut = text.length > shown ? `${text.slice(0, shown).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return visible(cut);
}

/** The whole text, each character that would not be seen by its number. */
export function visible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => `<${codePointName(character)}>`);
}
