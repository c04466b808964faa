// Turn carried.yaml and the texts that somebody confirms into the same file with their name beside each: nothing else of it changes.
import type { CarriedText } from '../model/carried.ts';
import type { YamlFile } from '../model/sources.ts';

/** Numbers of the entries, as the file lists them. Undefined where an entry is written on one line, in braces: a name is put in by hand there. */
export function confirmTexts(file: YamlFile, entries: readonly number[], by: string): string | undefined {
  const { text, lineStarts, locate } = file;
  const name = `"${by.replace(/[\\"]/g, '\\$&')}"`;
  const places = entries.map((index) => {
    const key = locate(['texts', index, 'text'], true);
    const start = lineStarts[key.line - 1] ?? 0;
    const before = text.slice(start, start + key.column - 1);
    // The key stands first on its line, or behind the hyphen of its item.
    return /^\s*(?:- +)?$/.test(before) ? { start: start + key.column - 1, indent: before.replace('-', ' ') } : undefined;
  });
  if (places.some((place) => place === undefined)) return undefined;
  let [made, from] = ['', 0];
  for (const place of places) {
    if (!place) continue;
    made += `${text.slice(from, place.start)}confirmed: ${name}\n${place.indent}`;
    from = place.start;
  }
  return made + text.slice(from);
}

/** What of the carried texts is asked for. */
export interface ConfirmFilter {
  readonly file?: string;
  /** A key of release.yaml, or what it begins with: `titles` for titles.ja and titles.en. */
  readonly key?: string;
  readonly matching?: string;
}

export function matches({ text, file, key }: CarriedText, filter: ConfirmFilter): boolean {
  if (filter.file !== undefined && filter.file !== file) return false;
  if (filter.key !== undefined && key !== filter.key && !key?.startsWith(`${filter.key}.`)) return false;
  return filter.matching === undefined || text.includes(filter.matching);
}
