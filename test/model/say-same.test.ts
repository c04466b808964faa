// Turn pairs of values into whether they say the same.
import { expect, it } from 'vitest';
import { Exact } from '../../src/model/exact.ts';
import { saySame } from '../../src/model/say-same.ts';

it.each<[string, unknown, unknown]>([
  ['words and numbers', { a: 'x', b: [1, true] }, { a: 'x', b: [1, true] }],
  ['exact numbers', { value: Exact.of(3n, 2n) }, { value: Exact.of(6n, 4n) }],
  ['places apart', { a: 1, at: { line: 1 } }, { a: 1, at: { line: 9 } }],
  ['a place and none', { a: [{ b: 1, at: { line: 1 } }] }, { a: [{ b: 1 }] }],
  ['a field without a value and none', { a: 1, b: undefined }, { a: 1 }],
])('is the same: %s', (_, a, b) => {
  expect(saySame(a, b)).toBe(true);
  expect(saySame(b, a)).toBe(true);
});

it.each<[string, unknown, unknown]>([
  ['another word', { a: ['x'] }, { a: ['y'] }],
  ['a field more', { a: 1 }, { a: 1, b: 0 }],
  ['an item more', [1], [1, 2]],
  ['exact numbers', { value: Exact.of(1n) }, { value: Exact.of(1n, 2n) }],
  ['an exact number and a plain one', Exact.of(1n), { n: 1n, d: 1n }],
  ['a list and an object', [], {}],
  ['nothing and an object', null, {}],
  ['two maps', new Map(), new Map()],
  ['a set and an object', new Set(), {}],
])('is not the same: %s', (_, a, b) => {
  expect(saySame(a, b)).toBe(false);
  expect(saySame(b, a)).toBe(false);
});
