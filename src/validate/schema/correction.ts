// Turn correction.yaml into typed data: when the notice goes out, why, to whom, and who answers questions.

import * as z from 'zod/mini';
import { forLanguages } from './for-languages.ts';
import { date, labels, perLang, text } from './scalars.ts';

export const correctionSchema = forLanguages((languages) =>
  z.strictObject({
    date: perLang(languages, date('day of the notice')),
    reason: labels(languages, 'why the release is corrected, in whole sentences'),
    contact: z.optional(labels(languages, 'whom to ask about it')),
    addressees: z.optional(perLang(languages, z.array(text('to whom the notice is addressed')))),
  }),
);
