// Turn what a person typed into what a message says of it: in quotation marks, cut where it is long, what cannot be seen by its number.
import type { Finding } from './finding.ts';
import { codePointName } from './printable.ts';

/** Characters of a text that a message repeats; more tells nobody more. */
const shown = 60;

/** `"10,56"`, `"a very long …"`, `"<U+200B>"`. */
export function quoted(text: string): string {
  return visible(JSON.stringify(shortened(text)));
}

/** The text itself, cut and made visible in the same way. */
export function shortened(text: string): string {
  const cut = text.length > shown ? `${text.slice(0, shown).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return visible(cut);
}

/** The whole text, each character that would not be seen by its number. */
function visible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => `<${codePointName(character)}>`);
}

/** A finding that may be shown: messages quote what was typed, and line ends and what nobody sees have no place in one. */
export function legible(finding: Finding): Finding {
  const { message, label, related, hints } = finding;
  return {
    ...finding,
    message: visible(message),
    ...(label === undefined ? {} : { label: visible(label) }),
    ...(related ? { related: related.map((place) => ({ ...place, message: visible(place.message) })) } : {}),
    ...(hints ? { hints: hints.map(visible) } : {}),
  };
}
