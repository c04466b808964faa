// Lines and surfaces that are drawn at the same place in another weight or colour are told; the same in another form of writing is not.
import { describe, expect, it } from 'vitest';
import { compareShapes } from '../../../src/compare/compare-files/compare-shapes.ts';
import type { PageShape } from '../../../src/pdf/engine/page-shapes.ts';

const line: PageShape = { x: 72, y: 300, width: 200, height: 0, weight: 0.35, stroke: 0 };
const surface: PageShape = { x: 72, y: 400, width: 200, height: 40, fill: 0xff0000 };
const told = (old: readonly PageShape[], now: readonly PageShape[], redrawn = false) =>
  compareShapes(1, old, 1, now, redrawn).changes.map(({ kind, what, before, after }) => `${kind} ${what} ${before} > ${after}`);

describe('what is drawn on two pages', () => {
  it.each<readonly [string, PageShape, PageShape, string]>([
    ['a line that is thicker', line, { ...line, weight: 0.45 }, 'weight line 0.35 pt > 0.45 pt'],
    ['a line in another colour', line, { ...line, stroke: 0x333333 }, 'colour line #000000 > #333333'],
    [
      'a rule that is a thicker surface',
      { ...line, height: 0.35, fill: 0 },
      { ...line, y: 299.9, height: 0.5, weight: 0.5, fill: 0 },
      'weight line 0.35 pt > 0.5 pt',
    ],
    ['a surface in another colour', surface, { ...surface, fill: 0x008200 }, 'colour surface #ff0000 > #008200'],
  ])('tells %s', (_, old, now, words) => expect(told([old], [now])).toEqual([words]));

  it.each<readonly [string, PageShape, PageShape, boolean]>([
    ['the same line', line, { ...line, x: 72.01 }, false],
    ['a weight that is rounded', line, { ...line, weight: 0.36 }, false],
    ['a line that another program writes as a rule', line, { x: 72, y: 299.8, width: 200, height: 0.38, weight: 0.38, fill: 0 }, true],
    ['a colour that is rounded', surface, { ...surface, fill: 0xfe0101 }, true],
    ['a line that stands elsewhere', line, { ...line, y: 320, weight: 1 }, false],
    ['a pattern', { ...surface, fill: -1 }, surface, false],
  ])('is quiet about %s', (_, old, now, redrawn) => expect(told([old], [now], redrawn)).toEqual([]));

  it('takes lines that lie on each other for those that are most alike', () => {
    const double = [line, { ...line, y: 300.5, weight: 0.7 }];
    expect(told(double, [...double].reverse())).toEqual([]);
  });
});
