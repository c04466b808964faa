import { expect, it } from 'vitest';
import { signedDigits } from '../../src/figures/digits.ts';
import { fiscalYearEnd, monthsOf } from '../../src/language/calendar.ts';
import { language } from '../../src/language/languages.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/release.ts';

const period = (start: string, end: string, quarter: number): Period => ({
  id: 'p',
  start,
  end,
  fiscalYear: 0,
  quarter,
  facts: new Map(),
  controls: [],
  at: { file: 'p.yaml', line: 1, column: 1, length: 1 },
});

it.each([
  ['2025-04-01', '2025-09-30', 2, 'Six months ended September 30, 2025', '2026年3月期第2四半期'],
  ['2025-07-01', '2025-09-30', 2, 'Three months ended September 30, 2025', '2026年3月期第2四半期'],
  ['2025-04-01', '2025-12-31', 3, 'Nine months ended December 31, 2025', '2026年3月期第3四半期'],
  ['2024-04-01', '2025-03-31', 4, 'Fiscal year ended March 31, 2025', '2025年3月期'],
  ['2025-01-01', '2025-03-31', 4, 'Three months ended March 31, 2025', '2025年3月期第4四半期'],
  ['2025-01-01', '2025-12-31', 4, 'Fiscal year ended December 31, 2025', '2025年12月期'],
  ['2024-12-01', '2025-05-31', 2, 'Six months ended May 31, 2025', '2025年11月期第2四半期'],
  ['2025-01-01', '2025-01-31', 1, 'One month ended January 31, 2025', '2025年10月期第1四半期'],
])('from %s to %s, quarter %i, is %s and %s', (start, end, quarter, english, japanese) => {
  expect(language('en').dates.period(period(start, end, quarter), 'term')).toBe(english);
  expect(language('ja').dates.period(period(start, end, quarter), 'term')).toBe(japanese);
});

it('counts months over the turn of a year', () => {
  expect(fiscalYearEnd(period('2025-10-01', '2025-12-31', 3))).toEqual({ year: 2026, month: 3 });
  expect(fiscalYearEnd(period('2025-10-01', '2025-12-31', 4))).toEqual({ year: 2025, month: 12 });
  expect(monthsOf('2024-10-01', '2025-03-31')).toBe(6);
});

it('writes a negative as the tables do where it is told to', () => {
  const loss = Exact.of(-15925, 10);
  expect(signedDigits(loss, 1)).toBe('(-)1,592.5');
  expect([signedDigits(loss, 1, 'triangle'), signedDigits(loss, 1, 'parentheses'), signedDigits(loss, 1, 'minus')]).toEqual([
    '△1,592.5',
    '(1,592.5)',
    '−1,592.5',
  ]);
  expect(signedDigits(loss.neg(), 1, 'triangle')).toBe('1,592.5');
  expect(language('ja').figures.money({ value: Exact.of(-551), decimals: 0, scale: 'million', negative: 'triangle' })).toBe('△551百万円');
});
