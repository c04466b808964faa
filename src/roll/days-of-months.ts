// Turn a period of whole months into the days of another, some months later and of another length.
import { dateParts } from '../language/calendar.ts';

interface Days {
  readonly start: string;
  readonly end: string;
}

/** It ends `later` months after the given one, and has so many `months`. Undefined where the given one ends on no day that months end on. */
export function daysOfMonths({ start, end }: Days, later: number, months: number): Days | undefined {
  const closing = dateParts(end);
  const first = dateParts(start);
  const atEnd = closing.day === lastDay(closing.year, closing.month);
  // Months begin on the day after the one that they end on: on the 1st, or on the 21st where books close on the 20th.
  if (first.day !== (atEnd ? 1 : closing.day + 1)) return undefined;
  const endOf = (moved: number): string => {
    const index = 12 * closing.year + closing.month - 1 + moved;
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    return iso(year, month, atEnd ? lastDay(year, month) : closing.day);
  };
  const before = dateParts(endOf(later - months));
  const beginning =
    before.day === lastDay(before.year, before.month)
      ? before.month === 12
        ? iso(before.year + 1, 1, 1)
        : iso(before.year, before.month + 1, 1)
      : iso(before.year, before.month, before.day + 1);
  return { start: beginning, end: endOf(later) };
}

function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
