// Turn issuer.yaml into typed data: names, standard, currency, regime, printing habits, relations, and literals, of which release.yaml has more.
import * as z from 'zod/mini';
import { languageCodes } from '../../language/languages.ts';
import { literalKinds } from '../../model/exceptions.ts';
import { halfYearNames, printedScales } from '../../model/form.ts';
import { dataFormat } from '../../model/formats.ts';
import { dataLimits } from '../../model/limits.ts';
import { answers, calendars, negativeStyles, relationKinds, standards } from '../../model/release.ts';
import { fileDivisions } from '../../model/release-files.ts';
import {
  choice,
  date,
  described,
  figure,
  forLanguages,
  formula,
  labels,
  lazily,
  list,
  oneOrEach,
  record,
  reference,
  regime,
  scale,
  text,
} from './scalars.ts';

export const literalsSchema = lazily(() =>
  z._default(
    list(
      z.strictObject({
        kind: choice(literalKinds, 'what the digits are; word: a direction word that is not about the figure beside it'),
        text: text('as printed, with words that tell it from other digits'),
        says: z.optional(reference('the fact that it states in words: concept, or concept@period')),
        value: z.optional(figure('the value that the words say')),
        why: text('why it is no fact'),
      }),
      dataLimits.literals,
      'digits and number words of the texts that belong to no figure, each with its reason',
      [{ kind: 'date', text: 'founded in 1948', why: 'the year of foundation' }],
    ),
    [],
  ),
);

/** What a release is published in; of release.yaml and issuer.yaml the first that gives a key is followed. */
export const filesSchema = lazily(() =>
  z.optional(
    described(
      z.strictObject({
        languages: z.optional(choice(fileDivisions, 'one file for all languages, or each language in files of its own')),
        summary: z.optional(described(z.boolean(), 'the summary in a file of its own besides')),
        name: z.optional(
          text('name without ending: {issuer}, {code}, {release}, {period}, {language}, {date}', '{code}_{release}_{language}'),
        ),
        'summary-name': z.optional(text('name of the summary without ending; that of the release and .summary without it')),
      }),
      'what a release is published in: its files and their names',
      { languages: 'apart', summary: true },
    ),
  ),
);

export const issuerSchema = forLanguages((languages) =>
  z.strictObject({
    format: z.optional(choice([String(dataFormat)], 'format of the data files and of the layouts beside them; 1 without it')),
    id: reference('the name of the issuer’s folder', 'minato'),
    names: labels(languages, 'full name'),
    languages: z.optional(
      described(z.array(z.enum(languageCodes)), 'languages of its releases, in the order in which they are printed', [...languageCodes]),
    ),
    'short-names': labels(languages, 'name in running text'),
    standard: choice(standards, 'accounting standard of its consolidated statements'),
    consolidated: z.optional(choice(answers, 'whether its statements are consolidated; yes without it')),
    'half-year': z.optional(
      choice(halfYearNames, 'what it calls its first half: the interim period, as without it, or the second quarter'),
    ),
    'printed-scale': z.optional(choice(printedScales, 'what the statements of its layout print money in; million without it')),
    revenue: z.optional(
      reference('what it calls its revenue, by the name that the dictionary of accounts has: net-sales, operating-revenue', 'net-sales'),
    ),
    currency: described(z.literal('JPY'), 'currency of its figures'),
    translation: z.optional(text('currency of the convenience translation; none without it', 'USD')),
    scale: z._default(scale(), 'one'),
    regime: regime(),
    change: described(
      z.strictObject({
        policy: choice(['signed', 'nm'], 'signed: every change is printed; nm: one between figures of unlike signs has no meaning'),
        text: z._default(
          oneOrEach(
            languages,
            text('in place of the percentage'),
            'printed where a change has no meaning; in each language its own, or one',
          ),
          'n.m.',
        ),
        beyond: z.optional(figure('percent beyond which the text is printed')),
        limit: z.optional(figure('percent from which on the text is printed, as the change would be rounded')),
      }),
      'how changes in percent are printed, and where they say nothing',
      { policy: 'nm', text: '－', limit: '1,000' },
    ),
    'fiscal-naming': z._default(
      choice(['starts', 'ends'], 'whether a fiscal year is named after the year that it starts in, or ends in'),
      'starts',
    ),
    calendar: z.optional(
      oneOrEach(
        languages,
        choice(calendars, 'western years, or years of Japanese eras'),
        'what years are counted by: era for Japanese eras, where the language has them',
      ),
    ),
    negative: oneOrEach(languages, choice(negativeStyles, '(1,234), △1,234 or -1,234'), 'how negative figures are printed'),
    'signed-zero': z.optional(described(z.boolean(), 'whether a negative figure that rounds to zero keeps its sign: △0.0')),
    nil: oneOrEach(languages, text('the sign for none', '－'), 'printed in tables for a figure typed as -'),
    splits: z.optional(
      list(
        z.strictObject({
          on: date('the day that the split takes effect'),
          decided: z.optional(date('releases from this day on take account of it; the day itself without it')),
          ratio: text('new shares for one old share: 3, or 1/10 where ten become one', '3', '1/10'),
          restates: z._default(
            described(
              z.array(reference('concept of which earlier figures are restated')),
              'concepts of which figures before the split are restated',
              ['profit.per-share'],
            ),
            [],
          ),
          since: z.optional(date('periods that begin earlier stay as they were typed')),
          'no-total': z._default(
            described(
              z.array(reference('total that prints the sign for none in the period that the split falls into')),
              'totals of unlike parts: dividends before and after the split',
              ['dividend.total'],
            ),
            [],
          ),
        }),
        dataLimits.splits,
        'splits of shares, by which earlier figures per share are restated',
        [{ on: '2025-10-01', ratio: '3', restates: ['profit.per-share', 'shares.average'] }],
      ),
    ),
    abbreviations: z._default(
      record(labels(languages, 'long form, read out at its first use'), 'abbreviations of the texts, each with its long form', {
        EPS: { ja: '１株当たり利益', en: 'earnings per share' },
      }),
      {},
    ),
    contacts: z._default(
      record(
        text('free text for contact blocks'),
        'what layouts print of the issuer by name: code, exchanges, representative, telephone, web',
        {
          code: '9999',
          web: 'https://www.minato.example/',
        },
      ),
      {},
    ),
    files: filesSchema(),
    literals: literalsSchema(),
    relations: z._default(
      list(
        z.strictObject({
          name: text('the relation in words'),
          check: choice(relationKinds, 'what the relation is about: the check of this name tells where it fails'),
          left: formula(),
          right: formula(),
        }),
        dataLimits.relations,
        'what must hold between figures of one period, wherever all of them are there',
        [
          {
            name: 'assets are what they are paid by',
            check: 'balance',
            left: 'assets.total',
            right: 'liabilities.total + net-assets.total',
          },
        ],
      ),
      [],
    ),
  }),
);
