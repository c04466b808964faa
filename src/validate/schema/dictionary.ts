// Turn the words of the dictionary of accounts into typed data: what names are made with, and what their digits are.
import * as z from 'zod/mini';
import { literalsSchema } from './issuer.ts';
import { lazily, text } from './scalars.ts';

const byLanguage = () => z.record(z.string(), text('the word in this language'));

export const wordingSchema = lazily(() =>
  z.strictObject({
    terms: z.record(z.string(), z.strictObject({ year: text(), interim: text(), quarter: text() })),
    revenue: z.record(z.string(), byLanguage()),
    literals: literalsSchema(),
  }),
);
