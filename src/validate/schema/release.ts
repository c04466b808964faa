// Turn release.yaml into typed data, and correction.yaml and review.yaml beside it: dates, periods, stated facts, controls, overrides, waivers, errata; a notice; what was checked.
import * as z from 'zod/mini';
import { dataLimits } from '../../model/limits.ts';
import { answers } from '../../model/release.ts';
import { tickKinds } from '../../model/review.ts';
import { statedSchema } from './facts.ts';
import { filesSchema, literalsSchema } from './issuer.ts';
import {
  choice,
  date,
  described,
  figure,
  forLanguages,
  labels,
  lazily,
  list,
  measure,
  number,
  openDate,
  openFigure,
  perLang,
  record,
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
    layout: reference('folder of templates/', 'tanshin'),
    style: z.optional(reference('another style of the layout: templates/<layout>/style.<name>.yaml')),
    consolidated: z.optional(choice(answers, 'whether this release is of consolidated statements; as issuer.yaml says without it')),
    titles: labels(languages, 'title of the document'),
    announced: perLang(languages, date('day of announcement'), 'day of announcement, which may be another in another time zone'),
    dates: z._default(
      record(openDate(), 'other days by name, which layouts and narratives print', {
        filing: '2025-11-14',
        'dividend-payment': '2025-12-05',
      }),
      {},
    ),
    'date-reasons': z._default(
      record(
        text('why this day stands where it would not be expected'),
        'by the name of a date: filing, announced and a language, rate-date',
        {
          filing: 'the report is filed on the day after the meeting',
        },
      ),
      {},
    ),
    flags: z._default(
      record(z.enum(answers), 'by name, what the release answers to a question of its form; {{flag "…"}} prints it', {
        restatements: 'no',
      }),
      {},
    ),
    rate: z.optional(figure('yen for one unit of the translation currency')),
    'rate-date': z.optional(date('the day that the rate is of')),
    periods: record(reference('period'), 'the periods that it compares, by role; current is the one that it reports', {
      current: '2026h1',
      'prior-year': '2025h1',
    }),
    targets: z._default(
      record(number('pages wanted'), 'pages wanted by page class: text is set smaller by the steps of the style to keep to them', {
        'ja-text': 2,
      }),
      {},
    ),
    parts: z._default(
      list(
        reference('part of the layout that the release has: {{#if (has "parts.…")}} asks for it'),
        dataLimits.statements,
        'parts of the layout that the release has beside those of every release',
        ['attachment'],
      ),
      [],
    ),
    statements: z.optional(
      list(
        reference('statement that the release prints'),
        dataLimits.statements,
        'statements that it prints; as its layout places them without it',
      ),
    ),
    stated: z._default(
      record(statedSchema(), 'figures of this release alone, by concept: guidance, statistics of others, each with its source'),
      {},
    ),
    controls: z._default(
      list(
        z.strictObject({
          concept: reference('concept of the figure'),
          period: reference('period or its role'),
          measure: z._default(
            choice(['amount', 'translated', 'change', 'difference', 'times'], 'what of the concept the value is'),
            'amount',
          ),
          from: z.optional(reference('change, difference and times: the period compared with')),
          value: openFigure('checked against the computed value, never printed'),
        }),
        dataLimits.controls,
        'figures as they were published elsewhere, held against what is computed',
        [{ concept: 'capex', period: 'current', measure: 'change', from: 'prior-year', value: '48' }],
      ),
      [],
    ),
    files: filesSchema(),
    literals: literalsSchema(),
    overrides: z._default(
      list(
        overrideSchema(),
        dataLimits.overrides,
        'printed values that the rules do not give, each with the exact value that it was written for',
        [
          {
            where: 'income',
            concept: 'cost.sales',
            period: 'current',
            measure: 'percent-of',
            of: 'sales.total',
            exact: '61.249',
            print: '61.3',
            why: 'so that the parts of the statement add up to 100.0',
          },
        ],
      ),
      [],
    ),
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
        'relations that are known to miss by so much, each with its reason',
      ),
      [],
    ),
    incomparable: z._default(
      list(
        z.strictObject({
          concept: reference('concept of the figure'),
          period: reference('period or its role'),
          from: z.optional(reference('the period compared with; every one without it')),
          why: text('why the two figures do not mean the same, for the reader of the tie-out book'),
        }),
        dataLimits.overrides,
        'comparisons that say nothing: tables print the sign for none',
        [{ concept: 'profit.per-share', period: 'current', from: 'prior-year', why: 'shares were consolidated in between' }],
      ),
      [],
    ),
    errata: z._default(
      list(
        z.strictObject({ shown: text('as the source shows it'), printed: text('as it is printed'), why: why() }),
        dataLimits.errata,
        'what the source of the texts shows and the release prints otherwise',
      ),
      [],
    ),
  }),
);

/** Nobody corrects a release more often. */
const mostCorrections = 99;

export const correctionSchema = forLanguages((languages) =>
  z.strictObject({
    date: perLang(languages, date('day of the notice'), 'day of the notice'),
    reason: labels(languages, 'why the release is corrected, in whole sentences'),
    contact: z.optional(labels(languages, 'whom to ask about it')),
    addressees: z.optional(
      perLang(
        languages,
        described(z.array(text('to whom the notice is addressed')), 'lines of the address'),
        'to whom the notice is addressed',
      ),
    ),
    earlier: z.optional(
      list(
        whichLang(languages, date('day of its notice'), 'the day of its notice in each language'),
        mostCorrections,
        'earlier corrections of the same release, oldest first',
        [{ ja: '2025-12-01', en: '2025-12-01' }],
      ),
    ),
    'numerical-data': z.optional(
      described(
        z.strictObject({ corrected: described(z.boolean(), 'whether the data that were filed are corrected too'), why: why() }),
        'whether figures that were filed as data are corrected, where the changes do not tell',
      ),
    ),
  }),
);

export const reviewSchema = forLanguages((languages) =>
  z.strictObject({
    checked: list(
      z.strictObject({
        by: text('who checked it'),
        kind: choice(tickKinds, 'what was checked'),
        lang: choice(languages, 'in which language'),
        of: text('where it stands: a section, a statement, a figure of one of them, the number of a page'),
        signed: text('what it said when it was checked: its text, or a digest of it'),
      }),
      dataLimits.entries,
      'ticks: a line each, which kessan serve writes',
      [{ by: 'Mori', kind: 'page', lang: languages[0], of: '3', signed: 'sha256-…' }],
    ),
  }),
);
