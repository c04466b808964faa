import { describe, expect, it } from 'vitest';
import { alignPoints } from '../../../src/layout/table/align-points.ts';
import type { Measure } from '../../../src/model/statement-spec.ts';
import { table } from '../../support/block-document.ts';

/** What each row's figure of a column lacks, '' for blanks too. */
const lacking = (rows: readonly string[], column = 0, measures: readonly Measure[] = []): readonly string[] => {
  const set = table('t', rows, { measures });
  const of = alignPoints(set);
  return set.rows.map(({ cells }) => {
    const cell = cells[column];
    return cell ? of(cell) : '';
  });
};

describe('figures of a section with several points', () => {
  it('lack what the longest has after the point, whole numbers the point too', () => {
    expect(lacking(['a | 51.74', 'b | 7.5', 'c | 22,480'])).toEqual(['', '0', '.00']);
  });

  it('lack the same in brackets and with a percent sign: what follows the digits stands beyond them', () => {
    expect(lacking(['a | (51.74)', 'b | (7.5)', 'c | (22,480)'])).toEqual(['', '0', '.00']);
    expect(lacking(['a | 33.6%', 'b | (1.4%)', 'c | 100'])).toEqual(['', '', '.0']);
  });

  it('let nil and blanks be: a dash ends at the digit edge', () => {
    expect(lacking(['a | 51.74', 'b | 7.5', 'd | –', 'e | '])).toEqual(['', '0', '', '']);
  });

  it('have nothing to lack where all have as many decimals', () => {
    expect(lacking(['a | 33.6', 'b | (15.1)', 'c | 0.0'])).toEqual(['', '', '']);
  });
});

describe('one row of decimals among whole numbers', () => {
  it('shares the digit edge with them, as the per-share rows of a statement do', () => {
    expect(lacking(['a | (103,477)', 'b | (51.74)', 'c | 22,480', 'd | 44,960,000'])).toEqual(['', '', '', '']);
  });

  it('is not made two by a nil or by words whose row would print decimals', () => {
    const set = table('t', ['a | (51.74)', 'b | –', 'c | 22,480']);
    const rows = set.rows.map((row, index) =>
      index === 1 ? { ...row, cells: row.cells.map((cell) => cell && { ...cell, decimals: 2 }) } : row,
    );
    const of = alignPoints({ ...set, rows });
    expect(rows.map(({ cells }) => (cells[0] ? of(cells[0]) : ''))).toEqual(['', '', '']);
  });

  it('counts by rows: a period that lacks one of two rows stands as the other periods do', () => {
    const rows = ['a | (51.74) | (103.32)', 'b | 7.5 | –', 'c | 22,480 | 22,480'];
    expect(lacking(rows, 0)).toEqual(['', '0', '.00']);
    expect(lacking(rows, 1)).toEqual(['', '', '.00']);
  });

  it('is not made two by the points of percentages', () => {
    const rows = ['a | (51.74) | 7.5', 'b | 22,480 | 8.4'];
    expect(lacking(rows, 0, ['amount', 'percent-of'])).toEqual(['', '']);
  });
});

describe('a section', () => {
  it('ends at section heads and at totals, which stand alone', () => {
    expect(lacking(['a | 1.25', 'b | 1.5', '-Total | 3', 'c | 4', '#Head', 'd | 5', 'e | 1.5'])).toEqual(['', '0', '', '', '', '', '']);
  });

  it('ends at a rule between per-share rows', () => {
    const set = table('t', ['a | 51.74', 'b | 7.5', 'c | 22,480', 'd | 1.25']);
    const of = alignPoints({ ...set, rows: set.rows.map((row, index) => (index === 2 ? { ...row, rule: 'total' as const } : row)) });
    expect(set.rows.map(({ cells }) => (cells[0] ? of(cells[0]) : ''))).toEqual(['', '0', '', '']);
  });
});

describe('whole numbers of a column', () => {
  it('keep the digit edge where others of them stand apart from the points', () => {
    expect(lacking(['a | 9,000', '-b | 9,100', 'c | 300', 'd | 29.70', 'e | 29.5'])).toEqual(['', '', '', '', '0']);
    expect(lacking(['#Per share', 'a | 300', 'b | 29.70', 'c | 1.25', '#Shares', 'd | 22,480'])).toEqual(['', '', '', '', '', '']);
  });

  it('keep it in all columns of the measure, though one of them has no whole number elsewhere', () => {
    expect(lacking(['a | 9,000 | ', '-b | 9,100 | ', 'c | 300 | 300', 'd | 29.70 | 29.7', 'e | 29.5 | 1.25'], 1)).toEqual([
      '',
      '',
      '',
      '0',
      '',
    ]);
  });

  it('keep to the points where all of them stand among points of one length', () => {
    expect(lacking(['#A', 'a | 12', 'b | 1.25', 'c | 2.50', '#B', 'd | 3', 'e | 7.75', 'f | 4.50'])).toEqual([
      '',
      '.00',
      '',
      '',
      '',
      '.00',
      '',
      '',
    ]);
  });

  it('are not those of another measure', () => {
    const rows = ['a | 9,000 | 10', '-b | 9,100 | 7.5', 'c | 300 | 8.5', 'd | 29.70 | 2', 'e | 29.55 | 1.5'];
    expect(lacking(rows, 0, ['amount', 'percent-of'])).toEqual(['', '', '', '', '']);
  });
});
