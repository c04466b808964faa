// A record is what JSON makes of it, with a line for every value, whatever its lists hold.
import { expect, it } from 'vitest';
import { recordText } from '../../../src/render/document/record-text.ts';

it('has a value a line, also where a list has none or one', () => {
  const written = recordText(3, [
    ['none', []],
    ['some', ['{"a":1}', '"b, c"', '[\n2]']],
    ['one', ['"\\n"']],
    ['last', []],
  ]);
  expect(written).toBe('{"format":3,\n"none":[\n\n],\n"some":[\n{"a":1},\n"b, c",\n[\n2]\n],\n"one":[\n"\\n"\n],\n"last":[\n\n]}\n');
  expect(JSON.parse(written)).toEqual({ format: 3, none: [], some: [{ a: 1 }, 'b, c', [2]], one: ['\n'], last: [] });
});
