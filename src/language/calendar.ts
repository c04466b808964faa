// Turn an ISO date into its numbers, and a quarter into its label, without a clock and without a time zone.
import type { PeriodDates } from '../model/release.ts';

/** Year, month 1-12 and day of an ISO date that validation has accepted. */
export function dateParts(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

/** Year and month in which the fiscal year ends whose quarter, 1-4, ends on `end`. */
export function fiscalYearEnd(end: string, quarter: number): { readonly year: number; readonly month: number } {
  const { year, month } = dateParts(end);
  const months = month - 1 + 3 * (4 - quarter);
  return { year: year + Math.floor(months / 12), month: (months % 12) + 1 };
}

/** Months that a period covers, counted by the months that it begins and ends in. */
export function monthsOf(start: string, end: string): number {
  const [first, last] = [dateParts(start), dateParts(end)];
  return 12 * (last.year - first.year) + last.month - first.month + 1;
}

/** 2Q02: quarter, then the last two figures of the fiscal year; the same in every language. */
export function quarterLabel(period: PeriodDates): string {
  return `${period.quarter}Q${String(period.fiscalYear % 100).padStart(2, '0')}`;
}
