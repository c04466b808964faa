// Turn figures, the ways that they went, dates and periods into Japanese as issuers write it in earnings releases.
import { signedDigits } from '../../figures/digits.ts';
import type { Scale } from '../../model/unit.ts';
import { dateParts, fiscalYearEnd, monthsOf, quarterLabel } from '../calendar.ts';
import type { ChangeWriting, DateWriting, FigureWriting } from '../writing.ts';

/** Scale words; 10^9 has no word of its own and is written as ten hundred-millions are read. */
const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: '千',
  man: '万',
  million: '百万',
  oku: '億',
  billion: '十億',
};

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    if (options.bare) return number;
    const amount = number + scaleWords[printed.scale];
    return options.prefix === undefined ? `${amount}円` : options.prefix + amount;
  },
  dollars: (printed, prefix) => {
    const amount = signedDigits(printed.value, printed.decimals, printed.negative) + scaleWords[printed.scale];
    return prefix === undefined ? `${amount}米ドル` : prefix + amount;
  },
  count: (printed, unit) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative) => `${signedDigits(value, decimals, negative)}%`,
  times: (value, decimals) => `${signedDigits(value, decimals)}倍`,
};

export const changes: ChangeWriting = {
  changeNoun: (direction, percent) => (direction === 'level' ? '増減なし' : `${percent}${direction === 'up' ? '増' : '減'}`),
  changeVerb: (direction, percent) => (direction === 'level' ? '横ばい' : `${percent}${direction === 'up' ? '増加' : '減少'}`),
  improvement: (outcome, percent) => (outcome === 'level' ? '横ばい' : `${percent}の${outcome === 'better' ? '改善' : '悪化'}`),
  turned: (to) => (to === 'profit' ? '黒字転換' : '赤字転落'),
  direction: (direction) => (direction === 'level' ? '横ばい' : direction === 'up' ? '増加' : '減少'),
  improved: (outcome) => (outcome === 'level' ? '横ばい' : outcome === 'better' ? '改善' : '悪化'),
  conjunction: (agree) => (agree ? 'また' : '一方'),
};

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
