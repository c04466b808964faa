// Turn ISO dates into their numbers, and a period into its length, its part of the fiscal year and its label, without a clock and without a time zone.
import type { PeriodDates } from '../model/release.ts';

/** Year, month 1-12 and day of an ISO date that validation has accepted. */
export function dateParts(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const month = iso.indexOf('-') + 1;
  const day = iso.indexOf('-', month) + 1;
  return { year: Number(iso.slice(0, month - 1)), month: Number(iso.slice(month, day - 1)), day: Number(iso.slice(day)) };
}

/** Days from a day that is the same for all, by the Gregorian calendar: years are counted from March, so that a leap day is the last. */
function dayNumber(iso: string): number {
  const { year, month, day } = dateParts(iso);
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + Math.floor((153 * months + 2) / 5) + day;
}

/** Days from the first day to the second; negative where the second is earlier. */
export function daysBetween(first: string, second: string): number {
  return dayNumber(second) - dayNumber(first);
}

/** What a period begins and ends with. */
type Days = Pick<PeriodDates, 'start' | 'end'>;

const daysOf = ({ start, end }: Days): number => daysBetween(start, end) + 1;

/** Mean length of a month of the Gregorian calendar, in days. */
const monthDays = 365.2425 / 12;

/** Months that a period covers, to the nearest: 26 weeks, and 21 March to 20 September, are six. */
export function monthsOf(start: string, end: string): number {
  return Math.max(1, Math.round(daysOf({ start, end }) / monthDays));
}

/** How far a period of whole months may be from them, as a part of a month: a quarter of 14 weeks is 0.22 more than three, and half a month is none. */
const monthsSlack = 0.25;

/** Whether a reader would call a period one of whole months. */
export function isWholeMonths(period: Days): boolean {
  const months = daysOf(period) / monthDays;
  return Math.abs(months - Math.round(months)) <= monthsSlack && Math.round(months) > 0;
}

/** Days by which periods of one length differ at most: a week of a year of 53, and the days of a leap year and of unlike quarters. */
const lengthSlack = 10;

/** Whether figures of two durations compare like with like. */
export function areOfOneLength(one: Days, other: Days): boolean {
  return Math.abs(daysOf(one) - daysOf(other)) <= lengthSlack;
}

/** A fiscal year of whole weeks ends up to so many days after the month that it closes with. */
const weeksSlack = 6;

const isOfWeeks = (period: Days): boolean => daysOf(period) % 7 === 0;

/** The month that a period closes with: of whole weeks that end on the first days of a month, the month before. */
export function closingMonth(period: Days): { readonly year: number; readonly month: number } {
  const { year, month, day } = dateParts(period.end);
  if (day > weeksSlack || !isOfWeeks(period)) return { year, month };
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/** Whether two days close periods alike: by the same day of a month, or by its last; of whole weeks, any day does. */
export function closeAlike(period: Days, end: string): boolean {
  if (isOfWeeks(period) || (isMonthEnd(period.end) && isMonthEnd(end))) return true;
  return dateParts(period.end).day === dateParts(end).day && !isMonthEnd(period.end);
}

function isMonthEnd(iso: string): boolean {
  const { year, month } = dateParts(iso);
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return daysBetween(iso, `${nextYear}-${next}-1`) === 1;
}

/** Days of a month in a common year; a leap day is within what is allowed beside. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The months, 1-12, that a period of whole months or whole weeks begins and ends with; undefined for one that begins inside a month, as on the 21st. */
export function calendarMonths(period: Days): { readonly first: number; readonly last: number } | undefined {
  const [start, end] = [dateParts(period.start), dateParts(period.end)];
  const lengthOf = (month: number): number => monthLengths[month - 1] ?? 31;
  const slack = isOfWeeks(period) ? weeksSlack : 0;
  const early = start.day > lengthOf(start.month) - slack;
  if (!early && start.day > 1 + slack) return undefined;
  const { month: last } = closingMonth(period);
  if (last === end.month && end.day < lengthOf(end.month) - slack) return undefined;
  return { first: early ? (start.month % 12) + 1 : start.month, last };
}

/** Year and month in which the fiscal year of a period ends: as its file says, or counted on from its quarter. */
export function fiscalYearEnd(period: FiscalDates): { readonly year: number; readonly month: number } {
  if (period.fiscal) return closingMonth(period.fiscal);
  const { year, month } = closingMonth(period);
  const months = month - 1 + (fiscalPart(period) === 'year' ? 0 : 3 * (4 - period.quarter));
  return { year: year + Math.floor(months / 12), month: (months % 12) + 1 };
}

type FiscalDates = Pick<PeriodDates, 'start' | 'end' | 'quarter' | 'fiscal'>;

/**
 * What of its fiscal year a period is: a quarter by itself, the quarters from its beginning to one before its last, the whole of it, or
 * another stretch, such as the second half.
 */
export type FiscalPart = 'quarter' | 'cumulative' | 'year' | 'stretch';

/** By the days of the fiscal year where its file says them. Without, a year is twelve months, or ends with the 4th quarter and is no other part. */
export function fiscalPart({ start, end, quarter, fiscal }: FiscalDates): FiscalPart {
  const months = monthsOf(start, end);
  if (fiscal) {
    if (start === fiscal.start) return end === fiscal.end ? 'year' : quarter > 1 ? 'cumulative' : 'quarter';
    return months > 3 ? 'stretch' : 'quarter';
  }
  if (months === 12) return 'year';
  if (quarter === 1 || months <= 3) return 'quarter';
  if (quarter === 4) return months === 6 && isWholeMonths({ start, end }) ? 'stretch' : 'year';
  return months === 3 * (quarter - 1) ? 'stretch' : 'cumulative';
}

/** 2Q02: what is cumulative or another stretch is counted in halves, `1H02`, or in months, `9M02`; then the last two figures of the fiscal year. */
export function partLabel(period: PeriodDates): string {
  const part = fiscalPart(period);
  const months = monthsOf(period.start, period.end);
  const year = String(period.fiscalYear % 100).padStart(2, '0');
  if (part === 'quarter') return `${period.quarter}Q${year}`;
  if (isFirstHalf(period)) return `1H${year}`;
  return isSecondHalf(period) ? `2H${year}` : `${months}M${year}`;
}

export const isFirstHalf = (period: FiscalDates): boolean => period.quarter === 2 && fiscalPart(period) === 'cumulative';

export const isSecondHalf = (period: FiscalDates): boolean =>
  period.quarter === 4 && fiscalPart(period) === 'stretch' && monthsOf(period.start, period.end) === 6;
