// Turn what a schema finds wrong with a YAML file into findings at the exact key or value.

import * as z from 'zod/mini';
import { isLanguage, language } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { nameHints, nearestName } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import { checkTexts, tooMany } from './check-texts.ts';
import type { Report } from './codes.ts';
import { called, type Fail, failIn } from './fail-in.ts';
import { cutByComma, keysAt, mistypedKey, schemaAt } from './known-keys.ts';
import { part, partKind } from './part.ts';
import { notes } from './schema/scalars.ts';
import { unsetWords } from './unset-words.ts';

/** Names of the shapes that schemas ask for, in the words of a person who writes YAML. */
const shapes: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
  array: 'a list',
};

const data = partKind<unknown>('data', () => 10_000);

/** The file's value as its schema types it; undefined after findings. The same object for the same file. */
export function checkSchema<T extends z.core.$ZodType>(
  schema: T,
  file: YamlFile,
  report: Report,
  memory: Memory = forgetful,
): z.output<T> | undefined {
  // A schema is made once for each list of languages, and gives values of one type.
  return part(memory, data, [schema, file], report, (told) => checkedValue(schema, file, told)) as z.output<T> | undefined;
}

function checkedValue<T extends z.core.$ZodType>(schema: T, file: YamlFile, report: Report): z.output<T> | undefined {
  // Each file is read once: compiling a schema to a function costs more than it saves.
  if (!checkTexts(file, report)) return undefined;
  const result = z.safeParse(schema, file.value, { jitless: true });
  if (result.success) return result.data;
  const fail = failIn(file, report);
  const issues = result.error.issues.flatMap((issue) => issuesMeant(issue, file.value));
  const misspelt = misspeltKeys(schema, issues);
  reportOtherLanguages(schema, issues, fail);
  for (const issue of issues) {
    // The key is there, only misspelt: that finding stands at the misspelling.
    if (!misspelt.has(JSON.stringify(issue.path))) explain(schema, file.value, issue, fail);
  }
  return undefined;
}

/** Of a value that may be one for all languages or one in each, what is wrong with it as that of the two which it looks like. */
function issuesMeant(issue: z.core.$ZodIssue, root: unknown): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const found = valueAt(root, plainPath(issue.path));
  const meant = issue.errors[typeof found === 'object' && found !== null ? 1 : 0] ?? [];
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

/** Paths of known keys that an unknown key beside them was probably meant as. */
function misspeltKeys(schema: z.core.$ZodType, issues: readonly z.core.$ZodIssue[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const known = keysAt(schema, plainPath(issue.path));
    for (const key of issue.keys.filter((each) => !isOtherLanguage(each, known))) {
      const meant = mistypedKey(key)?.key ?? key;
      paths.add(JSON.stringify([...issue.path, known.includes(meant) ? meant : (nearestName(meant, known) ?? key)]));
    }
  }
  return paths;
}

/** Whether the key is a language beside those that are asked for. */
function isOtherLanguage(key: string, known: readonly string[]): boolean {
  return isLanguage(key) && known.length > 0 && known.every(isLanguage);
}

/** A language that the issuer does not list may stand at every label of a file: that is one fault, told at the first. */
function reportOtherLanguages(schema: z.core.$ZodType, issues: readonly z.core.$ZodIssue[], fail: Fail): void {
  const places = new Map<Lang, YamlPath[]>();
  let listed: readonly string[] = [];
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = plainPath(issue.path);
    const known = keysAt(schema, path);
    for (const key of issue.keys.filter((each) => isOtherLanguage(each, known))) {
      listed = known;
      places.set(key, [...(places.get(key) ?? []), [...path, key]]);
    }
  }
  for (const [lang, [path = [], ...more]] of places) {
    const { name } = language(lang);
    const message = say`${name} is not a language of this issuer${more.length > 0 ? say`, and stands in ${more.length + 1} places of this file` : ''}`;
    const hints = [say`its languages are ${sayAll(listed, ', ')}: add ${lang} to languages in issuer.yaml, or take the ${name} out`];
    fail({ code: 'validate/unlisted-language', message, path, key: true, hints });
  }
}

function plainPath(path: readonly PropertyKey[]): YamlPath {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function explain(schema: z.core.$ZodType, root: unknown, issue: z.core.$ZodIssue, fail: Fail): void {
  const path = plainPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    for (const key of issue.keys) if (!isOtherLanguage(key, known)) unknownKey(key, path, known, valueAt(root, path), fail);
    return;
  }
  const found = valueAt(root, path);
  const name = String(path.at(-1) ?? '');
  if (found === undefined) {
    missingKey(name, path, schema, fail);
  } else if (found === null && wantedAt(schema, path)) {
    fail({ code: 'validate/unset', ...unsetWords(name, wantedAt(schema, path) ?? 'figure'), path, key: true });
  } else if (issue.code === 'invalid_type') {
    const message = say`${called(path)} is ${described(found)}, not ${shapes[issue.expected] ?? issue.expected}`;
    fail({ code: 'validate/wrong-type', message, path, hints: path.length > 0 ? typeHints(found, issue.expected) : [] });
  } else if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const message = say`${called(path)} is ${described(found)}, not ${values.length > 1 ? 'one of ' : ''}${sayAll(values, ', ')}`;
    fail({
      code: 'validate/wrong-type',
      message,
      path,
      hints: choiceHints(found, values),
    });
  } else if (issue.code === 'too_big' && Array.isArray(found)) {
    fail({ code: 'validate/wrong-type', ...tooMany(called(path), found.length, Number(issue.maximum)), path, key: true });
  } else {
    fail({ code: 'validate/wrong-type', message: say`${called(path)} is ${described(found)}: ${issue.message}`, path });
  }
}

/** What is missing where a key stands without a value: a figure, or a day. */
function wantedAt(schema: z.core.$ZodType, path: YamlPath): 'figure' | 'day' | undefined {
  const found = schemaAt(schema, path);
  return found && notes.get(found)?.wants;
}

function unknownKey(key: string, parent: YamlPath, known: readonly string[], mapping: unknown, fail: Fail): void {
  const digits = /^\d{3}$/.test(key);
  const mistyped = mistypedKey(key)?.hint ?? cutByComma(key, mapping);
  const hints = digits ? ['a figure with commas needs quotes inside braces: "10,568,342"'] : mistyped ? [mistyped] : nameHints(key, known);
  fail({ code: 'validate/unknown-key', message: say`key ${key} is not known here`, path: [...parent, key], key: true, hints });
}

function missingKey(key: string, path: YamlPath, schema: z.core.$ZodType, fail: Fail): void {
  const siblings = keysAt(schema, path.slice(0, -1));
  const parent = path.slice(0, -1);
  if (isLanguage(key) && siblings.every(isLanguage)) {
    const message = say`the ${language(key).name} of ${called(parent)} is missing`;
    fail({ code: 'validate/missing-label', message, path: parent, key: true, hints: [say`add ${key}: to it`] });
  } else if (key === 'labels') {
    fail({
      code: 'validate/missing-label',
      message: say`${called(parent)} has no labels`,
      path: parent,
      key: true,
      hints: [
        say`add labels: {${sayAll(
          keysAt(schema, path).map((lang) => `${lang}: …`),
          ', ',
        )}}`,
      ],
    });
  } else {
    const message = parent.length > 0 ? say`${called(parent)} has no key ${key}` : say`key ${key} is missing`;
    fail({
      code: 'validate/missing-key',
      message,
      path: parent,
      key: true,
      hints: [say`add ${key}: to ${parent.length > 0 ? sayWord('it') : 'this file'}`],
    });
  }
}

function described(value: unknown): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

function choiceHints(found: unknown, values: readonly string[]): string[] {
  const answer = found === true ? 'yes' : 'no';
  if (typeof found === 'boolean' && values.includes(answer)) return [say`write ${answer}`];
  return typeof found === 'string' && values.length > 1 ? nameHints(found, values) : [];
}

function typeHints(found: unknown, expected: string): string[] {
  if (expected === 'boolean' && typeof found === 'string') {
    if (/^(?:yes|y|on|true)$/i.test(found)) return ['write true, without quotes'];
    if (/^(?:no|n|off|false)$/i.test(found)) return ['write false, without quotes'];
  }
  if (typeof found === 'string' && found.includes('：')) return ['the text has a full-width colon: write a plain one and a space'];
  if (typeof found === 'boolean') return ['put the word in quotes if it is meant as text'];
  if (found === null) return ['give a value, or "" for an empty text'];
  return [];
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}
