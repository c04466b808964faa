// Turn the page of a place into the words that a notice writes after its name: the page, and the part of the release that it belongs to.

/** `pattern` has `{n}` for the page, from 1, and `{part}` for the name of its part, which goes with the comma before it where there is none. */
export function pageWords(pattern: string, page: number, part: string | undefined): string {
  const named = part === undefined ? pattern.replace(/,? ?\{part\}/g, '') : pattern.replaceAll('{part}', () => part);
  return named.replaceAll('{n}', String(page));
}
