// Turn a list of literals into typed data: digits in the text that belong to no fact, each with its kind and reason.
import * as z from 'zod/mini';
import { dataLimits } from '../../model/limits.ts';
import { literalKinds } from '../../model/release.ts';
import { lazily } from './lazily.ts';
import { figure, list, reference, text } from './scalars.ts';

export const literalsSchema = lazily(() =>
  z._default(
    list(
      z.strictObject({
        kind: z.enum(literalKinds),
        text: text('as printed, with words that tell it from other digits'),
        says: z.optional(reference('the fact that it states in words: concept, or concept@period')),
        value: z.optional(figure('the value that the words say')),
        why: text('why it is no fact'),
      }),
      dataLimits.literals,
    ),
    [],
  ),
);
