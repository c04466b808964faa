// Turn YAML texts into values that are what was typed, and into places that mark exactly the key or value asked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import type { YamlFile, YamlPath } from '../../src/model/sources.ts';

function parsed(text: string): { readonly file: YamlFile | undefined; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const file = parseYaml({ file: 'a.yaml', text, lineStarts: lineStartsOf(text) }, (finding) => findings.push(finding));
  return { file, findings };
}

/** The text that a place marks. */
function marked(text: string, path: YamlPath, key?: boolean): string {
  const at = parsed(text).file?.locate(path, key);
  const line = text.split('\n')[(at?.line ?? 0) - 1] ?? '';
  return line.slice((at?.column ?? 0) - 1, (at?.column ?? 0) - 1 + (at?.length ?? 0));
}

describe('parseYaml', () => {
  it.each([
    '012',
    '1.10',
    '12345678901234567890123',
    '3,546,372',
    '(193,782)',
    '2002-07-01',
    '0x1F',
    '1e5',
    '.inf',
    '1_000',
    '-0',
    'no',
    'y',
    '23.6%',
  ])('leaves %s the text that was typed', (text) => {
    expect(parsed(`a: ${text}`).file?.value).toEqual({ a: text });
  });

  it('knows true, false and nothing', () => {
    expect(parsed('a: true\nb: false\nc:\nd: ~\ne: "true"').file?.value).toEqual({ a: true, b: false, c: null, d: null, e: 'true' });
  });

  it('marks values and keys in blocks, braces, lists and quotes', () => {
    const text = 'top:\n  one: 3,546,372  # why\n  two: {ja: 売上, en: "net sales"}\n  three:\n    - x\n    - {k: v}\n';
    expect(marked(text, ['top', 'one'])).toBe('3,546,372');
    expect(marked(text, ['top', 'one'], true)).toBe('one');
    expect(marked(text, ['top', 'two', 'ja'])).toBe('売上');
    expect(marked(text, ['top', 'two', 'en'])).toBe('"net sales"');
    expect(marked(text, ['top', 'three', 0])).toBe('x');
    expect(marked(text, ['top', 'three', 1, 'k'], true)).toBe('k');
    expect(marked(text, ['top', 'three', 1])).toBe('{k: v}');
  });

  it('marks the deepest parent that is there, by its key', () => {
    const text = 'top:\n  one: 1\n  list:\n    - a\n';
    expect(marked(text, ['top', 'missing'])).toBe('top');
    expect(marked(text, ['top', 'missing', 'deeper'], true)).toBe('top');
    expect(marked(text, ['top', 'list', 7])).toBe('list');
  });

  it('marks what an alias stands for inside its anchor, and the alias itself where it stands', () => {
    const text = 'a: &x {k: v}\nb: *x\n';
    expect(parsed(text).file?.value).toEqual({ a: { k: 'v' }, b: { k: 'v' } });
    expect(marked(text, ['b'])).toBe('*x');
    expect(parsed(text).file?.locate(['b', 'k'])).toMatchObject({ line: 1, column: 11 });
  });

  it('gives objects without a prototype, whatever their keys are', () => {
    const { file } = parsed('__proto__: {polluted: 1}\nconstructor: 2\n');
    const value = file?.value as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('finds every scalar of a random tree where it says it is', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        word.map((text) => `v${text}`),
        fc.dictionary(
          word.map((text) => `k${text}`),
          tie('node'),
          { minKeys: 1, maxKeys: 4 },
        ),
        fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, fc.boolean(), (value, flow) => {
        const text = flow ? JSON.stringify({ root: value }) : block({ root: value }, '');
        const { file } = parsed(text);
        expect(file?.value).toEqual({ root: value });
        for (const [path, scalar] of scalars(value, ['root'])) expect(marked(text, path)).toBe(flow ? `"${scalar}"` : scalar);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws: a mutated file is parsed or refused with a place', () => {
    const sound = 'a: &x {b: "1,000", c: [d, e]}\nf:\n  - g: |\n      text\n  - *x\n';
    const edit = fc.record({ at: fc.nat(sound.length), cut: fc.nat(3), text: fc.string({ maxLength: 3, unit: 'binary' }) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce((now, { at, cut, text: put }) => now.slice(0, at) + put + now.slice(at + cut), sound);
        const { file, findings } = parsed(text);
        if (file) expect(findings).toEqual([]);
        else
          expect(findings.map(({ code, at }) => [code, at !== undefined && at.line >= 1 && at.length >= 1])).toContainEqual([
            'load/yaml',
            true,
          ]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Plain block YAML of a tree of words. */
function block(value: unknown, indent: string): string {
  if (typeof value === 'string') return ` ${value}\n`;
  const lines = Array.isArray(value)
    ? value.map((item) => `${indent}-${block(item, `${indent}  `)}`)
    : Object.entries(value as object).map(([key, item]) => `${indent}${key}:${block(item, `${indent}  `)}`);
  return `${indent === '' ? '' : '\n'}${lines.join('')}`;
}

function scalars(value: unknown, path: YamlPath): [YamlPath, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => scalars(item, [...path, index]));
  return Object.entries(value as object).flatMap(([key, item]) => scalars(item, [...path, key]));
}
