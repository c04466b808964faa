import { describe, expect, it } from 'vitest';
import { alignPoints } from '../../../src/layout/table/align-points.ts';
import { table } from '../../support/block-document.ts';

const lacking = (rows: readonly string[]): readonly string[] => {
  const set = table('t', rows);
  const of = alignPoints(set);
  return set.rows.map((_, row) => of(row, 0));
};

describe('figures of a section with several points', () => {
  it('lack what the longest has after the point', () => {
    expect(lacking(['a | 51.74', 'b | (7.5)', 'c | 22,480', 'd | –', 'e | '])).toEqual(['', '0', '.00', '', '']);
  });

  it('share the digit edge where one point stands alone', () => {
    expect(lacking(['a | (103,477)', 'b | (51.74)', 'c | 22,480'])).toEqual(['', '', '']);
  });

  it('stop at section heads and at totals, which stand alone', () => {
    expect(lacking(['a | 1.25', 'b | 1.5', '-Total | 3', 'c | 4', '#Head', 'd | 5', 'e | 1.5'])).toEqual(['', '0', '', '', '', '', '']);
  });
});
