// Turn bars and points into labels, and hold them apart from each other and from what they do not measure.
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../src/figures/chart-labels.ts';
import { chartMarks, heightOf } from '../../src/figures/chart-marks.ts';
import type { ChartForm } from '../../src/model/chart.ts';

const placed = (form: ChartForm, values: readonly (readonly number[])[], { width = 300, label = 20, size = 8 } = {}) => {
  const field = { form, values, marks: [-100, 0, 100], width, height: 200, fill: 0.6 };
  const marks = chartMarks(field);
  return { marks, ...placeLabels(marks, form, { size, width, zero: heightOf(0, field), widthOf: () => label }) };
};

describe('placeLabels', () => {
  it.each<[string, ChartForm, readonly (readonly number[])[]]>([
    [
      'bars',
      'bars',
      [
        [50, 80],
        [20, -40],
      ],
    ],
    [
      'stacked bars',
      'stacked-bars',
      [
        [50, 30],
        [40, 60],
      ],
    ],
    [
      'a slice that is too low for its figure',
      'stacked-bars',
      [
        [50, 60],
        [1, 30],
      ],
    ],
    ['a small loss under a stack', 'stacked-bars', [[50], [-1]]],
    [
      'lines',
      'lines',
      [
        [10, 50, 90],
        [80, 20, -30],
      ],
    ],
    [
      'lines that meet',
      'lines',
      [
        [10, 50, 90],
        [12, 49, 88],
      ],
    ],
  ])('finds a place for every figure of %s', (_, form, values) => {
    const { labels, crowded } = placed(form, values);
    expect(crowded).toEqual([]);
    expect(labels).toHaveLength(values.flat().length);
    for (const [index, a] of labels.entries()) {
      for (const b of labels.slice(index + 1)) {
        const apart =
          a.x + a.width <= b.x + 0.1 || b.x + b.width <= a.x + 0.1 || a.y + a.height <= b.y + 0.1 || b.y + b.height <= a.y + 0.1;
        expect(apart, `${a.mark.value} and ${b.mark.value}`).toBe(true);
      }
    }
  });

  it('sets the figure of a loss below its bar, and that of a gain above', () => {
    const { labels } = placed('bars', [[50, -50]]);
    const [gain, loss] = labels;
    expect(gain && gain.y + gain.height <= gain.mark.y).toBe(true);
    expect(loss && loss.y >= loss.mark.y + loss.mark.height).toBe(true);
  });

  it.each<[string, ChartForm, readonly (readonly number[])[], object]>([
    [
      'figures wider than their bars, beside each other',
      'bars',
      [
        [50, 50, 50, 50],
        [51, 51, 51, 51],
      ],
      { label: 60 },
    ],
    ['many lines through one point', 'lines', [[50], [50], [50], [50], [50]], {}],
    ['a figure wider than the field', 'bars', [[50]], { label: 400 }],
  ])('tells of %s', (_, form, values, options) => {
    expect(placed(form, values, options).crowded.length).toBeGreaterThan(0);
  });
});
