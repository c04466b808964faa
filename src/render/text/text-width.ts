// Turn text into the columns that it takes on a screen of fixed pitch: two for what East Asian fonts set full width.

/** Characters of East Asian width W and F (UAX #11); ambiguous ones count one, as terminals set them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** True for a character that takes two columns, and that a line may break before and after. */
export const isWide = (character: string): boolean => wide.test(character);

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - textWidth(text))) + text;

/** In the middle, the odd column to the right. */
export function padBoth(text: string, width: number): string {
  const room = Math.max(0, width - textWidth(text));
  return ' '.repeat(Math.floor(room / 2)) + text + ' '.repeat(Math.ceil(room / 2));
}
