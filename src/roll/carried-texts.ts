// Turn a release into the texts that its successor takes over, each to be changed or confirmed: sentences, titles, answers, reasons, literals.
import { isMapping } from '../model/mapping.ts';
import type { Sources, YamlFile } from '../model/sources.ts';
import { asOneLine, typedSentences } from '../template/typed-sentences.ts';

/** One entry of carried.yaml. */
export interface CarriedEntry {
  readonly file: string;
  readonly key?: string;
  readonly text: string;
  readonly why?: string;
}

/** In the order of the files, each text of a file once; `figures` are those of periods that were still to come, and are reported now. */
export function carriedEntries(
  { release, narratives }: Pick<Sources, 'release' | 'narratives'>,
  figures: readonly CarriedEntry[] = [],
): readonly CarriedEntry[] {
  const prose = [...narratives].flatMap(([lang, { text }]) =>
    typedSentences(text, lang).map((sentence): CarriedEntry => ({ file: `narrative.${lang}.md`, text: sentence.text })),
  );
  const seen = new Set<string>();
  return [...keyed(release), ...figures, ...prose].filter((entry) => {
    const key = JSON.stringify([entry.file, entry.key, entry.text]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Sections of release.yaml whose values are carried one by one. */
const sections = ['titles', 'flags', 'date-reasons'];

function keyed({ value }: YamlFile): readonly CarriedEntry[] {
  if (!isMapping(value)) return [];
  const file = 'release.yaml';
  const values = sections.flatMap((section) => {
    const own = value[section];
    return isMapping(own)
      ? Object.entries(own).flatMap(([key, text]) => (typeof text === 'string' ? [{ file, key: `${section}.${key}`, text }] : []))
      : [];
  });
  const { literals } = value;
  const typed = (Array.isArray(literals) ? literals : []).flatMap((literal: unknown) => {
    if (!isMapping(literal) || typeof literal.text !== 'string') return [];
    const { text, why } = literal;
    return [{ file, key: 'literals', text, ...(typeof why === 'string' && { why }) }];
  });
  return [...values, ...typed];
}

/** The file; `schema` is its first line. */
export function carriedText(from: string, entries: readonly CarriedEntry[], schema: string): string {
  const quoted = (text: string): string => `"${asOneLine(text).replace(/[\\"]/g, '\\$&')}"`;
  return [
    schema,
    `# What was carried over from ${from}. Each text is open until it is changed in its file, or confirmed here: write`,
    '# `confirmed: name` below it, or use `kessan confirm`.',
    `from: ${from}`,
    entries.length > 0 ? 'texts:' : 'texts: []',
    ...entries.flatMap(({ file, key, text, why }) => [
      `  - file: ${file}`,
      ...(key === undefined ? [] : [`    key: ${key}`]),
      `    text: ${quoted(text)}`,
      ...(why === undefined ? [] : [`    why: ${quoted(why)}`]),
    ]),
    '',
  ].join('\n');
}
