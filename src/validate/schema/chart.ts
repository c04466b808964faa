// Turn a file of charts/ into typed data: what is drawn of which concepts and periods.
import * as z from 'zod/mini';
import { chartForms, chartPeriodNames } from '../../model/chart.ts';
import { dataLimits } from '../../model/limits.ts';
import { forLanguages, labels, list, notes, number, reference, scale } from './scalars.ts';

export const chartSchema = forLanguages((languages) =>
  z.strictObject({
    form: z.enum(chartForms).register(notes, { description: 'bars beside each other, bars on each other, or lines' }),
    title: labels(languages, 'line above the chart'),
    unit: labels(languages, 'unit line'),
    scale: z.optional(scale()),
    decimals: z.optional(number('decimals of its figures; those of the concept without it')),
    statement: z.optional(reference('statement whose cells it draws; any that prints them without it')),
    'period-names': z._default(z.enum(chartPeriodNames).register(notes, { description: 'how the periods are called' }), 'term'),
    periods: list(reference('period or its role: current, prior-year'), dataLimits.chartPeriods),
    series: list(
      z.strictObject({
        concept: reference('concept of the series'),
        labels: z.optional(labels(languages, 'name of the series, instead of the concept’s')),
        gaps: z.optional(
          z
            .record(z.string(), labels(languages, 'what stands there instead of a figure: not disclosed'))
            .register(notes, { description: 'by period or role: values that there are not, each with what is said of it' }),
        ),
      }),
      dataLimits.chartSeries,
    ),
  }),
);

export type ChartData = z.infer<ReturnType<typeof chartSchema>>;
