// Turn a file of charts/ into what a chart draws: concepts over periods, in one form, with the words of every language.
import type { Labels, Located, Span } from './span.ts';
import type { Scale } from './unit.ts';

/** `bars` beside each other at each period, `stacked-bars` on each other, `lines` from period to period. */
export const chartForms = ['bars', 'stacked-bars', 'lines'] as const;
export type ChartForm = (typeof chartForms)[number];

/** How the periods of a chart are called: a few of the names that a language has for them. */
export const chartPeriodNames = ['term', 'short', 'end', 'label', 'quarter', 'fiscal-year', 'year'] as const;
export type ChartPeriodNames = (typeof chartPeriodNames)[number];

/** One concept of a chart. */
export interface ChartSeries {
  readonly concept: string;
  /** Instead of the concept's own. */
  readonly labels?: Labels;
  /** By period as `periods` names it: there is no value, and this is said in its place. */
  readonly gaps: ReadonlyMap<string, { readonly says: Labels; readonly at: Span }>;
  readonly at: Span;
}

export interface ChartSpec {
  /** File name without extension. */
  readonly id: string;
  readonly form: ChartForm;
  /** Line above the chart. */
  readonly title: Labels;
  /** What its figures are printed in, in words. */
  readonly unit: Labels;
  /** What amounts are printed in; that of the concept without it. */
  readonly scale?: Scale;
  /** Decimals of its figures; those of the concept without it. */
  readonly decimals?: number;
  /** The statement whose cells it draws; undefined for any that prints them. */
  readonly statement?: Located<string>;
  readonly periodNames: ChartPeriodNames;
  /** Ids or roles, from left to right. */
  readonly periods: readonly Located<string>[];
  /** From the first to the last, stacked from below. */
  readonly series: readonly ChartSeries[];
  readonly at: Span;
}
