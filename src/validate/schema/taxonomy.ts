// Turn taxonomy.yaml into typed data: by concept, the elements of its figures and what their contexts are of.
import * as z from 'zod/mini';
import { answers } from '../../model/release.ts';
import { recordDates } from '../../model/taxonomy.ts';
import { choice, described, lazily, record, reference, text } from './scalars.ts';

export const taxonomySchema = lazily(() =>
  z.strictObject({
    prefix: text('prefix of the elements', 'tse-ed-t'),
    elements: record(
      z.strictObject({
        element: z.optional(reference('element of its amounts', 'NetSales')),
        change: z.optional(reference('element of its changes in percent')),
        member: z.optional(described(z.literal('non-consolidated'), 'its figures are of the company alone')),
        'record-date': z.optional(choice(recordDates, 'the day that the holders of a dividend are taken down on')),
        unverified: z.optional(choice(answers, 'whether the names were not seen in a filing of this form')),
      }),
      'by concept, what its figures are in the taxonomy',
      { 'sales.total': { element: 'NetSales', change: 'ChangeInNetSales' } },
    ),
  }),
);
