// Turn days and periods into German.
import { dateParts, monthsOf, partLabel } from '../../../src/language/calendar.ts';
import type { DateWriting } from '../../../src/language/writing.ts';

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const ordinals = ['erste', 'zweite', 'dritte', 'vierte'] as const;

export const dates: DateWriting = {
  date: (iso, style) => {
    const { year, month, day } = dateParts(iso);
    if (style === 'slash') return `${day}.${month}.${year}`;
    if (style === 'month') return `${months[month - 1]} ${year}`;
    return style === 'short' ? `${day}. ${months[month - 1]}` : `${day}. ${months[month - 1]} ${year}`;
  },
  period: (period, style) => {
    switch (style) {
      case 'end':
        return dates.date(period.end, 'long');
      case 'label':
        return partLabel(period);
      case 'quarter':
        return `${period.quarter}. Quartal des Geschäftsjahres ${period.fiscalYear}`;
      case 'fiscal-year':
        return `Geschäftsjahr ${period.fiscalYear}`;
      case 'months':
        return `${months[dateParts(period.start).month - 1]}–${months[dateParts(period.end).month - 1]}`;
      case 'ordinal':
        return `${period.quarter}.`;
      case 'ordinal-word':
        return ordinals[period.quarter - 1] ?? '';
      case 'part':
        return `${period.quarter}. Quartal`;
      case 'year':
        return String(period.fiscalYear);
      case 'term':
      case 'short':
      case 'interim':
      case 'brief':
      case 'title':
        return `${monthsOf(period.start, period.end)} Monate bis ${dates.date(period.end, 'long')}`;
    }
  },
};
