// Turn lists into fields by hand: what is written is JSON, a value a line.
import { expect, it } from 'vitest';
import { jsonLists } from '../../../src/render/document/json-lists.ts';

it('writes fields in their order, one value a line', () => {
  const written = jsonLists([
    ['first', ['{"a":1}', '2']],
    ['none', []],
    ['last', ['"text"']],
  ]);
  expect(written).toBe('"first":[\n{"a":1},\n2\n],\n"none":[\n\n],\n"last":[\n"text"\n]');
  expect(JSON.parse(`{${written}}`)).toEqual({ first: [{ a: 1 }, 2], none: [], last: ['text'] });
});
