// Turn the values of a chart into bars and points at their places: the one place where a value becomes a length.
import type { ChartForm } from '../model/chart.ts';

/** The values of a chart and the field that they are drawn in, y downward from its upper edge. */
export interface ChartField {
  readonly form: ChartForm;
  /** Of each series at each period; undefined for a gap. */
  readonly values: readonly (readonly (number | undefined)[])[];
  /** Marks of the axis, from the lowest to the highest. */
  readonly marks: readonly number[];
  readonly width: number;
  readonly height: number;
  /** Share of a period's room that its bars fill. */
  readonly fill: number;
}

/** A bar, or a point of a line, which has no extent. */
export interface ChartMark {
  readonly series: number;
  readonly period: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** There is no value: it stands at zero, for the words that say so, and is not drawn. */
  readonly gap?: true;
}

/** Where a value stands in the field. */
export function heightOf(value: number, { marks, height }: Pick<ChartField, 'marks' | 'height'>): number {
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  return ((high - value) / (high - low)) * height;
}

/** Series by series, each from the first period to the last. */
export function chartMarks(field: ChartField): readonly ChartMark[] {
  const { form, values, width, fill } = field;
  const periods = values[0]?.length ?? 0;
  const slot = width / Math.max(1, periods);
  const side = form === 'bars' ? Math.max(1, values.length) : 1;
  const bar = (slot * fill) / side;
  /** Ends of what is stacked so far, above and below zero. */
  const stacked = Array.from({ length: periods }, () => ({ above: 0, below: 0 }));
  return values.flatMap((series, index) =>
    series.map((known, period): ChartMark => {
      const centre = slot * (period + 0.5);
      const value = known ?? 0;
      const place = { series: index, period, value, ...(known === undefined && { gap: true as const }) };
      if (form === 'lines') return { ...place, x: centre, y: heightOf(value, field), width: 0, height: 0 };
      const base = baseOf(stacked[period], value, form);
      const [top, bottom] = [heightOf(Math.max(base, base + value), field), heightOf(Math.min(base, base + value), field)];
      const left = form === 'bars' ? centre - (slot * fill) / 2 + index * bar : centre - bar / 2;
      return { ...place, x: left, y: top, width: bar, height: bottom - top };
    }),
  );
}

/** Where a bar begins; what is stacked on it begins where it ends. */
function baseOf(stacked: { above: number; below: number } | undefined, value: number, form: ChartForm): number {
  if (!stacked || form !== 'stacked-bars') return 0;
  const base = value < 0 ? stacked.below : stacked.above;
  if (value < 0) stacked.below += value;
  else stacked.above += value;
  return base;
}
