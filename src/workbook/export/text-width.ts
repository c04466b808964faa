// Turn a text into how wide it is in a spreadsheet, and how many lines it takes in a width.

/** In characters: those of Japanese are twice as wide as others. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2fff' ? 2 : 1;
  return width;
}

/** Lines of a text that is wrapped in a column so wide. */
export function linesIn(text: string, width: number): number {
  return Math.max(1, Math.ceil((textWidth(text) * 1.1) / Math.max(1, width)));
}
