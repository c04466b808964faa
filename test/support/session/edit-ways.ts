// Turn patterns into edits of a text: one match replaced, one line changed, each chosen by chance.
import type { Seeded } from '../seeded-random.ts';

/** One way to edit. */
export interface EditKind {
  /** Files that it applies to, by path from the project's root. */
  readonly files: RegExp;
  /** The text edited; undefined where the file has no place for it. */
  readonly edit: (text: string, random: Seeded) => string | undefined;
}

/** Replaces one match, chosen by chance. */
export function replaceOne(pattern: RegExp, by: (match: string, random: Seeded) => string): EditKind['edit'] {
  return (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return undefined;
    const match = random.pick(found);
    return text.slice(0, match.index) + by(match[0], random) + text.slice(match.index + match[0].length);
  };
}

/** Changes the list of lines; `at` is one of those that `pattern` finds. */
export function onLine(pattern: RegExp, change: (lines: string[], at: number, random: Seeded) => void): EditKind['edit'] {
  return (text, random) => {
    const lines = text.split('\n');
    const fit = lines.flatMap((line, index) => (pattern.test(line) ? [index] : []));
    if (fit.length === 0) return undefined;
    change(lines, random.pick(fit), random);
    return lines.join('\n');
  };
}
