// Turn a data file into one with another value or another key at one place: well-formed YAML mostly, so that the stages behind the parser meet it.
import { isMap, isNode, isScalar, type Node, parseDocument, visit } from 'yaml';
import type { Seeded } from '../seeded-random.ts';
import { construct } from './markup-constructs.ts';
import { longRun, nastyText } from './nasty-text.ts';
import type { Mutation } from './text-mutations.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the values and the keys of a file stand, and each key with its value; nothing where the file is no YAML any more. */
function placesOf(text: string): {
  readonly values: readonly Stretch[];
  readonly keys: readonly Stretch[];
  readonly pairs: readonly Stretch[];
} {
  const values: Stretch[] = [];
  const keys: Stretch[] = [];
  const pairs: Stretch[] = [];
  const stretch = (node: Node): Stretch | undefined =>
    node.range && node.range[1] > node.range[0] ? { start: node.range[0], end: node.range[1] } : undefined;
  visit(parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      const own = isScalar(key) ? stretch(key) : undefined;
      const held = isNode(value) ? stretch(value) : undefined;
      if (own) keys.push(own);
      if (own) pairs.push({ start: own.start, end: held?.end ?? own.end + 1 });
    },
    Node(role, node) {
      const own = role === 'key' ? undefined : stretch(node);
      if (own && !(isMap(node) && own.start === 0)) values.push(own);
    },
  });
  return { values, keys, pairs };
}

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
/** A text as YAML writes it between double quotation marks: no character is lost on the way. */
const quoted = (text: string): string =>
  `"${Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (code > 0x1f && code < 0x7f) return character;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('')}"`;

/** What may stand where a value stood. */
const values: Readonly<Record<string, (random: Seeded, others: readonly string[]) => string>> = {
  nothing: (random) =>
    random.pick(['', 'null', '~', "''", '""', '" "', '"\\n"', '[]', '{}', '[null]', "['']", '{"": ""}', '[[]]', '[{}]', '{a: }']),
  'a number': (random) =>
    random.pick([
      ...[
        '0',
        '-0',
        '-1',
        '1',
        '0.5',
        '00012',
        '1e3',
        '1e999',
        '-1e999',
        '0x1F',
        '0o17',
        '1_000',
        '.inf',
        '.nan',
        '1:30',
        '(1)',
        '(0)',
        '△1',
      ],
      ...['9'.repeat(400), `0.${'0'.repeat(400)}1`, '1,2,3', ',', '１２', '1,234,567,890,123,456,789', '99999999999999999999.99%', '1/3'],
    ]),
  'a word': (random) =>
    random.pick(['true', 'no', 'x', 'ja', '漢字', '2001-99-99', '2001-02-30', '0000-00-00', '..', '../..', '/etc', 'a b', '-', '…']),
  'a name of objects': (random) => random.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'then']),
  'a huge text': (random) => quoted(longRun(random)),
  'a nasty text': (random) =>
    quoted(Array.from({ length: 1 + random.below(3) }, () => nastyText(random)).join(random.pick(['', 'x', '漢']))),
  'markup in a value': (random) => quoted(construct(random)),
  'an object': (random) =>
    random.pick([
      '{a: 1}',
      '{ja: x}',
      '{ja: x, en: y}',
      '{ja: , en: }',
      '{a: {b: {c: {d: {}}}}}',
      '{__proto__: {x: 1}}',
      '{constructor: x}',
    ]),
  'a list': (random) => random.pick(['[1, 2]', '[x]', '[[x], [y]]', '[{a: 1}]', `[${'x, '.repeat(2_000)}x]`, '[ja, en]']),
  'another value of the file': (random, others) => random.pick(others),
  'deep nesting': (random) => {
    const depth = random.pick([10, 60, 63, 64, 65, 66, 500, 20_000]);
    return random.below(2) === 0 ? nested(depth, '[', ']') : nested(depth, '{a: ', '}');
  },
  'an anchor and aliases': (random) =>
    random.pick([
      '&a x',
      '*a',
      '*none',
      '&a [*a]',
      '&a {b: *a}',
      '[&a x, *a, *a]',
      '&a &b x',
      '{<<: *a}',
      '{<<: {a: 1}}',
      bomb(12),
      bomb(4),
    ]),
  'a tag': (random) =>
    random.pick(['!!str x', '!!int x', '!!binary eA==', '!!js/function x', '!x', '!', '!<tag:x> y', '!!set {a}', '!!timestamp 2001-01-01']),
  'a block': (random) =>
    random.pick(['|\n  x\n  y', '>-\n  x', '|9\n x', '|+\n\n\n', '? a\n: b', '"a\n\n  b"', "'a\n  b'", '"\\q"', '"\\ud800"', '"\\x00"']),
};

/** Aliases of aliases: each level ten times as many values. */
function bomb(levels: number): string {
  const level = (n: number): string => (n === 0 ? '&l0 [x]' : `&l${n} [${Array.from({ length: 10 }, () => `*l${n - 1}`).join(', ')}]`);
  return `[${Array.from({ length: levels }, (_, n) => level(n)).join(', ')}]`;
}

const splice = (text: string, { start, end }: Stretch, by: string): string => text.slice(0, start) + by + text.slice(end);

export const valueMutations: Readonly<Record<string, Mutation>> = Object.fromEntries(
  Object.entries(values).map(([name, make]) => [
    name,
    (text, random) => {
      const places = placesOf(text).values;
      if (places.length === 0) return `${text}\n`;
      const place = random.pick(places);
      const other = random.pick(places);
      return splice(text, place, make(random, [text.slice(other.start, other.end)]));
    },
  ]),
);

export const keyMutations: Readonly<Record<string, Mutation>> = {
  'rename a key': onKey((key, random) =>
    random.pick([
      `${key}x`,
      key.slice(1),
      key.toUpperCase(),
      `${key} `,
      'x',
      '__proto__',
      'constructor',
      'toString',
      '""',
      '"a b"',
      '1',
      'true',
      'null',
      '<<',
      '?',
    ]),
  ),
  'rename a key to nasty text': onKey((key, random) => quoted(key + nastyText(random))),
  'rename a key to another': (text, random) => {
    const { keys } = placesOf(text);
    if (keys.length === 0) return `${text}\n`;
    const other = random.pick(keys);
    return splice(text, random.pick(keys), text.slice(other.start, other.end));
  },
  'give a key twice': onPair((pair, random, indent, flow) =>
    flow ? `${pair}, ${pair}` : `${pair}\n${indent}${random.pick([pair, pair.replace(/:.*/s, ':')])}`,
  ),
  'delete a key': onPair(() => ''),
  'add a key': onPair((pair, random, indent, flow) => {
    const added = random.pick([
      'x: 1',
      '__proto__: {a: 1}',
      'constructor: x',
      '"\\ue000": x',
      '<<: {a: 1}',
      'null: x',
      '[a]: x',
      '{a: b}: x',
      `"${'k'.repeat(3_000)}": x`,
    ]);
    return flow ? `${added}, ${pair}` : `${added}\n${indent}${pair}`;
  }),
};

function onKey(change: (key: string, random: Seeded) => string): Mutation {
  return (text, random) => {
    const { keys } = placesOf(text);
    if (keys.length === 0) return `${text}\n`;
    const place = random.pick(keys);
    return splice(text, place, change(text.slice(place.start, place.end), random));
  };
}

/** `flow` tells that the pair stands in braces on one line. */
function onPair(change: (pair: string, random: Seeded, indent: string, flow: boolean) => string): Mutation {
  return (text, random) => {
    const { pairs } = placesOf(text);
    if (pairs.length === 0) return `${text}\n`;
    const place = random.pick(pairs);
    const line = text.slice(text.lastIndexOf('\n', place.start - 1) + 1, place.start);
    const flow = /[{,]\s*$/.test(line);
    return splice(text, place, change(text.slice(place.start, place.end), random, ' '.repeat(line.length), flow));
  };
}
