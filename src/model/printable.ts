// Turn a text into two answers: does it print anything at all, and which characters does it hold that no text of a release may hold.

/** Unicode's characters that show nothing where they are not understood: joiners, soft hyphens, byte order marks, fillers, selectors. */
const nothing = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]*$/u;

/** Whether nothing of a text would be seen: it is empty, or all its characters are spaces or invisible. */
export function printsNothing(text: string): boolean {
  return nothing.test(text);
}

/**
 * Control characters but for tabs and line ends, halves of surrogate pairs, code points that are no characters, separators of lines and
 * paragraphs, language tags, and the marks that turn the direction of writing: they print nothing, break other files' grammars, or show
 * figures in another order than they stand in.
 */
const refused = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\u{e0000}-\u{e007f}]/gu;

/** A character that no text may hold, as `U+0007`, and where it stands, in UTF-16 units. */
export interface RefusedCharacter {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** In order. */
export function refusedCharacters(text: string): readonly RefusedCharacter[] {
  return [...text.matchAll(refused)].map(({ 0: typed, index }) => ({ name: codePointName(typed), offset: index, length: typed.length }));
}

/** `U+200B`: how findings name what cannot be seen. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
