// Turn a file of charts/ into typed data: what is drawn of which concepts and periods.
import * as z from 'zod/mini';
import { chartForms, chartPeriodNames } from '../../model/chart.ts';
import { dataLimits } from '../../model/limits.ts';
import { choice, forLanguages, labels, list, number, record, reference, scale } from './scalars.ts';

export const chartSchema = forLanguages((languages) =>
  z.strictObject({
    form: choice(chartForms, 'bars beside each other, bars on each other, or lines'),
    title: labels(languages, 'line above the chart'),
    unit: labels(languages, 'unit line'),
    scale: z.optional(scale()),
    decimals: z.optional(number('decimals of its figures; those of the concept without it')),
    statement: z.optional(reference('statement whose cells it draws; any that prints them without it')),
    'period-names': z._default(choice(chartPeriodNames, 'how the periods are called'), 'term'),
    periods: list(reference('period or its role: current, prior-year'), dataLimits.chartPeriods, 'periods from left to right', [
      'prior-year',
      'current',
    ]),
    series: list(
      z.strictObject({
        concept: reference('concept of the series'),
        labels: z.optional(labels(languages, 'name of the series, instead of the concept’s')),
        gaps: z.optional(
          record(
            labels(languages, 'what stands there instead of a figure: not disclosed'),
            'by period or role: values that there are not, each with what is said of it',
          ),
        ),
      }),
      dataLimits.chartSeries,
      'what is drawn, from the first to the last; stacked from below',
      [{ concept: 'sales.total' }],
    ),
  }),
);

export type ChartData = z.infer<ReturnType<typeof chartSchema>>;
