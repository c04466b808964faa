import { describe, expect, it } from 'vitest';
import { eraYearsOf } from '../../src/language/eras.ts';
import { language } from '../../src/language/languages.ts';
import { allDates, writtenDates } from '../../src/language/written-dates.ts';
import type { PeriodDates } from '../../src/model/release.ts';

const era = writtenDates('ja', { calendar: 'era' });

const period = (start: string, end: string, quarter: number, fiscalYear: number): PeriodDates => ({
  id: 'p',
  start,
  end,
  fiscalYear,
  quarter,
});

describe('a day by its era', () => {
  it.each([
    ['2019-04-30', '平成31年4月30日', '平成31年4月'],
    ['2019-05-01', '令和元年5月1日', '令和元年5月'],
    ['2020-01-31', '令和2年1月31日', '令和2年1月'],
    ['1989-01-07', '昭和64年1月7日', '昭和64年1月'],
    ['1989-01-08', '平成元年1月8日', '平成元年1月'],
    ['1926-12-24', '大正15年12月24日', '大正15年12月'],
    ['1912-07-30', '大正元年7月30日', '大正元年7月'],
    ['1912-07-29', '明治45年7月29日', '明治45年7月'],
    ['1867-12-31', '1867年12月31日', '1867年12月'],
  ])('%s is %s', (iso, long, month) => {
    expect(era.date(iso, 'long')).toBe(long);
    expect(era.date(iso, 'slash')).toBe(long);
    expect(era.date(iso, 'month')).toBe(month);
  });
});

describe('a period by its era', () => {
  const quarterOf2019 = period('2018-04-01', '2018-12-31', 3, 2018);
  it.each([
    [quarterOf2019, 'term', '平成31年3月期第3四半期'],
    [quarterOf2019, 'short', '31年3月期第3四半期'],
    [quarterOf2019, 'end', '平成30年12月期'],
    [quarterOf2019, 'quarter', '平成30年度第3四半期累計期間'],
    [period('2019-04-01', '2019-09-30', 2, 2020), 'term', '令和2年3月期第2四半期'],
    [period('2018-04-01', '2019-03-31', 4, 2019), 'label', '平成31年3月期'],
    [period('2019-01-01', '2019-12-31', 4, 2019), 'term', '令和元年12月期'],
    [period('2019-01-01', '2019-12-31', 4, 2019), 'short', '令和元年12月期'],
    [period('2019-04-01', '2020-03-31', 4, 2019), 'fiscal-year', '令和元年度'],
    [period('2018-04-01', '2019-03-31', 4, 2018), 'fiscal-year', '平成30年度'],
    [period('2025-07-01', '2025-09-30', 2, 2026), 'label', '8年3月期2Q'],
  ] as const)('%o in the style %s is %s', (dates, style, name) => {
    expect(era.period(dates, style)).toBe(name);
  });
});

it('English, and Japanese of an issuer that says nothing, keep western years', () => {
  const english = writtenDates('en', { calendar: 'era' });
  expect(english.date('2019-01-31', 'long')).toBe('January 31, 2019');
  expect(writtenDates('ja', {}).date('2019-01-31', 'long')).toBe('2019年1月31日');
  expect(writtenDates('ja', { calendar: { ja: 'western', en: 'western' } })).toBe(language('ja').dates);
  expect(writtenDates('ja', { calendar: { ja: 'era', en: 'western' } })).toBe(era);
  expect(writtenDates('ja', {}).period(period('2018-04-01', '2018-12-31', 3, 2018), 'short')).toBe('2019年3月期第3四半期');
  expect([allDates('en').length, allDates('ja').length]).toEqual([1, 2]);
});

it('a year is one or two of eras', () => {
  expect([2018, 2019, 2020, 1989, 1926].map(eraYearsOf)).toEqual([[30], [1, 31], [2], [1, 64], [1, 15]]);
});

describe('a day that is typed by an era', () => {
  const named = (text: string) =>
    (language('ja').eras?.named(text) ?? []).map(({ start, end, isOf, meant }) => [text.slice(start, end), isOf, meant]);
  it.each([
    ['平成31年4月30日', true, '平成31年4月30日'],
    ['平成31年4月1日～令和元年9月30日', true, '平成31年4月1日'],
    ['令和元年5月', true, '令和元年5月'],
    ['平成３１年', undefined, ''],
    ['平成31年9月30日', false, '令和元年9月30日'],
    ['令和元年4月1日', false, '平成31年4月1日'],
    ['平成40年3月期', false, '令和10年3月'],
    ['昭和64年2月', false, '平成元年2月'],
    ['平成元年1月', true, '平成元年1月'],
    ['昭和六十四年1月7日', true, '昭和64年1月7日'],
  ])('%s', (text, isOf, meant) => {
    const [first] = named(text);
    expect(first?.slice(1)).toEqual(isOf === undefined ? undefined : [isOf, meant]);
  });

  it('is read in time that grows with the text alone', () => {
    const long = '平成'.repeat(250_000) + '年'.repeat(250_000);
    expect(named(long)).toEqual([]);
  });
});
