// Turn what a text says of a period into whether a period is that: its days, its months, its length, its quarter, its fiscal year.
import { dateParts, fiscalYearEnd } from '../../language/calendar.ts';
import { eraYearsOf } from '../../language/eras.ts';
import type { DaySaid, PeriodNamed, PeriodSaid } from '../../language/legends.ts';
import type { PeriodDates } from '../../model/release.ts';

const msPerDay = 86_400_000;
const daysPerMonth = 30.44;
/** A year of 52 weeks, or one that closes on the 20th, is named by the months that it nearly covers. */
const nearly = 15;

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / msPerDay;
const shifted = (iso: string, days: number): string => new Date((dayNumber(iso) + days) * msPerDay).toISOString().slice(0, 10);

/** Years in two digits are those of the century that the period is in, or of an era: 31年3月期. */
const sameYear = (said: number | undefined, year: number): boolean =>
  said === undefined || said === year || (said < 100 && (said === year % 100 || eraYearsOf(year).includes(said)));

const isMonth = (said: { readonly year?: number; readonly month: number }, { year, month }: Month): boolean =>
  said.month === month && sameYear(said.year, year);

/** A month of a year. */
interface Month {
  readonly year: number;
  readonly month: number;
}

/** What a period may be said to be: its own months, and those that it nearly has. */
interface PeriodNames {
  /** Months that it lasts, to the nearest: 6 for 26 weeks, and for March 21 to September 20. */
  readonly length: number;
  readonly firstMonths: readonly Month[];
  readonly lastMonths: readonly Month[];
  /** Those in which its fiscal year ends. */
  readonly yearEnds: readonly Month[];
}

const known = new WeakMap<PeriodDates, PeriodNames>();

function namesOf(period: PeriodDates): PeriodNames {
  const found = known.get(period);
  if (found) return found;
  const { start, end } = period;
  const ends = [end, shifted(end, -nearly)];
  const names: PeriodNames = {
    length: Math.round((dayNumber(end) - dayNumber(start) + 1) / daysPerMonth),
    firstMonths: [start, shifted(start, nearly)].map(dateParts),
    lastMonths: ends.map(dateParts),
    yearEnds: ends.map((day) => fiscalYearEnd({ ...period, end: day })),
  };
  known.set(period, names);
  return names;
}

export function fits(said: PeriodSaid, period: PeriodDates): boolean {
  const { start, end, quarter } = period;
  const { length, firstMonths, lastMonths, yearEnds } = namesOf(period);
  switch (said.by) {
    case 'span':
      return isDay(said.from, start) && isDay(said.to, end);
    case 'day':
      return [start, end].some((iso) => isDay(said, iso));
    case 'month':
      return [...lastMonths, ...firstMonths].some((month) => isMonth(said, month));
    case 'term':
      return [...yearEnds, ...lastMonths].some((month) => isMonth(said, month));
    case 'fiscal-year-end':
      return yearEnds.some((month) => isMonth(said, month));
    case 'months':
      return firstMonths.some(({ month }) => month === said.from) && lastMonths.some(({ month }) => month === said.to);
    case 'length':
      return length === said.months;
    case 'quarter':
      return quarter === said.quarter;
    case 'cumulative':
      return quarter === said.quarter && (quarter === 1 || length > 3);
    case 'half':
      return quarter === 2 * said.half && length > 4 && length < 8;
    case 'fiscal-year':
      return sameYear(said.year, period.fiscalYear);
    case 'year':
      return [period.fiscalYear, dateParts(end).year, dateParts(start).year, ...yearEnds.map(({ year }) => year)].includes(said.year);
    case 'year-of-quarter':
      return [period.fiscalYear, dateParts(end).year].some((year) => sameYear(said.year, year));
    case 'no-month':
      return false;
  }
}

const isDay = (said: DaySaid, iso: string): boolean => isMonth(said, dateParts(iso)) && said.day === dateParts(iso).day;

/** Whether it is that day, or its month or year. */
function isDate(said: PeriodSaid, iso: string): boolean {
  if (said.by === 'day') return isDay(said, iso);
  if (said.by === 'month') return isMonth(said, dateParts(iso));
  return said.by === 'year' && said.year === dateParts(iso).year;
}

/** Whether the words name that period. */
export const isOf = (named: PeriodNamed, period: PeriodDates): boolean =>
  named.of === undefined ? fits(named, period) : named.of === period.id;

/** What a text may speak of. */
export interface Periods {
  /** Those that it must name, where it names a period at all. */
  readonly own: readonly PeriodDates[];
  /** Those that it may name beside them. */
  readonly others: readonly PeriodDates[];
  /** Other days that the release knows, ISO. */
  readonly dates: readonly string[];
}

/**
 * What is said of none of these periods. Of each kind (a day, a length, a quarter) one at least is said of a period of its own: a title
 * that names the day of the year before, and no other, is another release's.
 */
export function misnamed(named: readonly PeriodNamed[], { own, others, dates }: Periods): readonly PeriodNamed[] {
  const kinds = new Map<string, PeriodNamed[]>();
  for (const each of named) kinds.set(each.by, [...(kinds.get(each.by) ?? []), each]);
  return [...kinds.values()].flatMap((alike) => {
    const strangers = alike.filter(
      (said) => ![...own, ...others].some((period) => isOf(said, period)) && !dates.some((iso) => isDate(said, iso)),
    );
    if (strangers.length > 0 || alike.some((said) => own.some((period) => isOf(said, period)))) return strangers;
    return alike.filter((said) => !dates.some((iso) => isDate(said, iso))).slice(0, 1);
  });
}
