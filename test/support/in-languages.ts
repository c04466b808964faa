// Turn a project's data into the same data for an issuer that lists other languages: labels, titles, days and narratives are theirs alone.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { isLanguage } from '../../src/language/languages.ts';

/** What stands in a mapping by language for a language that it lacks, from its value in another. */
export type Translate = (value: unknown) => unknown;

/** Rewrites every file below data/. A language that the data lack gets what `translate` makes of the English. */
export function writeInLanguages(root: string, languages: readonly string[], translate: Translate = (value) => value): void {
  const perLanguage = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(languages.map((lang) => [lang, Object.hasOwn(value, lang) ? value[lang] : translate(value.en)]));
  const rewritten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewritten);
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    const own = keys.length > 0 && keys.every((key) => isLanguage(key) || languages.includes(key)) ? perLanguage({ ...value }) : value;
    return Object.fromEntries(Object.entries(own).map(([key, inner]) => [key, rewritten(inner)]));
  };
  for (const file of readdirSync(join(root, 'data'), { recursive: true, encoding: 'utf8' })) {
    const path = join(root, 'data', file);
    const [, lang] = /narrative\.(\w+)\.md$/.exec(file) ?? [];
    if (lang !== undefined && !languages.includes(lang)) rmSync(path);
    if (!file.endsWith('.yaml')) continue;
    rewriteYaml(path, (value) => {
      const whole = rewritten(value);
      return file.endsWith('issuer.yaml') ? { ...(whole as object), languages } : whole;
    });
  }
}

/** Replaces the values of a file; its comments go. Every value but `true` and `false` is a text, as the program reads it. */
export function rewriteYaml(path: string, change: (value: unknown) => unknown): void {
  const changed = change(parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }));
  writeFileSync(path, stringify(withFlags(changed), { aliasDuplicateObjects: false, lineWidth: 0 }));
}

function withFlags(value: unknown): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (Array.isArray(value)) return value.map(withFlags);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFlags(inner)]));
}
