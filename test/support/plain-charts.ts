// Turn nothing into how charts are drawn in tests that do not ask for them otherwise.
import type { ChartStyle } from '../../src/model/style.ts';

export const plainCharts: ChartStyle = {
  height: 100,
  size: 8,
  minSize: 6,
  fill: 0.6,
  rules: { axis: 0.5, grid: 0.25, line: 1 },
  colors: ['#404040', '#d9d9d9'].map((value) => ({ name: value, value })),
  before: 6,
  after: 8,
};
