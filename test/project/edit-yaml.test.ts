// Edits of a data file alter the characters of their values and nothing else.
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import type { YamlPath } from '../../src/model/sources.ts';
import { editYaml, type ValueEdit } from '../../src/project/edit-yaml.ts';

const file = 'data/a/periods/p.yaml';

/** The place of a value, as a session has it. */
function at(text: string, path: YamlPath) {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const yaml = parseYaml({ file, text: plain, lineStarts: lineStartsOf(plain) }, () => {});
  if (!yaml) throw new Error('no YAML');
  return yaml.locate(path);
}

const edited = (text: string, ...edits: readonly (readonly [YamlPath, string] | ValueEdit)[]) =>
  editYaml(
    file,
    Buffer.from(text),
    edits.map((edit) => ('value' in edit ? edit : { at: at(text, edit[0]), value: edit[1] })),
  );

describe('a value is replaced', () => {
  const cases: readonly (readonly [string, YamlPath, string, string])[] = [
    ['facts:\n  a.b:   1,234   # why\n  c: 2\n', ['facts', 'a.b'], '1,235', 'facts:\n  a.b:   1,235   # why\n  c: 2\n'],
    ['facts:\n  a: "-"\n', ['facts', 'a'], '5', 'facts:\n  a: "5"\n'],
    ["facts:\n  a: '-' # nil\n", ['facts', 'a'], '(5)', "facts:\n  a: '(5)' # nil\n"],
    ['facts:\n  a: 5\n', ['facts', 'a'], '-', 'facts:\n  a: "-"\n'],
    ['facts:\n  a: 5\n', ['facts', 'a'], '△1,234', 'facts:\n  a: △1,234\n'],
    ['facts:\n  a: 5\n', ['facts', 'a'], '(1.8%)', 'facts:\n  a: (1.8%)\n'],
    ['facts: {a: 5, b: 6}\n', ['facts', 'a'], '1,234', 'facts: {a: "1,234", b: 6}\n'],
    ['facts: {a: 5, b: 6}\n', ['facts', 'b'], '7', 'facts: {a: 5, b: 7}\n'],
    ['facts: {a: "5,000"}', ['facts', 'a'], '6,000', 'facts: {a: "6,000"}'],
    ['facts: # {\n  a: 5\n', ['facts', 'a'], '1,234', 'facts: # {\n  a: 1,234\n'],
    ['\uFEFFfacts:\r\n  a: 5\r\n  b: 6\r\n', ['facts', 'b'], '7', '\uFEFFfacts:\r\n  a: 5\r\n  b: 7\r\n'],
    ['\uFEFFa: 5\r\n', ['a'], '7', '\uFEFFa: 7\r\n'],
    ['stated:\n  a: {value: 23.6%, source: "a, b"}\n', ['stated', 'a', 'value'], '24.0%', 'stated:\n  a: {value: 24.0%, source: "a, b"}\n'],
    ['facts:\n  a: &x 5\n  b: *x\n', ['facts', 'b'], '6', 'facts:\n  a: &x 5\n  b: 6\n'],
  ];
  it.each(cases)('%j %j: %s', (text, path, value, result) => {
    expect(edited(text, [path, value]).text).toBe(result);
  });

  it('several at once, and tells each line', () => {
    const { text, changes } = edited('facts:\n  a: 1\n  b: 2\n  c: 3\n', [['facts', 'c'], '30'], [['facts', 'a'], '10']);
    expect(text).toBe('facts:\n  a: 10\n  b: 2\n  c: 30\n');
    expect(changes).toEqual([
      { file, line: 2, old: '  a: 1', now: '  a: 10' },
      { file, line: 4, old: '  c: 3', now: '  c: 30' },
    ]);
  });

  it('not where another place shares it, or where it stands on several lines', () => {
    expect(() => edited('facts:\n  a: &x 5\n  b: *x\n', [['facts', 'a'], '6'])).toThrow(`${file}:3: facts.b cannot be edited alone`);
    expect(() => edited('facts:\n  a: |\n    5\n    6\n', [['facts', 'a'], '6'])).toThrow('cannot be edited alone');
    expect(() => edited('facts:\n  a: 5\n', { at: { line: 1, column: 2, length: 3 }, value: '6' })).toThrow(
      /facts|cannot be edited|stands/,
    );
  });
});

describe('a value is added', () => {
  const add = (value: string, ...after: readonly string[]): ValueEdit => ({ path: ['facts', 'n'], value, after });
  const cases: readonly (readonly [string, ValueEdit, string])[] = [
    ['facts:\n  a: 1 # one\n  b: 2\n', add('5', 'a'), 'facts:\n  a: 1 # one\n  n: 5\n  b: 2\n'],
    ['facts:\n  a: 1\n  b: 2\n', add('5', 'x', 'a', 'y'), 'facts:\n  a: 1\n  n: 5\n  b: 2\n'],
    ['facts:\n  a: 1\n  b: 2\n\ncontrols:\n  z: 1\n', add('5'), 'facts:\n  a: 1\n  b: 2\n  n: 5\n\ncontrols:\n  z: 1\n'],
    ['facts:\n    a: 1', add('-'), 'facts:\n    a: 1\n    n: "-"'],
    ['facts: {a: 1, b: 2}\n', add('5,000', 'a'), 'facts: {a: 1, n: "5,000", b: 2}\n'],
    ['facts: {}\n', add('5'), 'facts: {n: 5}\n'],
    ['start: x\nfacts:\nend: y\n', add('5'), 'start: x\nfacts:\n  n: 5\nend: y\n'],
    ['start: x\n\n', add('5'), 'start: x\n\nfacts:\n  n: 5\n\n'],
    ['start: x', add('5'), 'start: x\n\nfacts:\n  n: 5'],
    ['facts:\r\n  a: 1\r\n', add('5', 'a'), 'facts:\r\n  a: 1\r\n  n: 5\r\n'],
  ];
  it.each(cases)('%j %j', (text, edit, result) => {
    expect(edited(text, edit).text).toBe(result);
  });

  it('each on its line, in the order in which they are given', () => {
    const first = { path: ['facts', 'm'], value: '1', after: ['a'] };
    const { text, changes } = edited('facts:\n  a: 1\n  b: 2\n', first, add('2', 'a', 'm'), [['facts', 'b'], '3']);
    expect(text).toBe('facts:\n  a: 1\n  m: 1\n  n: 2\n  b: 3\n');
    expect(changes.map(({ line, old }) => [line, old])).toEqual([
      [3, undefined],
      [4, undefined],
      [3, '  b: 2'],
    ]);
  });
});
