// Turn release.yaml into typed data, and correction.yaml and review.yaml beside it: dates, periods, stated facts, controls, overrides, waivers, errata; a notice; what was checked.
import * as z from 'zod/mini';
import { dataLimits } from '../../model/limits.ts';
import { answers } from '../../model/release.ts';
import { tickKinds } from '../../model/review.ts';
import { statedSchema } from './facts.ts';
import { filesSchema, literalsSchema } from './issuer.ts';
import {
  date,
  figure,
  forLanguages,
  labels,
  lazily,
  list,
  measure,
  notes,
  number,
  openDate,
  openFigure,
  perLang,
  reference,
  text,
  whichLang,
} from './scalars.ts';

const why = () => text('the reason, for the reader of the build’s list');

const overrideSchema = lazily(() =>
  z.strictObject({
    where: reference('statement, or prose'),
    concept: reference('concept of the figure'),
    period: reference('period or its role'),
    measure: measure(),
    of: z.optional(reference('percent-of: the concept that is 100%')),
    from: z.optional(reference('change and difference: the period compared with')),
    exact: figure('the exact value in printed units that this was written for'),
    print: figure('the value printed instead'),
    why: why(),
  }),
);

export const releaseSchema = forLanguages((languages) =>
  z.strictObject({
    layout: reference('folder of templates/'),
    style: z.optional(reference('another style of the layout: templates/<layout>/style.<name>.yaml')),
    consolidated: z.optional(
      z
        .enum(answers)
        .register(notes, { description: 'whether this release is of consolidated statements; as issuer.yaml says without it' }),
    ),
    titles: labels(languages, 'title of the document'),
    announced: perLang(languages, date('day of announcement')),
    dates: z._default(z.record(z.string(), openDate()), {}),
    'date-reasons': z._default(
      z.record(z.string(), text('why this day stands where it would not be expected')).register(notes, {
        description: 'by the name of a date: filing, announced and a language, rate-date',
      }),
      {},
    ),
    flags: z._default(
      z.record(z.string(), z.enum(answers)).register(notes, {
        description: 'by name, what the release answers to a question of its form; {{flag "…"}} prints it',
      }),
      {},
    ),
    rate: z.optional(figure('yen for one unit of the translation currency')),
    'rate-date': z.optional(date('the day that the rate is of')),
    periods: z.record(z.string(), reference('period')),
    targets: z._default(z.record(z.string(), number('pages wanted')), {}),
    parts: z._default(
      list(reference('part of the layout that the release has: {{#if (has "parts.…")}} asks for it'), dataLimits.statements),
      [],
    ),
    statements: z.optional(list(reference('statement that the release prints'), dataLimits.statements)),
    stated: z._default(z.record(z.string(), statedSchema()), {}),
    controls: z._default(
      list(
        z.strictObject({
          concept: reference('concept'),
          period: reference('period or its role'),
          measure: z._default(z.enum(['amount', 'translated', 'change', 'difference', 'times']), 'amount'),
          from: z.optional(reference('change, difference and times: the period compared with')),
          value: openFigure('checked against the computed value, never printed'),
        }),
        dataLimits.controls,
      ),
      [],
    ),
    files: filesSchema(),
    literals: literalsSchema(),
    overrides: z._default(list(overrideSchema(), dataLimits.overrides), []),
    waivers: z._default(
      list(
        z.strictObject({
          check: reference('code of the check, without its stage'),
          relation: text('name of the relation'),
          period: reference('period or its role'),
          difference: figure('left minus right, in the issuer’s scale'),
          why: why(),
        }),
        dataLimits.waivers,
      ),
      [],
    ),
    incomparable: z._default(
      list(
        z.strictObject({
          concept: reference('concept'),
          period: reference('period or its role'),
          from: z.optional(reference('the period compared with; every one without it')),
          why: text('why the two figures do not mean the same, for the reader of the tie-out book'),
        }),
        dataLimits.overrides,
      ),
      [],
    ),
    errata: z._default(
      list(z.strictObject({ shown: text('as the source shows it'), printed: text('as it is printed'), why: why() }), dataLimits.errata),
      [],
    ),
  }),
);

/** Nobody corrects a release more often. */
const mostCorrections = 99;

export const correctionSchema = forLanguages((languages) =>
  z.strictObject({
    date: perLang(languages, date('day of the notice')),
    reason: labels(languages, 'why the release is corrected, in whole sentences'),
    contact: z.optional(labels(languages, 'whom to ask about it')),
    addressees: z.optional(perLang(languages, z.array(text('to whom the notice is addressed')))),
    earlier: z.optional(
      list(whichLang(languages, date('day of its notice'), 'an earlier correction of the same release, oldest first'), mostCorrections),
    ),
    'numerical-data': z.optional(z.strictObject({ corrected: z.boolean(), why: why() })),
  }),
);

export const reviewSchema = forLanguages((languages) =>
  z.strictObject({
    checked: list(
      z.strictObject({
        by: text('who checked it'),
        kind: z.enum(tickKinds),
        lang: z.enum(languages),
        of: text('where it stands: a section, a statement, a figure of one of them, the number of a page'),
        signed: text('what it said when it was checked: its text, or a digest of it'),
      }),
      dataLimits.entries,
    ),
  }),
);
