// Turn a file of periods/ into typed data: dates, reported facts, stated facts, controls.
import * as z from 'zod/mini';
import { lazily } from './lazily.ts';
import { date, figure, formula, number, reference, text } from './scalars.ts';

/** A fact that no table holds, with its source and what it rests on. */
export const statedSchema = lazily(() =>
  z.strictObject({
    value: figure(),
    source: text('where the figure comes from'),
    'rests-on': z.optional(z.array(reference('concept, or concept@period'))),
    when: z.optional(z.record(z.string(), figure('the value of one of these when the figure was last confirmed'))),
  }),
);

export const periodSchema = lazily(() =>
  z.strictObject({
    start: date(),
    end: date(),
    fiscal: z.strictObject({
      year: number('the year that the issuer names the fiscal year after'),
      quarter: number('the quarter that the period ends with, 1 to 4'),
    }),
    previous: z.optional(reference('period whose closing balances open this one')),
    facts: z._default(z.record(z.string(), figure()), {}),
    stated: z._default(z.record(z.string(), statedSchema()), {}),
    'as-released': z._default(
      z.record(
        z.string(),
        z.strictObject({
          value: figure('as the release of this period printed it'),
          because: z.optional(text('why it is presented otherwise since, with the note that says so')),
          difference: z.optional(formula('what it is presented at now, less what was released')),
        }),
      ),
      {},
    ),
    controls: z._default(z.record(z.string(), figure('checked against the computed value, never printed')), {}),
  }),
);
