// Turn words that stand for words still to come into findings, so that no release goes out with them.
import type { Inline } from '../model/document.ts';
import type { Merging } from './merging.ts';

/** What writers and programs leave behind. `●` and `〇月〇日` are the blanks of Japanese drafts. */
const placeholder = /\b(?:TBD|PENDING|TODO|XXX|NaN|undefined)\b|\[object Object\]|●+|〇月(?:〇日)?|〇{2,}|未定/g;

export function reportPlaceholders(merging: Merging, inlines: readonly Inline[]): void {
  for (const inline of inlines) {
    if (inline.figure !== undefined) continue;
    for (const match of inline.text.matchAll(placeholder)) {
      const at = inline.at.length > 1 ? { ...inline.at, column: inline.at.column + match.index, length: match[0].length } : inline.at;
      const hints = ['write what is meant, or take it out'];
      merging.report({ severity: 'error', code: 'merge/placeholder', message: `${match[0]} is left in the text`, at, hints });
    }
  }
}
