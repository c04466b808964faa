// Turn taxonomy.yaml into typed data: by concept, the elements of its figures and what their contexts are of.
import * as z from 'zod/mini';
import { answers } from '../../model/release.ts';
import { recordDates } from '../../model/taxonomy.ts';
import { lazily, notes, reference, text } from './scalars.ts';

export const taxonomySchema = lazily(() =>
  z.strictObject({
    prefix: text('prefix of the elements'),
    elements: z.record(
      z.string(),
      z.strictObject({
        element: z.optional(reference('element of its amounts')),
        change: z.optional(reference('element of its changes in percent')),
        member: z.optional(z.literal('non-consolidated')),
        'record-date': z.optional(z.enum(recordDates)),
        unverified: z.optional(
          z.enum(answers).register(notes, { description: 'whether the names were not seen in a filing of this form' }),
        ),
      }),
    ),
  }),
);
