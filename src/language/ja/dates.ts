// Turn dates and periods into Japanese as issuers write it in earnings releases.
import { dateParts, fiscalYearEnd, monthsOf, quarterLabel } from '../calendar.ts';
import type { DateWriting } from '../date-writing.ts';

export const dates: DateWriting = {
  date: (iso, style) => {
    const { year, month, day } = dateParts(iso);
    if (style === 'slash') return `${year}/${month}/${day}`;
    if (style === 'month') return `${year}年${month}月`;
    return style === 'short' ? `${month}月${day}日` : `${year}年${month}月${day}日`;
  },
  period: (period, style) => {
    switch (style) {
      case 'end': {
        const { year, month } = dateParts(period.end);
        return `${year}年${month}月期`;
      }
      case 'label':
        return quarterLabel(period);
      case 'quarter':
        return `${period.fiscalYear}年度第${period.quarter}四半期`;
      case 'fiscal-year':
        return `${period.fiscalYear}年度`;
      case 'months':
        return `${dateParts(period.start).month}-${dateParts(period.end).month}月`;
      case 'ordinal':
        return String(period.quarter);
      case 'ordinal-word':
        return `第${period.quarter}`;
      case 'year':
        return String(period.fiscalYear);
      case 'term': {
        const { year, month } = fiscalYearEnd(period.end, period.quarter);
        const whole = monthsOf(period.start, period.end) === 12;
        return `${year}年${month}月期${whole ? '' : `第${period.quarter}四半期`}`;
      }
    }
  },
};
