// Turn values into the marks of an axis, and hold those against what a reader of charts expects.
import { describe, expect, it } from 'vitest';
import { chartAxis, stackedEnds } from '../../src/figures/chart-axis.ts';

const marksOf = (values: readonly number[]): string => {
  const { marks, decimals } = chartAxis(values);
  return marks.map((mark) => mark.toFixed(decimals)).join(' ');
};

describe('chartAxis', () => {
  it.each([
    ['whole amounts', [7935, 8412], '0 5000 10000'],
    ['small amounts', [313, 462, 636], '0 200 400 600 800'],
    ['a loss beside a profit', [-120, 340], '-200 0 200 400'],
    ['losses alone', [-120, -340], '-400 -300 -200 -100 0'],
    ['percentages with decimals', [0.4, 1.3], '0.0 0.5 1.0 1.5'],
    ['a value that a mark says', [400], '0 100 200 300 400'],
    ['nothing but zero', [0, 0], '0 1'],
    ['no value', [], '0 1'],
    ['trillions', [45_095_325_000_000], '0 20000000000000 40000000000000 60000000000000'],
    ['hundredths', [0.021, 0.034], '0.00 0.01 0.02 0.03 0.04'],
  ] as const)('marks round values and zero for %s', (_, values, expected) => {
    expect(marksOf(values)).toBe(expected);
  });

  it('covers every value', () => {
    for (let value = 1; value < 1e7; value = value * 1.37 + 1) {
      const marks = chartAxis([value, -value / 3]).marks.map((mark) => Number(mark.toString()));
      expect(marks[0]).toBeLessThanOrEqual(-value / 3);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(value);
      expect(marks).toContain(0);
      expect(marks.length).toBeLessThan(9);
    }
  });
});

describe('stackedEnds', () => {
  it('adds what stands above zero and what stands below it', () => {
    expect(
      stackedEnds([
        [3, -1],
        [4, 2],
        [-5, -6],
      ]),
    ).toEqual([7, -5, 2, -7]);
  });
});
