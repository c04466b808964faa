// Turn issuer.yaml into typed data: names, standard, currency, regime, printing habits, relations, and literals, of which release.yaml has more.
import * as z from 'zod/mini';
import { languageCodes } from '../../language/languages.ts';
import { literalKinds } from '../../model/exceptions.ts';
import { halfYearNames, printedScales } from '../../model/form.ts';
import { dataFormat } from '../../model/formats.ts';
import { dataLimits } from '../../model/limits.ts';
import { answers, calendars, negativeStyles, relationKinds, standards } from '../../model/release.ts';
import { fileDivisions } from '../../model/release-files.ts';
import { date, figure, forLanguages, formula, labels, lazily, list, notes, oneOrEach, reference, regime, scale, text } from './scalars.ts';

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

/** What a release is published in; of release.yaml and issuer.yaml the first that gives a key is followed. */
export const filesSchema = lazily(() =>
  z.optional(
    z.strictObject({
      languages: z.optional(
        z.enum(fileDivisions).register(notes, { description: 'one file for all languages, or each language in files of its own' }),
      ),
      summary: z.optional(z.boolean().register(notes, { description: 'the summary in a file of its own besides' })),
      name: z.optional(text('name without ending: {issuer}, {code}, {release}, {period}, {language}, {date}')),
      'summary-name': z.optional(text('name of the summary without ending; that of the release and .summary without it')),
    }),
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
    consolidated: z.optional(z.enum(answers).register(notes, { description: 'whether its statements are consolidated; yes without it' })),
    'half-year': z.optional(
      z
        .enum(halfYearNames)
        .register(notes, { description: 'what it calls its first half: the interim period, as without it, or the second quarter' }),
    ),
    'printed-scale': z.optional(
      z.enum(printedScales).register(notes, { description: 'what the statements of its layout print money in; million without it' }),
    ),
    revenue: z.optional(
      reference('what it calls its revenue, by the name that the dictionary of accounts has: net-sales, operating-revenue'),
    ),
    currency: z.literal('JPY'),
    translation: z.optional(text('currency of the convenience translation, e.g. USD; none without it')),
    scale: z._default(scale(), 'one'),
    regime: regime(),
    change: z.strictObject({
      policy: z.enum(['signed', 'nm']),
      text: z._default(oneOrEach(languages, text(), 'printed where a change has no meaning; in each language its own, or one'), 'n.m.'),
      beyond: z.optional(figure('percent beyond which the text is printed')),
      limit: z.optional(figure('percent from which on the text is printed, as the change would be rounded')),
    }),
    'fiscal-naming': z._default(z.enum(['starts', 'ends']), 'starts'),
    calendar: z.optional(
      oneOrEach(languages, z.enum(calendars), 'what years are counted by: era for Japanese eras, where the language has them'),
    ),
    negative: oneOrEach(languages, z.enum(negativeStyles), 'how negative figures are printed'),
    'signed-zero': z.optional(
      z.boolean().register(notes, { description: 'whether a negative figure that rounds to zero keeps its sign: △0.0' }),
    ),
    nil: oneOrEach(languages, text(), 'printed in tables for a figure typed as -'),
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
    files: filesSchema(),
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
