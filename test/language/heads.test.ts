import { describe, expect, it } from 'vitest';
import { language, languageCodes } from '../../src/language/languages.ts';
import type { PeriodDates } from '../../src/model/release.ts';

const sayings = (head: string, lang: string) => language(lang).heads.sayingsIn(head);
const values = (head: string, lang: string) => {
  const { lengths, quarters, fiscalYears, days, which, base } = sayings(head, lang);
  const iso = days.map(({ year, month, day }) => [year, month, day].filter((part) => part !== undefined).join('-'));
  const words = [which?.is, base?.is].filter((word) => word !== undefined);
  return [
    ...lengths.map(({ value }) => `${value}m`),
    ...quarters.map(({ value }) => `Q${value}`),
    ...fiscalYears.map(({ value }) => `FY${value}`),
    ...iso,
    ...words,
  ].join(' ');
};

describe('a head', () => {
  it.each([
    ['Six months ended September 30, 2025', '6m 2025-9-30'],
    ['For the Three Months Ended Sept. 30, 2002', '3m 2002-9-30'],
    ['12 months ended 31 March 2026', '12m 2026-3-31'],
    ['26 weeks ended September 27, 2025', '6m 2025-9-27'],
    ['52 weeks ended', '12m'],
    ['Fiscal year ending March 31, 2026 (forecast)', '12m 2026-3-31'],
    ['First half of fiscal 2025', '6m Q2 FY2025'],
    ['2nd quarter of fiscal 2002', 'Q2 FY2002'],
    ['2Q02', 'Q2 FY2'],
    ['As of June 2025', '2025-6'],
    ['Previous fiscal year', 'earlier year-before'],
    ['Current period', 'current'],
    ['YOY Chg %', 'year-before'],
    ['Change from the previous quarter', 'quarter-before'],
    ['May contain rounding', ''],
    ['% of Total Revenues', ''],
    ['Issued at period-end (including treasury shares)', ''],
  ])('%s is read in English', (head, expected) => {
    expect(values(head, 'en')).toBe(expected);
  });

  it.each([
    ['当第2四半期連結累計期間(自 2025年4月1日至 2025年9月30日)', '6m Q2 2025-4-1 2025-9-30 current'],
    ['前第三四半期連結累計期間', '9m Q3 earlier'],
    ['当第2四半期連結会計期間(2025年9月30日)', 'Q2 2025-9-30 current'],
    ['当第2四半期連結会計期間(自 2025年7月1日 至 2025年9月30日)', '3m Q2 2025-7-1 2025-9-30 current'],
    ['2026年3月期第2四半期', 'Q2 2026-3'],
    ['令和8年3月期', '2026-3'],
    ['令和元年9月30日', '2019-9-30'],
    ['前連結会計年度(2025年3月31日)', 'Q4 2025-3-31 earlier'],
    ['当中間連結会計期間', '6m Q2 current'],
    ['通期', '12m'],
    ['六か月累計', '6m'],
    ['2002年度第2四半期', 'Q2 FY2002'],
    ['対前年同四半期 %', 'year-before'],
    ['対前四半期 %', 'quarter-before'],
    ['当期純利益', ''],
    ['当初予想', ''],
    ['前受金', ''],
    ['年間配当金', '12m'],
  ])('%s is read in Japanese', (head, expected) => {
    expect(values(head, 'ja')).toBe(expected);
  });

  it.each(languageCodes)('in %s says of a period what helpers write of it', (lang) => {
    const half: PeriodDates = { id: 'half', start: '2025-04-01', end: '2025-09-30', fiscalYear: 2026, quarter: 2 };
    const { dates } = language(lang);
    expect(values(dates.date(half.end, 'long'), lang)).toBe('2025-9-30');
    expect(values(dates.date(half.end, 'month'), lang)).toBe('2025-9');
    expect(values(dates.date(half.end, 'slash'), lang)).toBe('2025-9-30');
    expect(values(dates.period(half, 'end'), lang)).toMatch(/^2025-9/);
    expect(values(dates.period(half, 'fiscal-year'), lang)).toBe('FY2026');
    expect(values(dates.period(half, 'term'), lang)).toMatch(/^(?:6m 2025-9-30|Q2 2026-3)$/);
  });

  it('is cut into pieces that make the whole', () => {
    for (const [lang, head] of [
      ['ja', '親会社株主に帰属する四半期純利益（△損失）'],
      ['ja', '2026年3月期第2四半期'],
      ['en', 'Six months ended September 30, 2025'],
    ] as const) {
      const pieces = language(lang).heads.pieces(head);
      expect(pieces.join('')).toBe(head);
      expect(pieces.length).toBeGreaterThan(1);
    }
  });

  it('is read in a time that grows with its length', () => {
    for (const [lang, part] of [
      ['en', 'this net fiscal six 2025/ '],
      ['ja', '自前第当期(年月'],
    ] as const) {
      const started = performance.now();
      sayings(part.repeat(40_000), lang);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});
