// Turn concepts.yaml into typed data: every thing that is measured, with its unit and its names.
import * as z from 'zod/mini';
import { lazily } from './lazily.ts';
import { formula, labels, number, scale, unit } from './scalars.ts';

const conceptSchema = lazily(() =>
  z.strictObject({
    unit: z._default(unit(), 'money'),
    scale: z.optional(scale()),
    decimals: z._default(number('decimals printed in tables'), '0'),
    better: z._default(z.enum(['higher', 'lower', 'neutral']), 'neutral'),
    labels: labels('name in tables'),
    outcomes: z.optional(z.strictObject({ gain: labels('the result when positive'), loss: labels('the result when negative') })),
    formula: z.optional(formula()),
  }),
);

export const conceptsSchema = lazily(() => z.record(z.string(), conceptSchema()));
