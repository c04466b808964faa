// Turn names of periods and periods of all kinds into whether one is the other.
import { describe, expect, it } from 'vitest';
import { fits, misnamed } from '../../src/check/legends/period-fits.ts';
import { language } from '../../src/language/languages.ts';
import type { PeriodNamed, PeriodSaid } from '../../src/language/legends.ts';
import type { PeriodDates } from '../../src/model/release.ts';

const period = (start: string, end: string, fiscalYear: number, quarter: number): PeriodDates => ({
  id: end,
  start,
  end,
  fiscalYear,
  quarter,
});

const half = period('2025-04-01', '2025-09-30', 2026, 2);
const halfBefore = period('2024-04-01', '2024-09-30', 2025, 2);
const quarter = period('2025-07-01', '2025-09-30', 2025, 2);
const year = period('2025-04-01', '2026-03-31', 2026, 4);
const weeks = period('2025-03-30', '2026-04-04', 2026, 4);
const closingOn20 = period('2025-03-21', '2025-09-20', 2026, 2);
const calendarThird = period('2025-01-01', '2025-09-30', 2025, 3);
const leap = period('2023-09-01', '2024-02-29', 2024, 2);
const short = period('2025-11-04', '2026-03-31', 2026, 4);

describe('a period', () => {
  it.each<readonly [text: string, PeriodDates]>([
    ['Six Months Ended September 30, 2025', half],
    ['2026年3月期第2四半期（中間期）（2025年4月1日～2025年9月30日）', half],
    ['第2四半期連結累計期間、上期、4-9月', half],
    ['2Q25、2025年9月期、7-9月', quarter],
    ['Three Months Ended September 30, 2025', quarter],
    ['Fiscal Year Ended March 31, 2026', year],
    ['2026年3月期決算短信', year],
    ['2026年3月期 通期決算', weeks],
    ['53 weeks ended April 4, 2026', weeks],
    ['Six Months Ended September 20, 2025', closingOn20],
    ['2026年3月期第2四半期（3-9月）', closingOn20],
    ['2026年3月期中間期（4-9月）', closingOn20],
    ['2025年12月期 第3四半期連結累計期間', calendarThird],
    ['Nine Months Ended September 30, 2025', calendarThird],
    ['Six Months Ended February 29, 2024 of the fiscal year ending August 31, 2024', leap],
    ['2024年8月期 第2四半期', leap],
    ['Five Months Ended March 31, 2026', short],
  ])('is named %s', (text, each) => {
    const lang = /[぀-鿿]/.test(text) ? 'ja' : 'en';
    const named = language(lang).legends.periods(text.replaceAll('～', '~'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((said) => !fits(said, each))).toEqual([]);
  });

  it.each<readonly [PeriodSaid, PeriodDates]>([
    [{ by: 'length', months: 3 }, half],
    [{ by: 'length', months: 7 }, closingOn20],
    [{ by: 'length', months: 12 }, calendarThird],
    [{ by: 'quarter', quarter: 3 }, half],
    [{ by: 'half', half: 1 }, quarter],
    [{ by: 'half', half: 2 }, year],
    [{ by: 'cumulative', quarter: 2 }, quarter],
    [{ by: 'term', year: 2025, month: 3 }, half],
    [{ by: 'fiscal-year-end', year: 2025, month: 9 }, half],
    [{ by: 'day', year: 2025, month: 9, day: 31 }, half],
    [{ by: 'span', from: { month: 4, day: 1 }, to: { year: 2026, month: 3, day: 31 } }, half],
    [{ by: 'months', from: 9, to: 4 }, half],
    [{ by: 'months', from: 4, to: 9 }, quarter],
    [{ by: 'year', year: 2024 }, half],
    [{ by: 'no-month' }, half],
  ])('is not what says %o', (said, each) => {
    expect(fits(said, each)).toBe(false);
  });
});

describe('what is said of periods', () => {
  const named = (...said: readonly PeriodSaid[]): readonly PeriodNamed[] =>
    said.map((each, index) => ({ ...each, start: index, end: index + 1 }));
  const periods = { own: [half], others: [halfBefore, year], dates: ['2025-11-07'] };
  const wrong = (...said: readonly PeriodSaid[]) => misnamed(named(...said), periods).map(({ start }) => start);

  it('is of the own period, of others beside it, or of a day that the release knows', () => {
    expect(wrong({ by: 'day', month: 9, day: 30 }, { by: 'day', year: 2024, month: 9, day: 30 })).toEqual([]);
    expect(wrong({ by: 'day', year: 2025, month: 11, day: 7 })).toEqual([]);
    expect(wrong({ by: 'fiscal-year', year: 26 }, { by: 'fiscal-year', year: 2025 })).toEqual([]);
  });

  it('is wrong of another alone, and of none', () => {
    expect(wrong({ by: 'day', year: 2024, month: 9, day: 30 })).toEqual([0]);
    expect(wrong({ by: 'length', months: 12 })).toEqual([0]);
    expect(wrong({ by: 'length', months: 6 }, { by: 'length', months: 9 })).toEqual([1]);
  });
});
