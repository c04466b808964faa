import { describe, expect, it } from 'vitest';
import { alignPoints } from '../../../src/layout/table/align-points.ts';
import { fitColumns } from '../../../src/layout/table/fit-columns.ts';
import { measureTable } from '../../../src/layout/table/measure-table.ts';
import type { Table } from '../../../src/model/document.ts';
import type { TableStyle } from '../../../src/model/style.ts';
import { head, table } from '../../support/block-document.ts';
import { plainTable } from '../../support/block-style.ts';
import { blockTypesetter } from '../../support/block-typesetter.ts';

const spec = { lang: 'en', role: 'table', size: 10, weight: 400, italic: false } as const;
const fitted = (set: Table, measure: number, change: Partial<TableStyle> = {}) =>
  fitColumns(set, measureTable(set, alignPoints(set), spec, spec, blockTypesetter), { ...plainTable, ...change }, measure);

// Label 2 em and indent 1 em; a column of 3 em and one of .5 + .5 em; gutters of 1 em: 9 em.
const small = table('t', ['abcd | 123,45 | 1)']);

describe('the size of a table', () => {
  it('is the largest that fits', () => {
    expect(fitted(small, 90).size).toBe(10);
    expect(fitted(small, 89).size).toBe(8);
  });

  it('is the smallest with wrapped labels when none fits, and says what is missing when that does not help', () => {
    expect(fitted(small, 71)).toMatchObject({ size: 8, missing: { needed: 72, size: 8 } });
  });
});

describe('room left over', () => {
  it('goes to the gutters up to their limit, then to the labels', () => {
    const [first, second] = fitted(small, 100).columns;
    expect([(first?.left ?? 0) - 30, (second?.left ?? 0) - (first?.right ?? 0)]).toEqual([15, 15]);
    const wide = fitted(small, 200);
    expect((wide.columns[1]?.left ?? 0) - (wide.columns[0]?.right ?? 0)).toBe(20);
    expect(wide.stub).toBe(120);
    expect(wide.columns[1]?.right).toBe(200);
  });

  it('stays beside a table of natural width', () => {
    expect(fitted(small, 200, { width: 'natural' }).width).toBe(110);
  });
});

describe('a column', () => {
  it('is as wide as its head, with the figures in the middle', () => {
    const headed = { ...table('t', ['abcd | 12']), headRows: 1, heads: [head('h', [0, 1, 1, 1], 'eight ch')] };
    const [column] = fitted(headed, 90).columns;
    expect((column?.right ?? 0) - (column?.left ?? 0)).toBe(40);
    expect(column?.digits).toBe((column?.left ?? 0) + 25);
  });

  it('ends its figures at its right edge where heads keep to the digits', () => {
    const headed = { ...table('t', ['abcd | 12)']), headRows: 1, heads: [head('h', [0, 1, 1, 1], 'eight ch')] };
    const [column] = fitted(headed, 100, { headAlign: 'digit' }).columns;
    expect((column?.right ?? 0) - (column?.left ?? 0)).toBe(45);
    expect(column?.digits).toBe((column?.right ?? 0) - 5);
  });

  it('widens with its neighbours under a head that is wider than they', () => {
    const headed = { ...table('t', ['abcd | 12 | 12']), headRows: 1, heads: [head('h', [0, 1, 1, 2], 'sixteen chars ok')] };
    const [first, second] = fitted(headed, 130).columns;
    // 8 em of head over two columns and the gutter between them.
    expect((first?.right ?? 0) - (first?.left ?? 0)).toBe(35);
    expect((second?.right ?? 0) - (second?.left ?? 0)).toBe(35);
  });

  it('is never narrower than the style says', () => {
    const [column] = fitted(small, 150, { minColumn: 5 }).columns;
    expect((column?.right ?? 0) - (column?.left ?? 0)).toBe(50);
  });

  it('gives a label without figures the whole width', () => {
    const long = table('t', ['#a section head that is very long indeed', 'abcd | 12']);
    expect(fitted(long, 90).size).toBe(10);
  });
});

describe('a size below 8 points', () => {
  const sizes = [9, 8, 7];

  it('waits until labels have been wrapped at 8', () => {
    const long = table('t', ['one two three four five six seven eight | 12,345', 'ab | 1']);
    const needed = fitted(long, 1000).stub;
    expect(needed).toBeGreaterThan(0);
    const fit = fitted(long, 160, { sizes });
    expect(fit).toMatchObject({ size: 8 });
    expect(fit.missing).toBeUndefined();
    expect(fit.width).toBeCloseTo(160, 5);
  });

  it('is taken where wrapped labels do not help', () => {
    expect(fitted(small, 64, { sizes })).toMatchObject({ size: 7 });
  });
});

describe('groups of columns', () => {
  const heads = [head('a', [0, 1, 1, 2], 'x'), head('b', [0, 3, 1, 2], 'y')];
  const gaps = (headed: Table): readonly number[] =>
    fitted(headed, 150).columns.map(({ left }, index, all) => left - (all[index - 1]?.right ?? 0));

  it('stand further apart than the columns inside them', () => {
    const [, inside = 0, between = 0, insideSecond] = gaps({ ...table('t', ['ab | 12 | 12 | 12 | 12']), headRows: 1, heads });
    expect(between).toBeGreaterThan(inside);
    expect(insideSecond).toBeCloseTo(inside, 5);
  });

  it('leave the columns of a table without groups as they are', () => {
    const [, first = 0, second = 0] = gaps(table('t', ['ab | 12 | 12 | 12 | 12']));
    expect(second).toBeCloseTo(first, 5);
  });
});
