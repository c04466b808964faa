// What a bench calls slower, and how it sums measurements up.
import { describe, expect, it } from 'vitest';
import { slower } from './record.mjs';
import { median, ratio, ratioSpread, spread } from './statistics.mjs';

const recorded = { build: { toLoop: 40, toTypst: 3 }, diff: { toLoop: 15 } };
const rows = (build: { toLoop: number; toTypst?: number }, diff: number) =>
  new Map([
    ['build', build],
    ['diff', { toLoop: diff }],
    ['new row', { toLoop: 1 }],
  ]);

describe('a row is slower', () => {
  it('when it grew by more than a tenth, to Typst and to the loop', () => {
    expect(slower(rows({ toLoop: 44.5, toTypst: 3.4 }, 15), recorded)).toEqual([
      'build: toTypst 3.40, recorded 3; toLoop 44.50, recorded 40',
    ]);
    expect(slower(rows({ toLoop: 40, toTypst: 3 }, 16.6), recorded)).toEqual(['diff: toLoop 16.60, recorded 15']);
  });

  it('not when one of the two did not: the machine was slower at that moment', () => {
    expect(slower(rows({ toLoop: 60, toTypst: 3.2 }, 15), recorded)).toEqual([]);
    expect(slower(rows({ toLoop: 43, toTypst: 9 }, 15), recorded)).toEqual([]);
  });

  it('by the loop alone where Typst was not measured', () => {
    expect(slower(rows({ toLoop: 50 }, 15), recorded)).toHaveLength(1);
  });
});

describe('measurements', () => {
  it('are told by their median and their spread', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), spread([3, 1, 2])]).toEqual([2, 2.5, '2 (1 to 3)']);
  });

  it('are compared by medians, the spread by pairs', () => {
    expect(ratioSpread(ratio([2, 4, 9], [1, 2, 3]))).toBe('2.00 (2.00 to 3.00)');
  });
});
