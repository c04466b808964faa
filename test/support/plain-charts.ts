// Turn nothing into how charts are drawn in tests that do not ask for them otherwise.
import type { ChartStyle } from '../../src/model/style.ts';

export const plainCharts: ChartStyle = {
  height: 100,
  size: 8,
  minSize: 6,
  fill: 0.6,
  rules: { axis: 0.5, grid: 0.25, line: 1 },
  colours: [
    [0.25, 0.25, 0.25],
    [0.85, 0.85, 0.85],
  ],
  before: 6,
  after: 8,
};
