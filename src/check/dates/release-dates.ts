// Turn days of a release that do not follow one another as they must into findings: its announcement, and what is announced with it.

import type { FigureSources } from '../../figures/figure-sources.ts';
import { closeAlike, closingMonth, dateParts, daysBetween, fiscalYearEnd } from '../../language/calendar.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Located } from '../../model/span.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { dateKind } from './date-kinds.ts';

/** A day may stand elsewhere where `date-reasons` says why. */
export const releaseDates: FigureCheck = {
  code: 'check/date',
  severity: 'error',
  run: (release) => {
    const current = release.periods.get(release.spec.periods.get('current')?.value ?? '');
    if (!current) return [];
    const days = daysOf(release, current);
    return days.flatMap(({ name, day, fault }) => judged(name, day, fault, release));
  },
};

/** One day that the release names, and what is wrong with it. */
interface Day {
  readonly name: string;
  readonly day: Located<string>;
  readonly fault: string | undefined;
}

/** Days that something announced with the results lies after them at most, half a year's results included: beyond, the year is mistyped. */
const longestWait = 250;

/** Days from a forecast to the results that it is compared with, at most: it is made within the fiscal year before, and held to its end. */
const longestForecast = 500;

/** Days between the announcements in two languages, at most: a translation takes two weeks, and New York is a day behind Tokyo. */
const longestTranslation = 14;

/** Days from the one that a rate is of to the end of the period: banks quote none on weekends and holidays. */
const longestHoliday = 7;

function daysOf(release: FigureSources, current: Period): readonly Day[] {
  const { spec, periods } = release;
  const announcements = Object.entries(spec.announced);
  const announced = announcements.map(([, { value }]) => value).sort();
  const [first = '', last = ''] = [announced[0], announced.at(-1)];
  const next = periods.get(spec.periods.get('next')?.value ?? '');
  return [
    ...announcements.map(([lang, day]) => ({ name: `announced.${lang}`, day, fault: announcementFault(day.value, first, current) })),
    ...[...spec.dates].map(([name, day]) => ({ name, day, fault: faultOf(name, day.value, { first, last, current, next }) })),
    ...(spec.rateDate ? [{ name: 'rate-date', day: spec.rateDate, fault: rateFault(spec.rateDate.value, current, first) }] : []),
  ];
}

function announcementFault(day: string, first: string, current: Period): string | undefined {
  const { id, end } = current;
  const wait = daysBetween(end, day);
  if (wait <= 0) return say`is on ${day}, and ${id}, which it reports, ends on ${end}`;
  if (wait > longestWait) return say`is on ${day}, ${wait} days after ${id}, which it reports, ends on ${end}`;
  const apart = daysBetween(first, day);
  return apart > longestTranslation ? say`is on ${day}, ${apart} days after that in another language, on ${first}` : undefined;
}

/** What a day is held to. */
interface Announced {
  /** The first and the last day of announcement, of all languages. */
  readonly first: string;
  readonly last: string;
  readonly current: Period;
  /** The period that is reported next, where the release names it. */
  readonly next: Period | undefined;
}

function faultOf(name: string, day: string, { first, last, current, next }: Announced): string | undefined {
  switch (dateKind(name, current)) {
    case 'follows':
      return followFault(day, first);
    case 'next':
      if (day <= last) return say`is on ${day}, and these results are announced on ${last}`;
      if (next && day <= next.end) return say`is on ${day}, and ${next.id}, which is reported then, ends on ${next.end}`;
      return followFault(day, first);
    case 'forecast':
      if (daysBetween(day, last) > longestForecast)
        return say`is on ${day}, ${daysBetween(day, last)} days before the announcement on ${last}`;
      return day > last ? say`is on ${day}, after the announcement on ${last}` : undefined;
    case 'precedes':
      return day > last ? say`is on ${day}, after the announcement on ${last}` : undefined;
    case 'year-end':
      return yearEndFault(day, current);
    case 'other':
      return undefined;
  }
}

function followFault(day: string, first: string): string | undefined {
  if (day < first) return say`is on ${day}, before the announcement on ${first}`;
  const wait = daysBetween(first, day);
  return wait > longestWait ? say`is on ${day}, ${wait} days after the announcement on ${first}` : undefined;
}

/** The fiscal year ends on the day that its file gives, or in the month that its quarters lead to, on a day like that of the period. */
function yearEndFault(day: string, current: Period): string | undefined {
  const { id, end, quarter, fiscal } = current;
  if (fiscal) return day === fiscal.end ? undefined : say`is on ${day}, and the fiscal year of ${id} ends on ${fiscal.end}`;
  const { year, month } = fiscalYearEnd(current);
  const closes = closingMonth({ start: current.start, end: day });
  const typed = dateParts(day);
  const inMonth = [closes, typed].some((found) => found.year === year && found.month === month);
  if (inMonth && closeAlike(current, day)) return undefined;
  return say`is on ${day}, and the fiscal year of ${id}, which ends on ${end} with quarter ${quarter}, closes in month ${month} of ${year}${inMonth ? ', on another day' : ''}`;
}

/** A rate is of the end of the period, or of the latest day that there was before the announcement. */
function rateFault(day: string, { id, end }: Period, first: string): string | undefined {
  if (day > first) return say`is ${day}, after the announcement on ${first}`;
  return daysBetween(day, end) > longestHoliday ? say`is ${day}, and ${id}, whose figures the rate translates, ends on ${end}` : undefined;
}

function judged(name: string, { value, at }: Located<string>, fault: string | undefined, { spec }: FigureSources): FindingDetails[] {
  const reason = spec.dateReasons.get(name);
  if (fault === undefined) {
    if (!reason) return [];
    const message = say`${name} is on ${value}, where it is expected, and date-reasons has a reason for it`;
    return [{ message, at: reason.at, hints: ['delete the reason'] }];
  }
  if (reason) return [];
  const rate = name === 'rate-date' ? ['compare the rate too: it may be that of the release before'] : [];
  const hints = ['correct the day, or that which it is held to', ...rate, say`if it is right, say why: date-reasons: {${name}: …}`];
  return [{ message: say`${name} ${fault}`, at, hints }];
}
