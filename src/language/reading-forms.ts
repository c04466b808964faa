// Turn a text as a file names its characters into the text as it reads: look-alikes, widths, ligatures and dashes of producers are one form.
import { printedCharacters } from './characters.ts';

/** What any of the forms below could change, and marks that compose with the letter before them. */
const folded =
  /[\u0300-\u036f\u2010\u2011\u2015\u2016\u2212\u2e80-\u2fdf\u301c\u3099\u309a\uf900-\ufaff\ufb00-\ufb06\uff01-\uffee]|昀[椀氀琀昀\uac00-\ud7a3]|\ud87e[\udc00-\ude1f]/;

/** Ligatures, full-width letters and signs, half-width signs: forms of the same character. */
const compatibility = /[\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffee]/g;

/** Dashes and signs for which character sets of the same standard have two code points: producers choose one or the other. */
const twins = new Map(
  Object.entries({ '\u2010': '-', '\u2011': '-', '\u2015': '\u2014', '\u2016': '\u2225', '\u2212': '-', '\u301c': '~' }),
);
const twin = /[\u2010\u2011\u2015\u2016\u2212\u301c]/g;

/**
 * Letters of a ligature with their two bytes exchanged, as some programs tell what a glyph means: 昀椀 for fi. Of three letters they write
 * two, the second of which is none.
 */
const swapped = /昀[椀氀琀昀\uac00-\ud7a3]/g;

/** The same with such ligatures as letters: they are no Japanese, and stand in words of Latin letters. */
export function withLigatures(text: string): string {
  return text.replace(swapped, (letters) => {
    const second = letters.charCodeAt(1);
    return second >= 0xac00 ? 'ffl' : `f${String.fromCharCode(second >> 8)}`;
  });
}

/** Two texts with one reading form say the same; circled, raised and squared characters have a look of their own and stay. */
export function readingForm(text: string): string {
  if (!folded.test(text)) return text;
  return printedCharacters(withLigatures(text))
    .replace(compatibility, (form) => form.normalize('NFKC'))
    .replace(twin, (form) => twins.get(form) ?? form);
}

/** Forms that look otherwise although they read the same: full-width and half-width ones, and signs drawn longer or shorter. */
const visible = /[\uff01-\uffee\u2212\u2015\u2014]/;

/** Whether two texts with one reading form are seen to differ. */
export const looksOtherwise = (a: string, b: string): boolean => visible.test(a) || visible.test(b);

/** `⾼ (U+2FBC)`: a character that cannot be told by its look. */
export function namedCharacters(text: string): string {
  const codes = [...text].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `${text} (${codes.join(' ')})`;
}
