// Turn a text into what of it can be seen: whether it prints anything, which characters no release may hold, and how a message quotes it.
import type { Finding } from './finding.ts';
import { matchesIn } from './matches.ts';

/** Unicode's characters that show nothing where they are not understood: joiners, soft hyphens, byte order marks, fillers, selectors. */
const nothing = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;

/** Letters and signs that most texts have one of. */
const inked = /[!-~\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;

/** Whether nothing of a text would be seen: it is empty, or all its characters are spaces or invisible. */
export function printsNothing(text: string): boolean {
  return !inked.test(text) && nothing.test(text);
}

/**
 * Control characters but for tabs and line ends, halves of surrogate pairs, code points that are no characters, separators of lines and
 * paragraphs, language tags, and the marks that turn the direction of writing: they print nothing, break other files' grammars, or show
 * figures in another order than they stand in.
 */
const refused = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\u{e0000}-\u{e007f}]/gu;

/** A character that no text may hold, as `U+0007`, and where it stands, in UTF-16 units. */
export interface RefusedCharacter {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** In order. */
export function refusedCharacters(text: string): readonly RefusedCharacter[] {
  return matchesIn(text, refused).map(({ 0: typed, index }) => ({ name: codePointName(typed), offset: index, length: typed.length }));
}

/** `U+200B`: how findings name what cannot be seen. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

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

/** What most texts consist of: letters and signs that print. It is asked first, since the pattern of those that do not takes milliseconds to make. */
const allSeen = /^[ -~\u00a1-\u00ac\u2010-\u2027\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;

/** The whole text, each character that would not be seen by its number. */
function visible(text: string): string {
  if (allSeen.test(text)) return text;
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
