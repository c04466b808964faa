// Turn issuer.yaml into typed data: names, standard, currency, rounding regime, printing habits, relations.
import * as z from 'zod/mini';
import { dataLimits } from '../../model/limits.ts';
import { relationKinds } from '../../model/release.ts';
import { lazily } from './lazily.ts';
import { literalsSchema } from './literal.ts';
import { figure, formula, labels, list, reference, regime, scale, text } from './scalars.ts';

export const issuerSchema = lazily(() =>
  z.strictObject({
    id: reference('the name of the issuer’s folder'),
    names: labels('full name'),
    'short-names': labels('name in running text'),
    standard: text('accounting standard, e.g. us-gaap, j-gaap, ifrs'),
    currency: z.literal('JPY'),
    translation: z.optional(text('currency of the convenience translation, e.g. USD; none without it')),
    scale: z._default(scale(), 'one'),
    regime: regime(),
    change: z.strictObject({
      policy: z.enum(['signed', 'nm']),
      text: z._default(text('printed where a change has no meaning'), 'n.m.'),
      beyond: z.optional(figure('percent beyond which the text is printed')),
    }),
    'fiscal-naming': z._default(z.enum(['starts', 'ends']), 'starts'),
    negative: z.enum(['parentheses', 'triangle', 'minus']),
    nil: text('printed in tables for a figure typed as -'),
    abbreviations: z._default(z.record(z.string(), labels('long form, read out at its first use')), {}),
    contacts: z._default(z.record(z.string(), text('free text for contact blocks')), {}),
    literals: literalsSchema(),
    relations: z._default(
      list(
        z.strictObject({
          name: text('the relation in words'),
          check: z.enum(relationKinds),
          left: formula(),
          right: formula(),
        }),
        dataLimits.relations,
      ),
      [],
    ),
  }),
);
