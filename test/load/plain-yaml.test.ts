// Turn the same texts into values and places twice, in one pass and with the library, and hold the two against each other.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryYaml } from '../../src/load/library-yaml.ts';
import { lineStarts, spanOf } from '../../src/load/line-starts.ts';
import type { Place } from '../../src/load/place.ts';
import { plainYaml } from '../../src/load/plain-yaml.ts';
import type { SourceFile } from '../../src/model/sources.ts';

/** Every value with the place that findings would give it and its key. */
function told(source: SourceFile, value: unknown, place: Place): unknown {
  const at = shown(source, place.start, place.end);
  if (Array.isArray(value)) return [at, value.map((item, index) => told(source, item, place.items?.[index] as Place))];
  if (typeof value !== 'object' || value === null) return [at, value];
  const entries = Object.entries(value).map(([name, inner]) => {
    const key = place.keys?.get(name);
    if (!key) throw new Error(`no place for ${name}`);
    return [name, shown(source, key.start, key.end), told(source, inner, key.value)];
  });
  return [at, entries];
}

function shown(source: SourceFile, start: number, end: number): string {
  const { line, column, length } = spanOf(source, start, end);
  return `${line}:${column}+${length}`;
}

/** What the one-pass reader makes of a text and what the library does; undefined where it gave the text up. */
function both(text: string): { readonly plain: unknown; readonly library: unknown } | undefined {
  const source: SourceFile = { file: 'a.yaml', text, lineStarts: lineStarts(text) };
  const plain = plainYaml(text);
  if (!plain) return undefined;
  const faults: string[] = [];
  const library = libraryYaml(source, ({ message, at }) => faults.push(`${message} ${at?.line}:${at?.column}`));
  return {
    plain: told(source, plain.value, plain.place),
    library: library ? told(source, library.value, library.place) : faults,
  };
}

function agree(text: string): boolean {
  const result = both(text);
  if (result) expect(result.plain, text).toEqual(result.library);
  return result !== undefined;
}

const files = ['data', 'templates', 'fonts', 'test/support/fixture'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** Texts at the border of what is plain: each is given up, or read as the library reads it. */
const border = [
  'a: 1',
  'a:',
  'a: # c',
  'a:  x  # c',
  'a: x#y',
  'a: x # y # z',
  '# c\na: 1\n# d',
  'a: &b 1\nc: *b',
  'a: &b\n  c: 1\nd: *b',
  'a: &b\n  - 1\nd: *b',
  'a: &b\nc: *b',
  'a: &b {c: 1}\nd: *b',
  'a:\n- 1\n- 2\nb: 3',
  'a:\n  - 1\n  -\n  - # c\n  - x',
  'a:\n  - b: 1\n    c: 2\n  - d: 3',
  'a:\n  -   b: 1\n      c: 2',
  'a:\n  - - 1',
  'a:\n  - b:\n    - 1',
  'a:\n  - b:\n      - 1\n    c: 2',
  'a: - 1',
  'a: -',
  'a: -x',
  'a: - x: 1',
  'a: b: c',
  'a: b:c',
  'a: http://x.y',
  'a b: c d',
  'a : b',
  '"a": b',
  "'a': 'b''c'",
  'a: "b"',
  'a: "b\\n"',
  'a: "b" c',
  'a: "b" # c',
  'a: "b"# c',
  "a: 'b",
  'a: "b\n  c"',
  'a: b\n  c',
  'a: b\nc',
  'a: b\n c: d',
  'a:\n  b: 1\n c: 2',
  'a:\n  b: 1\n   c: 2',
  'a: {}',
  'a: []',
  'a: { }',
  'a: {b: 1, }',
  'a: [1, ]',
  'a: [,]',
  'a: {,}',
  'a: {b}',
  'a: {b: }',
  'a: {b: , c: 1}',
  'a: [b: c]',
  'a: {b: {c: [d, {e: f}]}}',
  'a: {b:c}',
  'a: {"b":c}',
  'a: {b: c d , e: f}',
  'a: {b: 1,000}',
  'a: [x y, z]',
  'a: {b: x:y}',
  'a: {b: x:}',
  'a: {b: x#y}',
  'a: {b: x #y}',
  'a: {b: 1\n  , c: 2}',
  'a: {\n  b: 1,\n  c: 2\n}',
  'a: {\n  b: 1,\n  c: 2\n  }',
  'a: {b: 1\n c: 2}',
  'a: {b: x\n  y}',
  'a: [x,\n y]',
  'a: [x,\ny]',
  'a: [x] y',
  'a: [x]: y',
  '{a: 1}',
  '[a]',
  'a',
  '',
  '\n',
  '# only',
  '- a',
  '? a\n: b',
  'a: |\n  x',
  'a: >-\n  x',
  'a: >-\n  x\n  y # z\nb: c',
  'a:\n  b: >-\n    x\n    y\n  c: >-\n    z\n',
  'a: >-\n  x\n\n  y',
  'a: >-\n  x\n   y',
  'a: >-\n   x\n  y',
  'a: >-\nb: c',
  'a: >-\n  x\n\nb: c',
  'a: >-\n  x\n# c\nb: c',
  'a: >-\n  - x\n  # y\nb: c',
  '- >-',
  'a:\n  - >-\n    x\n  - y',
  'a: &b >-\n  x\nc: *b',
  'a: >-\n  x \nb: c',
  'a: [>-\n x]',
  'a: !!str x',
  'a: !x y',
  'a: @x',
  'a: `x',
  'a: %x',
  '%x',
  '---\na: 1',
  'a: 1\n---\nb: 2',
  'a: 1\n...',
  'a:\t1',
  '\ta: 1',
  'a: true\nb: True\nc: yes\nd: null\ne: ~\nf: NULL\ng: ""',
  'true: 1',
  'null: 1',
  '~: 1',
  '<<: 1',
  'a: 1\na: 2',
  'a: {b: 1, b: 2}',
  'a: *b',
  'a: &b\n',
  'a: &b &c 1',
  'a: *b c',
  '&a b: c',
  '*a : b',
  'a: &b x\nb: &b y\nc: *b',
  'a: x\n\n\nb: y\n',
  'a:\n\n  b: x\n\n  c: y\n',
  'a: x\n  # c\nb: y',
  'a:\n# c\n  b: x',
  'a:\n  b: x\n# c\n  c: y',
  'a:\n    b: x\nc:\n  d: y',
  ' a: 1',
  ' a: 1\nb: 2',
  'a: 売上（百万円）\nb: "、"',
  'a: ａ：ｂ',
  'a：b',
  'a：b\nc: d',
  'a: ,x',
  'a: x,y',
  'a: x]',
  'a: ]x',
  'a: -1',
  'a: (1)',
  'a: --- x',
  'a: ... x',
  'a: x \n',
  'a: x\u00a0',
  'a: \u00a0x',
  'a: \ufeffx',
  'a: x\u2028y',
  'a:\n  - x\n y: 1',
  'a:\n  - x\n  y: 1',
  'a:\n  x: 1\n  - y',
  'a: [*b]',
  'a: [&b x, *b]',
  'a: {&b c: 1}',
  'a: {b: &c 1}',
  'a: {? b: 1}',
  'a: {-b: 1}',
  'a: [-]',
  'a: [-1]',
  'a: [- 1]',
  'a: {b: -}',
  'a: [:b]',
  'a: :b',
  'a: ?b',
  'a: [?b]',
];

describe('plainYaml', () => {
  it('reads our files as the library does, and nearly all of them', () => {
    const read = files.filter((file) => agree(readFileSync(file, 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(read.length).toBeGreaterThan(files.length * 0.9);
  });

  it.each(border)('gives up or agrees on %j', (text) => {
    agree(text);
  });

  it('gives up or agrees on mutations of our files, and seldom gives up without need', () => {
    const pieces = files.flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      const starts = lines.flatMap((line, index) => (/^[a-z]/.test(line) ? [index] : []));
      return starts.map((start) => lines.slice(start, start + 16));
    });
    const signs = [...' \n:,-#{}[]&*"\'|>?!%@`~', ': ', ' #', '- ', '  ', '\n  ', '\n    ', '&a ', '*a', '\t', 'x'];
    const edit = fc.record({ at: fc.nat(), cut: fc.nat(2), put: fc.oneof(fc.constantFrom(...signs), fc.constant('')) });
    const size = fc.integer({ min: 1, max: 16 });
    let read = 0;
    const runs = 4000;
    fc.assert(
      fc.property(fc.constantFrom(...pieces), size, fc.array(edit, { maxLength: 3 }), (lines, count, edits) => {
        const sound = lines.slice(0, count).join('\n');
        const text = edits.reduce((now, { at, cut, put }) => {
          const place = at % (now.length + 1);
          return now.slice(0, place) + put + now.slice(place + cut);
        }, sound);
        if (agree(text)) read++;
      }),
      { numRuns: runs },
    );
    expect(read).toBeGreaterThan(runs / 4);
  });
});
