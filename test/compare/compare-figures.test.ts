// Figures that print something else without any edit of the data: what came or went beside them says why, or nothing does.
import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../src/compare/compare-figures.ts';
import type { FigureRecord } from '../../src/model/build-record.ts';

const figure = (text: string, place: 'cell' | 'prose', exact = '44.87', fact = 'ratio@fy'): FigureRecord => ({
  id: 1,
  fact,
  measure: 'amount',
  exact,
  printed: text.replace('%', ''),
  treatment: 'plain',
  text,
  lang: 'en',
  place: place === 'cell' ? { kind: 'cell', statement: 'position', row: 0, column: 'ratio' } : { kind: 'prose', section: 'position' },
  at: { file: 'data/mini/x.yaml', line: 1 },
  places: [],
});
const nothing = { fact: () => undefined, given: () => undefined, ordered: [] };
const prose = { old: figure('44.9%', 'prose'), new: figure('44.8%', 'prose') };

describe('a sentence that repeated a cell', () => {
  it.each([
    ['went with its table', [{ old: figure('44.9', 'cell') }]],
    ['came', [{ new: figure('44.8', 'cell') }]],
    ['is printed with other decimals', [{ old: figure('44.9', 'cell'), new: figure('45', 'cell') }]],
  ])('is of class text where the cell %s', (_, others) => {
    expect(compareFigures([prose, ...others], nothing).filter(({ class: name }) => name !== 'text')).toEqual([]);
  });

  it.each([
    ['nothing else changed', [prose]],
    ['a cell of another fact went', [prose, { old: figure('1', 'cell', '1', 'sales@fy') }]],
    ['its value is another', [{ ...prose, new: figure('44.8%', 'prose', '44.8') }, { old: figure('44.9', 'cell') }]],
    ['a cell of the same value reads otherwise', [{ old: figure('44.9', 'cell'), new: figure('44.8', 'cell') }]],
  ])('is unexplained where %s', (_, matches) => {
    expect(compareFigures(matches, nothing).map(({ class: name }) => name)).toContain('unexplained');
  });
});
