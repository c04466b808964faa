// Turn what a build recorded of its periods into the role of each (current, prior-year, or how far from the current one), so that two releases name alike what follows.
import { fits } from '../../check/legends/period-fits.ts';
import { monthsOf } from '../../language/calendar.ts';
import type { PeriodNamed } from '../../language/legends.ts';
import type { BuildRecord } from '../../model/build-record.ts';
import type { PeriodDates } from '../../model/release.ts';

/** The periods of one release. */
export interface ReleasePeriods {
  /** Id of the period that it reports on; '' where the record does not say. */
  readonly current: string;
  readonly dates: ReadonlyMap<string, PeriodDates>;
  /** `current`, `prior-year`; of a period without a role its length and how many months it ends before or after the current one. */
  readonly roleOf: (period: string) => string;
  /** What a day is: names of release.yaml, and first and last days of roles; empty for another day. */
  readonly rolesOfDay: (iso: string) => ReadonlySet<string>;
}

const rolePrefix = 'periods.';
const periodPrefix = 'period.';
const dayPrefixes = ['announced.', 'dates.'] as const;

export function releasePeriods({ figures }: Pick<BuildRecord, 'figures'>): ReleasePeriods {
  const roles = new Map<string, string>();
  const dates = new Map<string, PeriodDates>();
  const days = new Map<string, Set<string>>();
  const nameDay = (iso: string, name: string) => days.set(iso, (days.get(iso) ?? new Set()).add(name));
  for (const { given, value } of figures.givens) {
    if (given.startsWith(rolePrefix) && !roles.has(value)) roles.set(value, given.slice(rolePrefix.length));
    const known = given.startsWith(periodPrefix) ? readDates(given.slice(periodPrefix.length), value) : undefined;
    if (known) dates.set(known.id, known);
    if (dayPrefixes.some((prefix) => given.startsWith(prefix))) nameDay(value, given);
  }
  const current = [...roles].find(([, role]) => role === 'current')?.[0] ?? '';
  const now = dates.get(current);
  const distance = (period: string): string => {
    const own = dates.get(period);
    return own && now ? `${monthsOf(own.start, own.end)} months, ${monthsAfter(now.end, own.end)} from the current` : period;
  };
  const roleOf = (period: string): string => roles.get(period) ?? distance(period);
  for (const [id, { start, end }] of dates) {
    nameDay(start, `first of ${roleOf(id)}`);
    nameDay(end, `last of ${roleOf(id)}`);
  }
  return { current, dates, roleOf, rolesOfDay: (iso) => days.get(iso) ?? new Set() };
}

/** As records write it: 2002-07-01 to 2002-09-30, year 2002, quarter 2. */
const written = /^(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2}), year (\d{1,4}), quarter ([1-4])$/;

function readDates(id: string, value: string): PeriodDates | undefined {
  const [, start, end, year, quarter] = written.exec(value) ?? [];
  if (start === undefined || end === undefined) return undefined;
  return { id, start, end, fiscalYear: Number(year), quarter: Number(quarter) };
}

/** Months from one day to another, by the calendar: -3 from September 30 to June 30. */
function monthsAfter(from: string, to: string): number {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  return months(to) - months(from);
}

/** The period that typed words mean, by its role: the current one where they fit it, else the only one that they fit. */
export function periodMeant(said: readonly PeriodNamed[], { current, dates }: ReleasePeriods): string | undefined {
  const meant = [...dates].filter(([, period]) => said.every((each) => fits(each, period))).map(([id]) => id);
  if (meant.includes(current)) return current;
  return meant.length === 1 ? meant[0] : undefined;
}

/** Whether the period of that role is what typed words say. */
export function fitsRole(said: readonly PeriodNamed[], role: string, { dates, roleOf }: ReleasePeriods): boolean {
  return [...dates].some(([id, period]) => roleOf(id) === role && said.every((each) => fits(each, period)));
}
