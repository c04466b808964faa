// Turn a fiscal year that is to be reported into the quarters that it is the sum of, where the issuer's files have them.
import { fiscalPart, monthsOf } from '../language/calendar.ts';
import type { Period, PeriodDates, Release } from '../model/release.ts';
import { daysOfMonths } from './days-of-months.ts';
import { patternOf } from './period-pattern.ts';
import type { ShiftedPeriod } from './shift-periods.ts';

/** Quarters of the year in order. */
export interface YearOfQuarters {
  readonly quarters: readonly ShiftedPeriod[];
}

/** Files that there must be at least: a year of which fewer are held is typed as a whole. */
const leastHeld = 2;

/** Undefined for any other period, and for an issuer that does not report quarters by themselves. The last quarter may have no file yet. */
export function yearOfQuarters({ periods }: Release, { dates, from }: ShiftedPeriod): YearOfQuarters | undefined {
  if (fiscalPart(dates) !== 'year' || fiscalPart(from) !== 'quarter' || monthsOf(from.start, from.end) !== 3) return undefined;
  const pattern = patternOf(from);
  const held: Period[] = [];
  const quarters: ShiftedPeriod[] = [];
  for (let quarter = 1; quarter <= 4; quarter++) {
    const days = daysOfMonths(from, 3 * (4 * (dates.fiscalYear - from.fiscalYear) + quarter - from.quarter), 3);
    const id = pattern?.format({ year: dates.fiscalYear, quarter });
    if (!days || id === undefined) return undefined;
    const file = [...periods.values()].find(({ start, end }) => start === days.start && end === days.end);
    if (file) held.push(file);
    else if (periods.has(id)) return undefined;
    const own: PeriodDates = file ?? { id, ...days, fiscalYear: dates.fiscalYear, quarter };
    quarters.push({ dates: own, ...(file && { file }), from });
  }
  return held.length < leastHeld ? undefined : { quarters };
}
