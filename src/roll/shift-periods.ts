// Turn the periods of a release into those of a later one: each role moves with the current period, to a file that is there or to one that is to be made.
import { areOfOneLength, dateParts, daysBetween, fiscalPart, monthsOf } from '../language/calendar.ts';
import type { FindingWords } from '../model/finding.ts';
import type { Period, PeriodDates, Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { daysOfMonths } from './days-of-months.ts';
import { type FiscalPlace, type PatternPart, type PeriodPattern, patternOf, usualPatterns } from './period-pattern.ts';

/** A period of the new release. */
export interface ShiftedPeriod {
  /** Its id, days and fiscal year. */
  readonly dates: PeriodDates;
  /** The file that has it already. */
  readonly file?: Period;
  /** What it takes the place of, with all roles of that period that it has. */
  readonly from: Period;
}

/** The periods of the new release by role, in the order of the old one. */
export interface ShiftedPeriods {
  readonly current: ShiftedPeriod;
  readonly roles: ReadonlyMap<string, ShiftedPeriod>;
  /** The period whose closing balances open the current one, where the old one names its own. */
  readonly previous?: ShiftedPeriod;
}

/** How the two current periods are apart. */
interface Move {
  readonly from: Period;
  readonly to: PeriodDates;
  readonly release: Release;
}

/** `given` are ids of periods by role, as somebody says them. */
export function shiftPeriods(release: Release, newId: string, given: ReadonlyMap<string, string>): ShiftedPeriods | FindingWords {
  const { periods } = release;
  const role = (name: string): Period | undefined => periods.get(release.spec.periods.get(name)?.value ?? '');
  const from = role('current');
  if (!from) throw new Error('roll: a release that was validated has a current period');
  const stray = [...given.keys()].find((name) => !release.spec.periods.has(name));
  if (stray !== undefined)
    return {
      message: say`there is no role ${stray}`,
      hint: say`the roles of ${release.spec.id} are ${sayAll([...release.spec.periods.keys()], ', ')}`,
    };
  const to = currentDates(given.get('current') ?? newId, from, release);
  if ('message' in to) return to;
  if (to.end <= from.end)
    return { message: say`${to.id} ends on ${to.end}, not after ${from.id}, which ends on ${from.end}`, hint: 'name a later period' };
  const move: Move = { from, to, release };
  const roles = new Map<string, ShiftedPeriod>();
  for (const [name, { value }] of release.spec.periods) {
    const old = periods.get(value);
    if (!old) continue;
    const shifted = name === 'current' ? placed(to, from, release) : shift(old, name, given.get(name), move);
    if ('message' in shifted) return shifted;
    roles.set(name, shifted);
  }
  const opens = periods.get(from.previous ?? '');
  const previous = opens && openingOf(opens, roles, move);
  const current = roles.get('current');
  if (!current) throw new Error('roll: the roles of a release have a current one');
  return { current, roles, ...(previous && { previous }) };
}

/** The period whose closing balances open the new one: as the old one's ends on the day before it begins. */
function openingOf(opens: Period, roles: ShiftedPeriods['roles'], { from, to, release }: Move): ShiftedPeriod | undefined {
  const apart = daysBetween(opens.end, from.start);
  const fits = ({ end }: PeriodDates): boolean => Math.abs(daysBetween(end, to.start) - apart) <= 3;
  const known = [...roles.values()].filter(({ dates }) => fits(dates));
  const file = [...release.periods.values()].find(fits);
  const alike = known.find((each) => areOfOneLength(each.dates, opens)) ?? known[0];
  return alike ?? (file && { dates: file, file, from: opens });
}

/** The new current period: that of its file, else the one that its id names as other ids do. */
function currentDates(id: string, from: Period, release: Release): PeriodDates | FindingWords {
  const file = release.periods.get(id);
  if (file) return file;
  const known = [from, ...release.periods.values()].flatMap((period) => patternOf(period) ?? []);
  for (const pattern of [...known, ...usualPatterns(from.fiscalYear)]) {
    const place = pattern.parse(id);
    if (place) return datesAt(id, place, monthsAt(pattern.part, place.quarter, release, from), from);
  }
  return {
    message: say`nothing tells the days of the period ${id}`,
    hint: say`name its id with --period current=…, as the ids of other periods are made (${from.id}), or write its file in periods/ first`,
  };
}

function shift(old: Period, name: string, wanted: string | undefined, move: Move): ShiftedPeriod | FindingWords {
  const { from, to, release } = move;
  const file = wanted === undefined ? undefined : release.periods.get(wanted);
  if (file) return { dates: file, file, from: old };
  const { place, months } = placeOf(old, move);
  const hint = say`say which it is: --period ${name}=…, an id with a file in periods/`;
  if (from.fiscal || old.fiscal) return { message: say`${name}, ${old.id}, is of a fiscal year that is not of twelve months`, hint };
  const dates = datesAt('', place, months, old);
  if ('message' in dates) return { ...dates, hint };
  const there = [...release.periods.values()].find((period) => period.start === dates.start && period.end === dates.end);
  if (wanted === undefined && there) return { dates: there, file: there, from: old };
  const id = wanted ?? idAt(place, months, [old, from, to, ...release.periods.values()]);
  if (id === undefined) return { message: say`no id follows for ${name}, from ${dates.start} to ${dates.end}, after ${old.id}`, hint };
  const other = release.periods.get(id);
  if (other)
    return {
      message: say`${name} would be ${id}, from ${dates.start} to ${dates.end}, and ${id} is from ${other.start} to ${other.end}`,
      hint,
    };
  return { dates: { ...dates, id }, from: old };
}

/** Where a period comes to stand, and how many months it has. */
function placeOf(old: Period, { from, to, release }: Move): { readonly place: FiscalPlace; readonly months: number } {
  const years = to.fiscalYear - from.fiscalYear;
  const months = monthsOf(old.start, old.end);
  if (old.quarter === from.quarter && areOfOneLength(old, from))
    return { place: { year: old.fiscalYear + years, quarter: to.quarter }, months: monthsOf(to.start, to.end) };
  if (fiscalPart(old) === 'year' && fiscalPart(from) !== 'year') {
    // A year that was over stays one that is over, and one to come stays to come.
    const late = (year: number): number => 4 * year - (4 * to.fiscalYear + to.quarter) + 4;
    let year = old.fiscalYear + years;
    while (old.end > from.end && late(year) <= 0) year++;
    while (old.end < from.end && late(year) >= 0) year--;
    return { place: { year, quarter: 4 }, months };
  }
  const index = 4 * old.fiscalYear + old.quarter - 1 + 4 * years + to.quarter - from.quarter;
  const place = { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
  const grows = old.quarter > 1 && months === 3 * old.quarter && fiscalPart(old) !== 'year';
  const begins = old.quarter === 1 && months === 3 && isCumulative(release);
  return { place, months: grows || begins ? 3 * place.quarter : months };
}

/** Months of a period by what its id names. */
function monthsAt(part: PatternPart, quarter: number, release: Release, from: Period): number {
  if (part === 'year') return 12;
  if (part === 'half') return quarter === 4 && from.quarter === 4 && patternOf(from)?.part === 'half' ? monthsOf(from.start, from.end) : 6;
  return isCumulative(release) ? 3 * quarter : 3;
}

/** Whether the issuer reports a year so far, and not quarters by themselves, as the files show. */
function isCumulative({ periods }: Release): boolean {
  const quarters = [...periods.values()].filter(({ quarter, start, end }) => (quarter === 2 || quarter === 3) && monthsOf(start, end) <= 9);
  const whole = quarters.filter(({ start, end, quarter }) => monthsOf(start, end) === 3 * quarter);
  return whole.length > quarters.length - whole.length;
}

/** The days of so many months that end with a quarter; those of another period of the issuer tell on which day months end. */
function datesAt(id: string, { year, quarter }: FiscalPlace, months: number, like: Period): PeriodDates | FindingWords {
  const quarters = 4 * (year - like.fiscalYear) + quarter - like.quarter;
  const days = daysOfMonths(like, 3 * quarters, months);
  if (!days)
    return {
      message: say`${like.id}, from ${like.start} to ${like.end}, is not of whole months, and tells no days of other periods`,
      hint: 'write the file of the new period in periods/ first',
    };
  return { id, ...days, fiscalYear: year, quarter };
}

/** As ids of periods of the same part are made. */
function idAt(place: FiscalPlace, months: number, examples: readonly PeriodDates[]): string | undefined {
  const alike = examples.filter((period) => monthsOf(period.start, period.end) === months);
  const partOf = (pattern: PeriodPattern): boolean =>
    pattern.part === 'year' ? months === 12 : pattern.part === 'half' ? months === 6 : months <= 9;
  const patterns = [...alike, ...examples].flatMap((period) => patternOf(period) ?? []).filter(partOf);
  for (const pattern of [
    ...patterns,
    ...usualPatterns(dateParts(examples[0]?.end ?? '2000-01-01').year).filter(({ part }) => part === 'year' && months === 12),
  ]) {
    const id = pattern.format(place);
    if (id !== undefined) return id;
  }
  return undefined;
}

function placed(dates: PeriodDates, from: Period, release: Release): ShiftedPeriod {
  const file = release.periods.get(dates.id);
  return { dates, ...(file && { file }), from };
}
