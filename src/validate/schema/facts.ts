// Turn concepts.yaml and the files of periods/ into typed data: what is measured, and the figures of each period, reported and stated.
import * as z from 'zod/mini';
import type { Lang } from '../../model/language.ts';
import { dataLimits } from '../../model/limits.ts';
import { normalSigns, periodTypes, typedRoundings } from '../../model/release.ts';
import {
  date,
  figure,
  flag,
  forLanguages,
  formula,
  labels,
  lazily,
  list,
  notes,
  number,
  openFigure,
  reference,
  scale,
  text,
  unit,
  whichLang,
} from './scalars.ts';

/** Other names of a concept than that of its rows. */
const nameFields = (languages: readonly Lang[]) => ({
  heads: z.optional(whichLang(languages, text(), 'name over columns, where it is another than in rows')),
  outcomes: z.optional(
    z.strictObject({ gain: labels(languages, 'the result when positive'), loss: labels(languages, 'the result when negative') }),
  ),
});

const conceptSchema = forLanguages((languages) =>
  z.strictObject({
    unit: z._default(unit(), 'money'),
    scale: z.optional(scale()),
    typed: z.optional(
      z
        .enum(typedRoundings)
        .register(notes, { description: 'how its figures were rounded before they were typed; as the issuer rounds without it' }),
    ),
    decimals: z._default(number('decimals printed in tables'), '0'),
    'period-type': z.optional(z.enum(periodTypes)),
    better: z._default(z.enum(['higher', 'lower', 'neutral']), 'neutral'),
    sign: z.optional(z.enum(normalSigns).register(notes, { description: 'the sign that its figures have as a rule' })),
    labels: labels(languages, 'name in tables'),
    ...nameFields(languages),
    annual: z.optional(
      z.strictObject({
        labels: z.optional(whichLang(languages, text(), 'name in tables of whole fiscal years')),
        ...nameFields(languages),
      }),
    ),
    'follow-sign': flag(),
    formula: z.optional(formula()),
    usually: z.optional(formula('what it is computed as where no figure of it is typed, and what a typed one is held to')),
    members: z.optional(
      z
        .union([
          reference('axis of members.yaml'),
          z.array(reference('axis or member of members.yaml')),
          z.record(z.string(), formula('what it is of this member, or `reported` where its figures are typed')),
        ])
        .register(notes, { description: 'members that it has figures of; totals of these come of themselves' }),
    ),
  }),
);

/** What figures can be of, by axis: segments, items of equity. */
export const membersSchema = forLanguages((languages) =>
  z.record(
    z.string(),
    z.record(
      z.string(),
      z.strictObject({
        labels: z.optional(labels(languages, 'name of the member; a member that is a concept has that of the concept')),
        of: z.optional(z.array(reference('member of this axis that this one is the total of'))),
      }),
    ),
  ),
);

export const conceptsSchema = forLanguages((languages) => z.record(z.string(), conceptSchema(languages)));

/** A fact that no table holds, with its source and what it rests on. */
export const statedSchema = lazily(() =>
  z.strictObject({
    value: z.nullable(openFigure()),
    source: z.nullable(text('where the figure comes from')),
    for: z.optional(reference('the period whose release states it; it lapses with the release of another')),
    'rests-on': z.optional(z.array(reference('concept, or concept@period'))),
    when: z.optional(z.record(z.string(), figure('the value of one of these when the figure was last confirmed'))),
  }),
);

export const periodSchema = lazily(() =>
  z.strictObject({
    start: date(),
    end: date(),
    fiscal: z.strictObject({
      year: number('the year that the issuer names the fiscal year after'),
      quarter: number('the quarter that the period ends with, 1 to 4'),
      start: z.optional(date('first day of the fiscal year, where it is not of twelve months')),
      end: z.optional(date('last day of the fiscal year, where it is not of twelve months')),
    }),
    irregular: z.optional(text('why the period is not as long as that of the year before')),
    'stand-alone': z.optional(
      z.strictObject({
        of: reference('the longer period that ends on the same day'),
        less: reference('its beginning, which ends the day before'),
      }),
    ),
    sum: z.optional(
      list(reference('part of the period; in order of time, the last ends on the same day'), dataLimits.summedPeriods).register(notes, {
        description:
          'the periods that it is the sum of, such as the quarters of a year: what adds up over time is summed, balances are those of the last',
      }),
    ),
    previous: z.optional(reference('period whose closing balances open this one')),
    facts: z._default(z.record(z.string(), z.nullable(openFigure())), {}),
    stated: z._default(z.record(z.string(), statedSchema()), {}),
    'as-released': z._default(
      z.record(
        z.string(),
        z.strictObject({
          value: figure('as the release of this period printed it'),
          because: z.optional(text('why it is presented otherwise since, with the note that says so')),
          difference: z.optional(formula('what it is presented at now, less what was released')),
        }),
      ),
      {},
    ),
    changes: z._default(
      z.record(
        z.string(),
        z.strictObject({
          value: figure('the change in percent as it was published: 14.2, (64.7), - for a dash'),
          from: z.optional(reference('the period that it is from, which needs no file')),
          source: text('where it was published'),
        }),
      ),
      {},
    ),
    controls: z._default(z.record(z.string(), openFigure('checked against the computed value, never printed')), {}),
  }),
);
