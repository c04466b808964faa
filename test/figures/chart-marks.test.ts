// Turn values into bars and points, and hold their lengths against the values.
import { describe, expect, it } from 'vitest';
import { chartMarks } from '../../src/figures/chart-marks.ts';
import type { ChartForm } from '../../src/model/chart.ts';

const field = (form: ChartForm, values: readonly (readonly number[])[]) => ({
  ...{ form, values, marks: [-100, 0, 100], width: 200, height: 100, fill: 0.5 },
});
const placesOf = (form: ChartForm, values: readonly (readonly number[])[]) =>
  chartMarks(field(form, values)).map(({ x, y, width, height }) => [x, y, width, height].map((length) => Number(length.toFixed(6))));

describe('chartMarks', () => {
  it.each([
    [
      'bars from zero up and down',
      'bars',
      [[50, -100]],
      [
        [25, 25, 50, 25],
        [125, 50, 50, 50],
      ],
    ],
    [
      'bars beside each other',
      'bars',
      [[50], [100]],
      [
        [50, 25, 50, 25],
        [100, 0, 50, 50],
      ],
    ],
    [
      'bars on each other',
      'stacked-bars',
      [[40], [60]],
      [
        [50, 30, 100, 20],
        [50, 0, 100, 30],
      ],
    ],
    [
      'losses under profits',
      'stacked-bars',
      [[40], [-20], [60], [-30]],
      [
        [50, 30, 100, 20],
        [50, 50, 100, 10],
        [50, 0, 100, 30],
        [50, 60, 100, 15],
      ],
    ],
    [
      'points of lines in the middle',
      'lines',
      [[0, 100]],
      [
        [50, 50, 0, 0],
        [150, 0, 0, 0],
      ],
    ],
    ['nothing for a nil', 'bars', [[0]], [[50, 50, 100, 0]]],
  ] as const)('places %s', (_, form, values, expected) => {
    expect(placesOf(form, values)).toEqual(expected);
  });
});
