// Turn concepts.yaml and the files of periods/ into typed data: what is measured, and the figures of each period, reported and stated.
import * as z from 'zod/mini';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';
import { normalSigns, periodTypes, typedRoundings } from '../../model/release.ts';
import {
  choice,
  date,
  described,
  figure,
  flag,
  forLanguages,
  formula,
  labels,
  lazily,
  list,
  number,
  openFigure,
  record,
  reference,
  scale,
  text,
  unit,
  whichLang,
} from './scalars.ts';

/** Other names of a concept than that of its rows. */
const nameFields = (languages: readonly Lang[]) => ({
  heads: z.optional(whichLang(languages, text('name in this language'), 'name over columns, where it is another than in rows')),
  outcomes: z.optional(
    described(
      z.strictObject({ gain: labels(languages, 'the result when positive'), loss: labels(languages, 'the result when negative') }),
      'names by the sign of its figures, as sentences call it: operating profit, operating loss',
    ),
  ),
});

const conceptSchema = forLanguages((languages) =>
  z.strictObject({
    unit: z._default(unit(), 'money'),
    scale: z.optional(scale()),
    typed: z.optional(choice(typedRoundings, 'how its figures were rounded before they were typed; as the issuer rounds without it')),
    decimals: z._default(number('decimals printed in tables'), '0'),
    'period-type': z.optional(
      choice(periodTypes, 'instant: a balance at the end of a period; duration: what happens in it; told by where it is used without it'),
    ),
    better: z._default(
      choice(['higher', 'lower', 'neutral'], 'which direction is good news: better and worse follow it in sentences'),
      'neutral',
    ),
    sign: z.optional(choice(normalSigns, 'the sign that its figures have as a rule; none: a heading over accounts, which has no figures')),
    labels: labels(languages, 'name in tables'),
    ...nameFields(languages),
    annual: z.optional(
      described(
        z.strictObject({
          labels: z.optional(whichLang(languages, text('name in this language'), 'name in tables of whole fiscal years')),
          ...nameFields(languages),
        }),
        'names in tables of whole fiscal years, where they are others',
      ),
    ),
    'follow-sign': flag('labels of its rows say the outcome that all figures of the row have: profit, or loss'),
    formula: z.optional(formula()),
    usually: z.optional(formula('what it is computed as where no figure of it is typed, and what a typed one is held to')),
    members: z.optional(
      described(
        z.union([
          reference('axis of members.yaml'),
          z.array(reference('axis or member of members.yaml')),
          z.record(z.string(), formula('what it is of this member, or `reported` where its figures are typed')),
        ]),
        'members that it has figures of; totals of these come of themselves',
        'segments',
        ['segment.food', 'segment.retail'],
        { 'equity.retained': 'profit.owners' },
      ),
    ),
  }),
);

/** What figures can be of, by axis: segments, items of equity. */
export const membersSchema = forLanguages((languages) =>
  record(
    record(
      z.strictObject({
        labels: z.optional(labels(languages, 'name of the member; a member that is a concept has that of the concept')),
        of: z.optional(
          described(z.array(reference('member of this axis that this one is the total of')), 'the members that it is the total of'),
        ),
      }),
      'the members of an axis, by id, in the order in which tables print them',
    ),
    'what figures can be of, by axis: segments, items of equity',
    { segments: { 'segment.food': { labels: { ja: '食品事業', en: 'Food' } } } },
  ),
);

export const conceptsSchema = forLanguages((languages) =>
  record(conceptSchema(languages), 'what is measured, by id', {
    'sales.total': {},
    'ratio.operating': {
      unit: 'ratio',
      decimals: 1,
      labels: { ja: '売上高営業利益率', en: 'Operating margin' },
      formula: 'profit.operating / sales.total',
    },
  }),
);

/** A fact that no table holds, with its source and what it rests on. */
export const statedSchema = lazily(() =>
  z.strictObject({
    value: described(z.nullable(openFigure()), 'the figure as it is printed; empty while it is still to be typed'),
    source: described(z.nullable(text()), 'where the figure comes from', 'management accounts, May 2026'),
    for: z.optional(reference('the period whose release states it; it lapses with the release of another')),
    'rests-on': z.optional(
      described(
        z.array(reference('concept, or concept@period')),
        'figures that it was judged by: when one of them changes, it is to be confirmed',
        ['sales.total@2026h1'],
      ),
    ),
    when: z.optional(
      record(
        figure('the value of one of these when the figure was last confirmed'),
        'what the figures that it rests on were when it was last confirmed',
        {
          'sales.total@2026h1': '8,412,300',
        },
      ),
    ),
  }),
);

export const periodSchema = lazily(() =>
  z.strictObject({
    start: date(),
    end: date(),
    fiscal: described(
      z.strictObject({
        year: number('the year that the issuer names the fiscal year after'),
        quarter: number('the quarter that the period ends with, 1 to 4'),
        start: z.optional(date('first day of the fiscal year, where it is not of twelve months')),
        end: z.optional(date('last day of the fiscal year, where it is not of twelve months')),
      }),
      'the fiscal year that it belongs to',
      { year: 2026, quarter: 2 },
    ),
    irregular: z.optional(text('why the period is not as long as that of the year before')),
    'stand-alone': z.optional(
      described(
        z.strictObject({
          of: reference('the longer period that ends on the same day'),
          less: reference('its beginning, which ends the day before'),
        }),
        'a quarter by itself, computed from the year so far: what a longer period has, less its beginning',
        { of: '2026h1', less: '2026q1' },
      ),
    ),
    sum: z.optional(
      list(
        reference('part of the period; in order of time, the last ends on the same day'),
        dataLimits.summedPeriods,
        'the periods that it is the sum of, such as the quarters of a year: what adds up over time is summed, balances are those of the last',
        ['1q02', '2q02', '3q02', '4q02'],
      ),
    ),
    previous: z.optional(reference('period whose closing balances open this one')),
    facts: z._default(
      record(z.nullable(openFigure()), 'reported figures by concept, as they are printed; of a member concept[member]', {
        'sales.total': '8,412,300',
        'assets.cash': '1,204,511',
      }),
      {},
    ),
    stated: z._default(
      record(statedSchema(), 'figures that no table holds, by concept, each with its source', {
        'market.size': { value: '1,250', source: 'the industry’s yearbook, 2026' },
      }),
      {},
    ),
    'as-released': z._default(
      record(
        z.strictObject({
          value: figure('as the release of this period printed it'),
          because: z.optional(text('why it is presented otherwise since, with the note that says so')),
          difference: z.optional(formula('what it is presented at now, less what was released')),
        }),
        'figures as the release of this period printed them, by concept, where a later one presents them otherwise',
        { 'sales.total': { value: '8,400,000', because: 'rebates are netted since 2026' } },
      ),
      {},
    ),
    changes: z._default(
      record(
        z.strictObject({
          value: figure('the change in percent as it was published: 14.2, (64.7), - for a dash'),
          from: z.optional(reference('the period that it is from, which needs no file')),
          source: text('where it was published'),
        }),
        'changes as they were published, by concept, where the figures that they are of are not held',
        { 'sales.total': { value: '14.2', source: 'the release of fiscal 2025' } },
      ),
      {},
    ),
    controls: z._default(
      record(
        openFigure('checked against the computed value, never printed'),
        'figures that are computed, by concept, as the ledger has them',
        {
          'assets.total': '39,038,343',
        },
      ),
      {},
    ),
  }),
);
