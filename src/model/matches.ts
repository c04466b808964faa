// Turn a text into the matches of a pattern, searched with the pattern itself: what matchAll searches with is a copy, which the engine may compile anew.

const none: readonly RegExpExecArray[] = [];

/** In order. Throws for a pattern that is not global, which would match at one place for ever. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new Error(`the pattern ${pattern} is not global`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    // A match of nothing is found at one place once.
    if (match[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
