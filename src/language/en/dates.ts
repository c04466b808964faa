// Turn dates and periods into English as Japanese issuers write it for American readers.
import { dateParts, monthsOf, quarterLabel } from '../calendar.ts';
import type { DateWriting } from '../date-writing.ts';
import { months } from './months.ts';

/** Abbreviations of table heads; the sample has Sept and Jun without a point. */
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

/** Numbers of months, as they begin the name of a period; more are written in digits. */
const counts = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'] as const;

const ordinals = ['1st', '2nd', '3rd', '4th'] as const;

const ordinalWords = ['first', 'second', 'third', 'fourth'] as const;

export const dates: DateWriting = {
  date: (iso, style) => {
    const { year, month, day } = dateParts(iso);
    if (style === 'slash') return `${year}/${month}/${day}`;
    if (style === 'month') return `${months[month - 1]} ${year}`;
    const monthAndDay = `${months[month - 1]} ${day}`;
    return style === 'short' ? monthAndDay : `${monthAndDay}, ${year}`;
  },
  period: (period, style) => {
    switch (style) {
      case 'end':
        return shortDate(period.end);
      case 'label':
        return quarterLabel(period);
      case 'quarter':
        return `the ${ordinals[period.quarter - 1]} quarter of fiscal ${period.fiscalYear}`;
      case 'fiscal-year':
        return `fiscal ${period.fiscalYear}`;
      case 'months':
        return `${months[dateParts(period.start).month - 1]}-${months[dateParts(period.end).month - 1]}`;
      case 'ordinal':
        return `${ordinals[period.quarter - 1]}`;
      case 'ordinal-word':
        return `${ordinalWords[period.quarter - 1]}`;
      case 'year':
        return String(period.fiscalYear);
      case 'term': {
        const { year, month, day } = dateParts(period.end);
        const count = monthsOf(period.start, period.end);
        const length = count === 12 ? 'Fiscal year' : `${counts[count - 1] ?? count} month${count === 1 ? '' : 's'}`;
        return `${length} ended ${months[month - 1]} ${day}, ${year}`;
      }
    }
  },
};

/** Sept 30, 2002: the date of a table head. */
function shortDate(iso: string): string {
  const { year, month, day } = dateParts(iso);
  return `${shortMonths[month - 1]} ${day}, ${year}`;
}
