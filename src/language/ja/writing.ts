// Turn figures, the ways that they went, dates and periods into Japanese as issuers write it in earnings releases.
import { signedDigits } from '../../figures/digits.ts';
import type { Answer, PeriodDates } from '../../model/release.ts';
import type { Scale } from '../../model/unit.ts';
import { calendarMonths, closingMonth, dateParts, fiscalPart, fiscalYearEnd, isSecondHalf, partLabel } from '../calendar.ts';
import type { ChangeWriting, DateWriting, FigureWriting, FlagStyle, FlagWriting } from '../writing.ts';

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

/** What a form is answered with. */
const answerWords: Readonly<Record<FlagStyle, Readonly<Record<Answer, string>>>> = {
  answer: { yes: '有', no: '無' },
  'yes-no': { yes: '有', no: '無' },
  applicable: { yes: '該当あり', no: '該当なし' },
  plain: { yes: 'あり', no: 'なし' },
};

export const flags: FlagWriting = (says, style) => answerWords[style][says];

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
    return style === 'short' ? monthAndDay(iso) : `${year}年${monthAndDay(iso)}`;
  },
  period: (period, style) => {
    switch (style) {
      case 'end': {
        const { year, month } = closingMonth(period);
        return `${year}年${month}月期`;
      }
      case 'label':
        return fiscalPart(period) === 'year' ? fiscalYearName(period) : partLabel(period);
      case 'quarter':
        return ofFiscalYear(period);
      case 'fiscal-year':
        return `${period.fiscalYear}年度`;
      case 'months':
        return monthsBetween(period);
      case 'ordinal':
        return String(period.quarter);
      case 'ordinal-word':
        return `第${period.quarter}`;
      case 'part':
        return fiscalPart(period) === 'year' ? '通期' : partOfYear(period);
      case 'year':
        return String(period.fiscalYear);
      case 'term':
        return term(period);
      case 'interim':
        return fiscalPart(period) === 'cumulative' ? term(period).replace(/第2四半期$/, '中間期') : term(period);
    }
  },
};

/** 2026年3月期 of an issuer that names its fiscal years after their ends, 2002年度 of another. */
function fiscalYearName(period: PeriodDates): string {
  const { year, month } = fiscalYearEnd(period);
  return year === period.fiscalYear ? `${year}年${month}月期` : `${period.fiscalYear}年度`;
}

/** 2002年度第2四半期, of the first half 2002年度第2四半期累計期間, of the whole year 2002年度. */
function ofFiscalYear(period: PeriodDates): string {
  return `${period.fiscalYear}年度${fiscalPart(period) === 'year' ? '' : partOfYear(period)}`;
}

/** 第2四半期, 第2四半期累計期間, 下期, of what is no whole year. */
function partOfYear(period: PeriodDates): string {
  const quarter = `第${period.quarter}四半期`;
  if (fiscalPart(period) === 'stretch') return isSecondHalf(period) ? '下期' : `（${monthsBetween(period)}）`;
  return fiscalPart(period) === 'cumulative' ? `${quarter}累計期間` : quarter;
}

/** 7-9月; 7月21日-10月20日 where the period begins inside a month. */
function monthsBetween(period: PeriodDates): string {
  const whole = calendarMonths(period);
  if (!whole) return `${monthAndDay(period.start)}-${monthAndDay(period.end)}`;
  return whole.first === whole.last ? `${whole.first}月` : `${whole.first}-${whole.last}月`;
}

/** 2026年3月期第2四半期, as of the quarter, so of the quarters up to it; of the whole year 2026年3月期. */
function term(period: PeriodDates): string {
  const { year, month } = fiscalYearEnd(period);
  const named = `${year}年${month}月期`;
  const part = fiscalPart(period);
  if (part === 'year') return named;
  return named + (part === 'stretch' ? partOfYear(period) : `第${period.quarter}四半期`);
}

/** 9月20日. */
function monthAndDay(iso: string): string {
  const { month, day } = dateParts(iso);
  return `${month}月${day}日`;
}
