// Turn correction.yaml into typed data: when the notice goes out, why, to whom, and who answers questions.

import * as z from 'zod/mini';
import { languageCodes } from '../../language/languages.ts';
import { lazily } from './lazily.ts';
import { date, labels, perLang, text } from './scalars.ts';

/** A notice may be addressed to nobody by name. */
const noAddressees = Object.fromEntries(languageCodes.map((code): [string, string[]] => [code, []]));

export const correctionSchema = lazily(() =>
  z.strictObject({
    date: perLang(date('day of the notice')),
    reason: labels('why the release is corrected, in whole sentences'),
    contact: z.optional(labels('whom to ask about it')),
    addressees: z._default(perLang(z.array(text('to whom the notice is addressed'))), noAddressees),
  }),
);
