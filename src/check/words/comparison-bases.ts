// Turn the words of a sentence that name what is compared with into their places, and into the periods that they may mean.
import { dateParts, monthsOf } from '../../language/calendar.ts';
import type { BaseNamed, TypedPeriod } from '../../language/comparison-words.ts';
import { language } from '../../language/languages.ts';
import type { Period, PeriodDates } from '../../model/release.ts';
import type { Stretch } from '../../model/span.ts';
import type { TypedText } from '../typed-text.ts';

/** The name of what is compared with, as it is typed. */
export interface NamedBase extends BaseNamed {
  readonly name: string;
  /** It may be of something else unless it stands right beside its comparison. */
  readonly weak: boolean;
}

/** Those of a sentence, in order. */
export function namedBases({ lang }: TypedText, typed: string, sentence: Stretch): readonly NamedBase[] {
  const { bases, weakBases } = language(lang).words;
  return bases(typed.slice(sentence.start, sentence.end)).map(({ base, ...place }) => {
    const [start, end] = [sentence.start + place.start, sentence.start + place.end];
    const weak =
      weakBases?.before?.test(typed.slice(Math.max(sentence.start, start - around), start)) === true ||
      weakBases?.after?.test(typed.slice(end, end + around)) === true;
    return { start, end, name: typed.slice(start, end), base, weak };
  });
}

/** Characters beside a name that say how something is compared with it. */
const around = 30;

/** Whether `then` may be what a name means beside a figure of `now`. */
export function mayMean(base: NamedBase['base'], then: PeriodDates, now: PeriodDates): boolean {
  if (typeof base !== 'string') return isTyped(base, then);
  switch (base) {
    case 'year-before':
      return then.quarter === now.quarter && then.fiscalYear === now.fiscalYear - 1;
    case 'previous-quarter':
      return (
        quarterNumber(then) === quarterNumber(now) - 1 ||
        (then.id === now.previous && asLong(then, now) && monthsOf(now.start, now.end) < 12)
      );
    case 'previous':
      return now.previous === undefined || now.previous === then.id;
    case 'year-end':
      return then.quarter === 4 && then.fiscalYear === now.fiscalYear - 1;
    case 'previous-year':
      return then.fiscalYear === now.fiscalYear - 1 && (then.quarter === now.quarter || then.quarter === 4);
  }
}

/** Periods that a name may mean; of those as long as the own one, if there are any, since others cannot be compared as flows. */
export function meantPeriods(base: NamedBase['base'], now: Period, periods: ReadonlyMap<string, Period>): readonly Period[] {
  const meant = [...periods.values()].filter((then) => then.id !== now.id && then.end < now.end && mayMean(base, then, now));
  const alike = meant.filter((then) => asLong(then, now));
  return alike.length > 0 ? alike : meant;
}

/** Periods that a word means which names none: the same of the year before, and the one before where it is as long. */
export function usualPeriods(now: Period, periods: ReadonlyMap<string, Period>): readonly Period[] {
  return [...periods.values()].filter((then) => {
    if (then.id === now.id || !asLong(then, now)) return false;
    return mayMean('year-before', then, now) || then.id === now.previous;
  });
}

const quarterNumber = ({ fiscalYear, quarter }: PeriodDates): number => 4 * fiscalYear + quarter;

const asLong = (a: PeriodDates, b: PeriodDates): boolean => monthsOf(a.start, a.end) === monthsOf(b.start, b.end);

function isTyped({ year, month, day, fiscalYear, quarter }: TypedPeriod, { end, ...period }: PeriodDates): boolean {
  const date = dateParts(end);
  const full = fiscalYear !== undefined && fiscalYear < 100 ? period.fiscalYear % 100 : period.fiscalYear;
  return (
    (year === undefined || year === date.year) &&
    (month === undefined || month === date.month) &&
    (day === undefined || day === date.day) &&
    (fiscalYear === undefined || fiscalYear === full) &&
    (quarter === undefined || quarter === period.quarter)
  );
}
