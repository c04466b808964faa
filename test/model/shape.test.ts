// What a parsed value must be: the first place where it is something else is told, and unknown keys are taken out.
import { describe, expect, it } from 'vitest';
import { list, number, object, oneOf, text, variant, where, whole } from '../../src/model/shape.ts';

const place = variant('kind', { cell: { row: whole(0, 9) }, prose: { section: text(5) } });
const shape = object(
  { name: text(5), lang: text(10, /^[a-z]+$/), size: number(-1, 1), side: oneOf('left', 'right'), places: list(place, 2) },
  { note: text(3) },
);
const sound = () => ({ name: 'a', lang: 'en', size: 0.5, side: 'left', places: [{ kind: 'cell', row: 3 }] as unknown[] });

describe('a shape', () => {
  it('finds nothing in what has it, with and without what may be missing', () => {
    expect(shape.fault(sound())).toBeUndefined();
    expect(shape.fault({ ...sound(), note: 'abc' })).toBeUndefined();
  });

  it.each([
    [{ name: 5 }, ['name'], 'no text'],
    [{ name: 'abcdef' }, ['name'], 'a text of more than 5 characters'],
    [{ lang: 'EN' }, ['lang'], 'a text of another form'],
    [{ size: '1' }, ['size'], 'no number'],
    [{ size: 2 }, ['size'], 'a number that is not from -1 to 1'],
    [{ size: Number.NaN }, ['size'], 'a number that is not from -1 to 1'],
    [{ side: 'up' }, ['side'], 'none of left, right'],
    [{ note: 1 }, ['note'], 'no text'],
    [{ note: undefined }, ['note'], 'no text'],
    [{ places: {} }, ['places'], 'no list'],
    [{ places: [1, 2, 3] }, ['places'], 'a list of more than 2 items'],
    [
      {
        places: [
          { kind: 'cell', row: 1 },
          { kind: 'cell', row: 0.5 },
        ],
      },
      ['places', 1, 'row'],
      'no whole number',
    ],
    [{ places: [{ kind: 'prose' }] }, ['places', 0, 'section'], 'missing'],
    [{ places: [{ kind: 'other' }] }, ['places', 0, 'kind'], 'none of cell, prose'],
    [{ places: [{ kind: 'constructor' }] }, ['places', 0, 'kind'], 'none of cell, prose'],
    [{ places: [null] }, ['places', 0, 'kind'], 'none of cell, prose'],
  ])('tells where %j has it not', (change, path, message) => {
    expect(shape.fault({ ...sound(), ...change })).toEqual({ path, message });
  });

  it('holds every text against its pattern, also after one that matched', () => {
    const langs = list(text(10, /^[a-z]+$/), 9);
    expect(langs.fault(['en', 'en', 'ja', 'EN'])).toEqual({ path: [3], message: 'a text of another form' });
  });

  it('wants fields of the value itself, and takes out what it does not know', () => {
    const value = { ...sound(), constructor: 1, __proto__: { note: 5 } };
    expect(shape.fault(value)).toBeUndefined();
    expect(Object.keys(value)).toEqual(Object.keys(sound()));
    for (const other of [null, [], 'text', 5, undefined]) expect(shape.fault(other)?.message).toBe('no object');
  });

  it('asks a further test of what is sound alone', () => {
    const rising = where(list(whole(0, 9), 5), (all) => all.every((each, i) => each === i), 'not in order');
    expect(rising.fault([0, 1, 2])).toBeUndefined();
    expect(rising.fault([1])).toEqual({ path: [], message: 'not in order' });
    expect(rising.fault([-1])?.path).toEqual([0]);
  });
});
