// Turn periods of every kind of fiscal year into their names: months as they are counted, quarters that there are, years that are named so.
import { describe, expect, it } from 'vitest';
import { areOfOneLength, calendarMonths, daysBetween, fiscalPart, fiscalYearEnd, monthsOf } from '../../src/language/calendar.ts';
import { language } from '../../src/language/languages.ts';
import type { PeriodStyle } from '../../src/language/writing.ts';
import type { PeriodDates } from '../../src/model/release.ts';

/** `2025-04-01 2025-09-30 2 2026`, and the days of a fiscal year that is not of twelve months. */
function period(text: string): PeriodDates {
  const [start = '', end = '', quarter = '', year = '', first, last] = text.split(' ');
  const fiscal = first !== undefined && last !== undefined ? { fiscal: { start: first, end: last } } : {};
  return { id: 'p', start, end, quarter: Number(quarter), fiscalYear: Number(year), ...fiscal };
}

const named = (text: string, style: PeriodStyle) => [
  language('en').dates.period(period(text), style),
  language('ja').dates.period(period(text), style),
];

describe('the term of a period', () => {
  it.each([
    ['a half that closes on the 20th', '2025-03-21 2025-09-20 2 2026', 'Six months ended September 20, 2025', '2026年3月期第2四半期'],
    ['its year', '2025-03-21 2026-03-20 4 2026', 'Fiscal year ended March 20, 2026', '2026年3月期'],
    ['a quarter that closes on 20 January', '2025-10-21 2026-01-20 4 2026', 'Three months ended January 20, 2026', '2026年1月期第4四半期'],
    ['a year that closes on 20 February', '2024-02-21 2025-02-20 4 2025', 'Fiscal year ended February 20, 2025', '2025年2月期'],
    ['26 weeks', '2025-03-30 2025-09-27 2 2026', 'Six months ended September 27, 2025', '2026年3月期第2四半期'],
    ['26 weeks into October', '2021-04-04 2021-10-02 2 2022', 'Six months ended October 2, 2021', '2022年3月期第2四半期'],
    ['53 weeks into January', '2025-12-28 2027-01-02 4 2026', 'Fiscal year ended January 2, 2027', '2026年12月期'],
    ['a quarter of 14 weeks', '2026-09-27 2027-01-02 4 2026', 'Three months ended January 2, 2027', '2026年12月期第4四半期'],
    ['a half that ends in February', '2024-09-01 2025-02-28 2 2025', 'Six months ended February 28, 2025', '2025年8月期第2四半期'],
    ['one that ends on a leap day', '2023-09-01 2024-02-29 2 2024', 'Six months ended February 29, 2024', '2024年8月期第2四半期'],
    ['a leap year', '2024-01-01 2024-12-31 4 2024', 'Fiscal year ended December 31, 2024', '2024年12月期'],
    ['a year of nine months', '2025-04-01 2025-12-31 4 2025', 'Fiscal year ended December 31, 2025 (nine months)', '2025年12月期'],
    ['nine months of a year', '2025-04-01 2025-12-31 3 2026', 'Nine months ended December 31, 2025', '2026年3月期第3四半期'],
    ['a year of fifteen months', '2024-10-01 2025-12-31 4 2025', 'Fiscal year ended December 31, 2025 (15 months)', '2025年12月期'],
    ['a first year of five months', '2025-11-01 2026-03-31 4 2026', 'Fiscal year ended March 31, 2026 (five months)', '2026年3月期'],
    [
      'a first year from the 15th',
      '2025-10-15 2026-03-31 4 2026',
      'Fiscal year ended March 31, 2026 (from October 15, 2025)',
      '2026年3月期',
    ],
    [
      'the half of a year of nine months',
      '2025-04-01 2025-09-30 2 2025 2025-04-01 2025-12-31',
      'Six months ended September 30, 2025',
      '2025年12月期第2四半期',
    ],
    [
      'a year of three months',
      '2025-10-01 2025-12-31 4 2025 2025-10-01 2025-12-31',
      'Fiscal year ended December 31, 2025 (three months)',
      '2025年12月期',
    ],
    [
      'a year of six months',
      '2025-07-01 2025-12-31 4 2025 2025-07-01 2025-12-31',
      'Fiscal year ended December 31, 2025 (six months)',
      '2025年12月期',
    ],
    [
      'the first quarter of a year of five months',
      '2025-11-01 2025-12-31 1 2026 2025-11-01 2026-03-31',
      'Two months ended December 31, 2025',
      '2026年3月期第1四半期',
    ],
    ['a second half', '2025-10-01 2026-03-31 4 2026', 'Six months ended March 31, 2026', '2026年3月期下期'],
    [
      'half a month more than five',
      '2025-04-15 2025-09-30 2 2026',
      'Period from April 15, 2025 to September 30, 2025',
      '2026年3月期第2四半期',
    ],
  ])('of %s', (_what, text, english, japanese) => {
    expect(named(text, 'term')).toEqual([english, japanese]);
  });
});

describe('other names of a period', () => {
  it.each([
    ['label', '2002-07-01 2002-09-30 2 2002', '2Q02', '2Q02'],
    ['label', '2002-04-01 2002-09-30 2 2002', '1H02', '1H02'],
    ['label', '2002-10-01 2003-03-31 4 2002', '2H02', '2H02'],
    ['label', '2002-04-01 2002-12-31 3 2002', '9M02', '9M02'],
    ['label', '2002-04-01 2003-03-31 4 2002', 'FY2002', '2002年度'],
    ['label', '2002-04-01 2003-03-31 4 2003', 'FY2003', '2003年3月期'],
    ['label', '2002-01-01 2002-12-31 4 2002', 'FY2002', '2002年12月期'],
    ['label', '2002-01-01 2002-03-31 4 2001', '4Q01', '4Q01'],
    ['quarter', '2002-04-01 2002-09-30 2 2002', 'the first half of fiscal 2002', '2002年度第2四半期累計期間'],
    ['quarter', '2002-04-01 2002-12-31 3 2002', 'the first nine months of fiscal 2002', '2002年度第3四半期累計期間'],
    ['quarter', '2002-04-01 2003-03-31 4 2002', 'fiscal 2002', '2002年度'],
    ['quarter', '2002-10-01 2003-03-31 4 2002', 'the second half of fiscal 2002', '2002年度下期'],
    ['part', '2002-07-01 2002-09-30 2 2002', '2nd Quarter', '第2四半期'],
    ['part', '2002-04-01 2002-12-31 3 2002', 'First Nine Months', '第3四半期累計期間'],
    ['part', '2002-04-01 2003-03-31 4 2002', 'Full Year', '通期'],
    ['months', '2002-07-01 2002-09-30 2 2002', 'July-September', '7-9月'],
    ['months', '2025-03-30 2025-06-28 1 2026', 'April-June', '4-6月'],
    ['months', '2025-06-21 2025-09-20 2 2026', 'June 21-September 20', '6月21日-9月20日'],
    ['months', '2025-01-01 2025-01-31 1 2025', 'January', '1月'],
    ['end', '2025-12-28 2027-01-02 4 2026', 'Jan 2, 2027', '2026年12月期'],
  ] as const)('%s of %s', (style, text, english, japanese) => {
    expect(named(text, style)).toEqual([english, japanese]);
  });
});

describe('the calendar', () => {
  it('counts days over leap years and the turn of a century', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
    expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
    expect(daysBetween('1999-12-31', '2000-12-31')).toBe(366);
    expect(daysBetween('2025-11-07', '2025-10-13')).toBe(-25);
  });

  it.each([
    ['2025-02-01', '2025-02-28', 1],
    ['2025-01-01', '2025-02-28', 2],
    ['2024-12-01', '2025-02-28', 3],
    ['2025-03-21', '2025-09-20', 6],
    ['2025-08-21', '2026-02-20', 6],
    ['2024-04-01', '2025-03-31', 12],
    ['2025-12-28', '2027-01-02', 12],
    ['2024-12-29', '2025-09-27', 9],
  ])('counts the months from %s to %s', (start, end, months) => {
    expect(monthsOf(start, end)).toBe(months);
  });

  it.each([
    ['a leap year and a common one', '2024-01-01 2024-12-31', '2025-01-01 2025-12-31', true],
    ['52 weeks and 53', '2024-12-29 2025-12-27', '2025-12-28 2027-01-02', true],
    ['13 weeks and 14', '2025-06-29 2025-09-27', '2026-09-27 2027-01-02', true],
    ['quarters with February and without', '2025-01-01 2025-03-31', '2025-07-01 2025-09-30', true],
    ['three months and six', '2024-07-01 2024-09-30', '2025-04-01 2025-09-30', false],
    ['eleven months and twelve', '2024-05-01 2025-03-31', '2025-04-01 2026-03-31', false],
    ['a closing moved from the 20th to the end of the month', '2025-03-21 2026-03-31', '2024-03-21 2025-03-20', false],
  ])('holds %s to one length', (_what, one, other, alike) => {
    const [a, b] = [one, other].map((days) => period(`${days} 1 2025`));
    expect(a && b && areOfOneLength(a, b)).toBe(alike);
  });

  it('knows a fixed day of closing from weeks that end near the turn of a month', () => {
    expect(calendarMonths(period('2025-03-26 2025-09-25 2 2026'))).toBeUndefined();
    expect(calendarMonths(period('2025-03-06 2025-09-05 2 2026'))).toBeUndefined();
    expect(calendarMonths(period('2021-04-04 2021-10-02 2 2022'))).toEqual({ first: 4, last: 9 });
    expect(fiscalYearEnd(period('2025-03-06 2026-03-05 4 2026'))).toEqual({ year: 2026, month: 3 });
  });

  it('reads the days of a fiscal year before it counts months', () => {
    expect(fiscalPart(period('2025-04-01 2025-12-31 3 2025'))).toBe('cumulative');
    expect(fiscalPart(period('2025-04-01 2025-12-31 3 2025 2025-04-01 2025-12-31'))).toBe('year');
  });
});
