// Turn YAML texts into what is kept of them and back: the same values and places as when they are parsed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml, yamlToKeep } from '../../src/load/parse-yaml.ts';
import { type KeptYaml, yamlOfKept } from '../../src/load/prepared-yaml.ts';
import { stretchOf } from '../../src/load/text-places.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import type { YamlPath } from '../../src/model/sources.ts';

const root = join(import.meta.dirname, '../..');

const packaged = ['templates', 'fonts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.includes('starter'))
    .map((name): [string, string] => [name, readFileSync(join(root, folder, name), 'utf8')]),
);

/** Through a file, as it is kept. */
function kept(text: string) {
  const toKeep = yamlToKeep(text);
  return toKeep && yamlOfKept(JSON.parse(JSON.stringify(toKeep)) as KeptYaml);
}

/** The path of every value inside. */
function pathsOf(value: unknown, path: YamlPath = []): YamlPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([step, inner]) => pathsOf(inner, [...path, step]))];
}

function expectSame(text: string): void {
  const source = { file: 'a.yaml', text, lineStarts: lineStartsOf(text) };
  const parsed = parseYaml(source, (finding) => expect.unreachable(finding.message));
  const prepared = kept(text);
  if (!parsed || !prepared) throw new Error('a sound text is parsed and kept');
  expect(prepared.value).toStrictEqual(parsed.value);
  const paths = pathsOf(parsed.value);
  const places = (key: boolean) => paths.map((path) => stretchOf(prepared.stretch(), path, key).start);
  for (const key of [false, true]) {
    const starts = paths.map((path) => parsed.locate(path, key)).map(({ line, column }) => (source.lineStarts[line - 1] ?? 0) + column - 1);
    expect(places(key)).toEqual(starts);
  }
}

describe('what is kept of a YAML text', () => {
  it.each(packaged)('says what %s says, value by value and place by place', (_name, text) => expectSame(text));

  it.each([
    ['keys that look like numbers', 'b: 1\n2: {x: [a, , b]}\n1: ~\n'.replace(', ,', ',')],
    ['aliases', 'a: &a {x: 1, y: [2, 3]}\nb: *a\n'],
    ['words that are values', 'yes: true\nno: "true"\nnil:\n'],
    ['a key that is a name of objects', '__proto__: {toString: 1}\nconstructor: 2\n'],
  ])('keeps %s', (_what, text) => expectSame(text));

  it('gives mappings no prototype', () => {
    const value = kept('a: {b: [{c: 1}]}')?.value as { readonly a: { readonly b: readonly object[] } };
    for (const mapping of [value, value.a, value.a.b[0]]) expect(Object.getPrototypeOf(mapping)).toBeNull();
  });

  it('keeps nothing of a text of which something is told', () => {
    expect(kept('a: 1\na: 2\n')).toBeUndefined();
    expect(kept('a: words #that a comment cuts off\n')).toBeUndefined();
  });
});
