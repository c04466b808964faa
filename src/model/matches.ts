// Turn a text into the matches of a pattern: most texts hold none, and are told apart by a search that makes nothing.

/** In order. The pattern is global. */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
