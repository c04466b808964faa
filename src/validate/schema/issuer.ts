// Turn issuer.yaml into typed data: names, standard, currency, regime, printing habits, relations, and literals, of which release.yaml has more.
import * as z from 'zod/mini';
import { languageCodes } from '../../language/languages.ts';
import { dataFormat } from '../../model/formats.ts';
import { dataLimits } from '../../model/limits.ts';
import { literalKinds, relationKinds, standards } from '../../model/release.ts';
import { date, figure, forLanguages, formula, labels, lazily, list, notes, reference, regime, scale, text } from './scalars.ts';

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

export const issuerSchema = forLanguages((languages) =>
  z.strictObject({
    format: z.optional(
      z
        .enum([String(dataFormat)])
        .register(notes, { description: 'format of the data files and of the layouts beside them; 1 without it' }),
    ),
    id: reference('the name of the issuer’s folder'),
    names: labels(languages, 'full name'),
    languages: z.optional(
      z.array(z.enum(languageCodes)).register(notes, { description: 'languages of its releases, in the order in which they are printed' }),
    ),
    'short-names': labels(languages, 'name in running text'),
    standard: z.enum(standards).register(notes, { description: 'accounting standard of its consolidated statements' }),
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
    splits: z.optional(
      list(
        z.strictObject({
          on: date('the day that the split takes effect'),
          decided: z.optional(date('releases from this day on take account of it; the day itself without it')),
          ratio: text('new shares for one old share: 3, or 1/10 where ten become one'),
          restates: z._default(z.array(reference('concept of which earlier figures are restated')), []),
          since: z.optional(date('periods that begin earlier stay as they were typed')),
          'no-total': z._default(z.array(reference('total that prints the sign for none in the period that the split falls into')), []),
        }),
        dataLimits.splits,
      ),
    ),
    abbreviations: z._default(z.record(z.string(), labels(languages, 'long form, read out at its first use')), {}),
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
