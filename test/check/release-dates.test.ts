// Turn days of a release that must follow one another, and that need not, into what is told of them.
import { describe, expect, it } from 'vitest';
import { dateKind } from '../../src/check/dates/date-kinds.ts';
import { releaseDates } from '../../src/check/dates/release-dates.ts';
import type { Period, Release } from '../../src/model/release.ts';
import type { Located } from '../../src/model/span.ts';
import { composeSample, projectRoot } from '../support/sample.ts';

const at = { file: 'release.yaml', line: 1, column: 1, length: 1 };
const located = <T>(value: T): Located<T> => ({ value, at });

interface Days {
  readonly announced?: { readonly ja: string; readonly en: string };
  readonly dates?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly rateDate?: string;
  readonly current?: Partial<Period>;
}

/** A release of April to September 2025 that was announced on 7 November, with other days. */
function told({ announced = { ja: '2025-11-07', en: '2025-11-07' }, dates = {}, reasons = {}, rateDate, current = {} }: Days) {
  const { release } = composeSample({ root: projectRoot, issuer: 'aoba', release: '2026h1' }, 'validate');
  const now = release?.periods.get('2026h1');
  if (!release || !now) throw new Error('no release');
  const map = (entries: Readonly<Record<string, string>>) => new Map(Object.entries(entries).map(([name, text]) => [name, located(text)]));
  const spec = {
    ...release.spec,
    announced: { ja: located(announced.ja), en: located(announced.en) },
    dates: map(dates),
    dateReasons: map(reasons),
    ...(rateDate === undefined ? {} : { rateDate: located(rateDate) }),
  };
  const edited: Release = { ...release, spec, periods: new Map(release.periods).set('2026h1', { ...now, ...current }) };
  return releaseDates.run(edited, { facts: new Map() } as never).map(({ message }) => message);
}

describe('a day that stands where it cannot', () => {
  it.each<[string, Days, string]>([
    [
      'an announcement within the period',
      { announced: { ja: '2025-09-12', en: '2025-09-12' } },
      'announced.ja is on 2025-09-12, and 2026h1',
    ],
    ['one on its last day', { announced: { ja: '2025-09-30', en: '2025-10-01' } }, 'announced.ja is on 2025-09-30, and 2026h1'],
    ['one in the wrong year', { announced: { ja: '2025-11-07', en: '2024-11-07' } }, 'announced.en is on 2024-11-07, and 2026h1'],
    ['one a year late', { announced: { ja: '2026-11-07', en: '2026-11-07' } }, '403 days after 2026h1'],
    ['languages a month apart', { announced: { ja: '2025-11-07', en: '2025-12-07' } }, '30 days after that in another language'],
    ['a filing before', { dates: { filing: '2025-10-13' } }, 'filing is on 2025-10-13, before the announcement on 2025-11-07'],
    ['a report a year early', { dates: { 'semi-annual-report': '2024-11-13' } }, 'before the announcement on 2025-11-07'],
    ['a filing a year late', { dates: { filing: '2026-11-13' } }, '371 days after the announcement'],
    ['a payment before', { dates: { 'dividend-payment': '2025-09-05' } }, 'dividend-payment is on 2025-09-05, before'],
    ['a call before', { dates: { 'conference-call': '2025-11-06' } }, 'conference-call is on 2025-11-06, before'],
    ['a briefing before', { dates: { 'results-briefing': '2025-11-05' } }, 'results-briefing is on 2025-11-05, before'],
    ['a meeting of shareholders before', { dates: { 'annual-meeting': '2025-06-26' } }, 'annual-meeting is on 2025-06-26, before'],
    ['next results before', { dates: { 'next-results': '2025-11-01' } }, 'next-results is on 2025-11-01, and these results'],
    ['next results on the same day', { dates: { 'next-results': '2025-11-07' } }, 'these results are announced on 2025-11-07'],
    ['a forecast after', { dates: { forecast: '2025-12-13' } }, 'forecast is on 2025-12-13, after the announcement'],
    ['the forecast of the year before', { dates: { forecast: '2024-05-13' } }, 'forecast is on 2024-05-13, 543 days before'],
    ['a resolution after', { dates: { 'board-resolution': '2025-11-10' } }, 'board-resolution is on 2025-11-10, after'],
    [
      'the end of the year before',
      { dates: { 'fiscal-year-end': '2025-03-31' } },
      'fiscal-year-end is on 2025-03-31, and the fiscal year of 2026h1',
    ],
    ['the end of the year after', { dates: { 'fiscal-year-end': '2027-03-31' } }, 'closes in month 3 of 2026'],
    ['the end of another month', { dates: { 'fiscal-year-end': '2025-12-31' } }, 'closes in month 3 of 2026'],
    ['another day of its month', { dates: { 'fiscal-year-end': '2026-03-20' } }, 'closes in month 3 of 2026, on another day'],
    ['a rate of the quarter before', { rateDate: '2025-06-30' }, 'rate-date is 2025-06-30, and 2026h1'],
    ['a rate of the year before', { rateDate: '2024-09-30' }, 'rate-date is 2024-09-30, and 2026h1'],
    ['a rate of a day to come', { rateDate: '2025-11-10' }, 'rate-date is 2025-11-10, after the announcement on 2025-11-07'],
    [
      'a reason that nothing needs',
      { dates: { filing: '2025-11-13' }, reasons: { filing: 'as the statute asks' } },
      'date-reasons has a reason for it',
    ],
    [
      'another end than its own of a year of nine months',
      { dates: { 'fiscal-year-end': '2026-03-31' }, current: { fiscal: { start: '2025-04-01', end: '2025-12-31' } } },
      'the fiscal year of 2026h1 ends on 2025-12-31',
    ],
  ])('is told: %s', (_what, days, message) => {
    expect(told(days).join('\n')).toContain(message);
  });
});

describe('a day that may stand where it does', () => {
  it.each<[string, Days]>([
    ['all on one day', { dates: { filing: '2025-11-07', 'conference-call': '2025-11-07', 'board-resolution': '2025-11-07' } }],
    ['New York a day before Tokyo', { announced: { ja: '2025-11-08', en: '2025-11-07' }, dates: { call: '2025-11-07' } }],
    ['a translation ten days later', { announced: { ja: '2025-11-07', en: '2025-11-17' }, dates: { filing: '2025-11-13' } }],
    ['the day after the period', { announced: { ja: '2025-10-01', en: '2025-10-01' } }],
    ['a late announcement', { announced: { ja: '2026-02-27', en: '2026-02-27' } }],
    ['a resolution weeks before', { dates: { 'dividend-resolution': '2025-10-20' } }],
    ['a forecast of the day', { dates: { forecast: '2025-11-07' } }],
    ['a record day within the period', { dates: { 'dividend-record': '2025-09-30' } }],
    ['the results before', { dates: { 'previous-results': '2025-08-08', 'last-report': '2025-06-27' } }],
    ['a day of no known kind', { dates: { foundation: '1992-12-03', 'plant-opening': '2026-04-01' } }],
    ['the end of the fiscal year', { dates: { 'fiscal-year-end': '2026-03-31' } }],
    [
      'the end of a fiscal year that closes on the 20th',
      { dates: { 'fiscal-year-end': '2026-03-20' }, current: { start: '2025-03-21', end: '2025-09-20' } },
    ],
    ['the end of one of 52 weeks', { dates: { 'fiscal-year-end': '2026-04-04' }, current: { start: '2025-03-30', end: '2025-09-27' } }],
    [
      'a leap day',
      {
        dates: { 'fiscal-year-end': '2028-02-29' },
        announced: { ja: '2027-10-07', en: '2027-10-07' },
        current: { start: '2027-03-01', end: '2027-08-31' },
      },
    ],
    ['a rate of the last day', { rateDate: '2025-09-30' }],
    ['a rate of the Friday before', { rateDate: '2025-09-26' }],
    ['a payment before, with its reason', { dates: { payment: '2025-10-31' }, reasons: { payment: 'decided in August' } }],
    ['a rate of the latest day that there was', { rateDate: '2025-11-05' }],
    [
      'a rate of the quarter before, with its reason',
      { rateDate: '2025-06-30', reasons: { 'rate-date': 'that of the first quarter, kept' } },
    ],
    [
      'an interim dividend that a release of the year looks back on',
      { dates: { 'interim-dividend-payment': '2025-06-05' }, current: { quarter: 4 } },
    ],
  ])('is told of nowhere: %s', (_what, days) => {
    expect(told(days)).toEqual([]);
  });
});

it.each([
  ['filing', 'follows'],
  ['securities-report', 'follows'],
  ['dividend-payment', 'follows'],
  ['analyst-meeting', 'follows'],
  ['next-results', 'next'],
  ['forecast', 'forecast'],
  ['board-meeting', 'precedes'],
  ['general-meeting-resolution', 'follows'],
  ['dividend-record', 'other'],
  ['previous-filing', 'other'],
  ['year-end-dividend-paid', 'other'],
  ['fiscal-year-end', 'year-end'],
] as const)('a day named %s is of the kind %s', (name, kind) => {
  expect(dateKind(name, { quarter: 2 })).toBe(kind);
});
