// Turn figures, the ways that they went, dates and periods into Japanese as issuers write it in earnings releases.
import { signedDigits } from '../../figures/digits.ts';
import type { Answer, PeriodDates } from '../../model/release.ts';
import type { Scale } from '../../model/unit.ts';
import { calendarMonths, closingMonth, dateParts, fiscalPart, fiscalYearEnd, isSecondHalf, partLabel } from '../calendar.ts';
import type { ChangeWriting, DateWriting, FigureWriting, FlagStyle, FlagWriting, Printed, RangedDigits } from '../writing.ts';
import { eraOfYear, eraYear } from './eras.ts';

/** Scale words; 10^9 has no word of its own and is written as ten hundred-millions are read. */
const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: '千',
  man: '万',
  million: '百万',
  oku: '億',
  billion: '十億',
};

/** One number, or both ends of a range, which share the words that follow. */
function digitsOf({ value, decimals, negative, sign, upper }: RangedDigits): string {
  const low = signedDigits(value, decimals, negative, sign);
  return upper ? figures.range(low, signedDigits(upper, decimals, negative)) : low;
}

/** 10円50銭; what is not told in hundredths is told as money is. */
function inSen(printed: Printed): string {
  const [yen, sen] = digitsOf(printed).split('.');
  const closes = sen?.endsWith(')') ? ')' : '';
  return printed.decimals === 2 && sen !== undefined ? `${yen}円${sen.slice(0, 2)}銭${closes}` : figures.money(printed);
}

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = digitsOf(printed);
    if (options.bare) return number;
    const amount = number + scaleWords[printed.scale];
    return options.prefix === undefined ? `${amount}円` : options.prefix + amount;
  },
  perShare: (printed) => {
    const { value, upper } = printed;
    const [low, high] = [value, upper].map((end) => end && inSen({ ...printed, value: end, upper: undefined }));
    return low && high ? figures.range(low, high) : (low ?? '');
  },
  breakdown: { beforeFigure: '　', betweenParts: '　' },
  dollars: (printed, prefix) => {
    const amount = digitsOf(printed) + scaleWords[printed.scale];
    return prefix === undefined ? `${amount}米ドル` : prefix + amount;
  },
  count: (printed, unit) => {
    const number = digitsOf(printed);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative, sign, upper) =>
    `${digitsOf({ value, decimals, negative, upper, ...(sign !== undefined && { sign }) })}%`,
  points: (value, decimals, negative, sign) => `${signedDigits(value, decimals, negative, sign)}ポイント`,
  times: (value, decimals, upper) => `${digitsOf({ value, decimals, upper })}倍`,
  range: (low, high) => `${low}～${high}`,
  rangeMarks: ['～', '〜', 'から'],
  undecided: '未定',
  none: 'なし',
  undecidedWords: ['未定', '未定です', '検討中', '未公表'],
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

/** How years are counted. */
interface YearWriting {
  /** The year of a day: 2019年, 令和元年. */
  readonly of: (iso: string) => string;
  /** A year that is named as a whole, as fiscal years are: 2018, 平成30. */
  readonly whole: (year: number) => string;
  /** The same year of a day where the sentence has named its era: 31年; 元年 keeps its name. */
  readonly short: (iso: string) => string;
  /** Between slashes, where years are numbers alone. */
  readonly slashes: boolean;
}

const western: YearWriting = {
  of: (iso) => `${dateParts(iso).year}年`,
  whole: String,
  short: (iso) => `${dateParts(iso).year}年`,
  slashes: true,
};

const byEras: YearWriting = {
  of: eraYear,
  whole: eraOfYear,
  short: (iso) => eraYear(iso).replace(/^\D+(?=\d)/, ''),
  slashes: false,
};

const datesBy = (years: YearWriting): DateWriting => ({
  date: (iso, style) => {
    const { year, month, day } = dateParts(iso);
    if (style === 'slash' && years.slashes) return `${year}/${month}/${day}`;
    if (style === 'month') return `${years.of(iso)}${month}月`;
    return style === 'short' ? monthAndDay(iso) : `${years.of(iso)}${monthAndDay(iso)}`;
  },
  period: (period, style) => {
    switch (style) {
      case 'end':
        return monthTerm(closingMonth(period), years.of);
      case 'label':
        return label(period, years);
      case 'quarter':
        return ofFiscalYear(period, years);
      case 'fiscal-year':
        return `${years.whole(period.fiscalYear)}年度`;
      case 'months':
        return monthsBetween(period);
      case 'ordinal':
        return String(period.quarter);
      case 'ordinal-word':
        return `第${period.quarter}`;
      case 'part':
        return fiscalPart(period) === 'year' ? '通期' : partOfYear(period);
      case 'year':
        return years.whole(period.fiscalYear);
      case 'term':
        return term(period, years.of);
      case 'title':
        return term(period, years.of).replace(/(?<=期)(?=第)/, '　');
      case 'short':
        return term(period, years.short);
      case 'interim':
        return fiscalPart(period) === 'cumulative' ? term(period, years.short).replace(/第2四半期$/, '中間期') : term(period, years.short);
      case 'brief':
        return term(period, years.short).replace(/第(\d)四半期$/, '$1Q');
    }
  },
});

export const dates = datesBy(western);

export const eraDates = datesBy(byEras);

/** 2026年3月期: a month by its last day, which decides its era. */
function monthTerm({ year, month }: { readonly year: number; readonly month: number }, yearOf: YearWriting['of']): string {
  return `${yearOf(`${year}-${String(month).padStart(2, '0')}-31`)}${month}月期`;
}

/** 2Q02 and 1H02, whose year is the last two figures of a western one; by eras 31年3月期3Q, and the term of what is no quarter by itself. */
function label(period: PeriodDates, years: YearWriting): string {
  const part = fiscalPart(period);
  if (part === 'year') return fiscalYearName(period, years);
  if (years.slashes) return partLabel(period);
  return part === 'quarter' ? `${monthTerm(fiscalYearEnd(period), years.short)}${period.quarter}Q` : term(period, years.short);
}

/** 2026年3月期 of an issuer that names its fiscal years after their ends, 2002年度 of another. */
function fiscalYearName(period: PeriodDates, years: YearWriting): string {
  const end = fiscalYearEnd(period);
  return end.year === period.fiscalYear ? monthTerm(end, years.of) : `${years.whole(period.fiscalYear)}年度`;
}

/** 2002年度第2四半期, of the first half 2002年度第2四半期累計期間, of the whole year 2002年度. */
function ofFiscalYear(period: PeriodDates, years: YearWriting): string {
  return `${years.whole(period.fiscalYear)}年度${fiscalPart(period) === 'year' ? '' : partOfYear(period)}`;
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
function term(period: PeriodDates, yearOf: YearWriting['of']): string {
  const named = monthTerm(fiscalYearEnd(period), yearOf);
  const part = fiscalPart(period);
  if (part === 'year') return named;
  return named + (part === 'stretch' ? partOfYear(period) : `第${period.quarter}四半期`);
}

/** 9月20日. */
function monthAndDay(iso: string): string {
  const { month, day } = dateParts(iso);
  return `${month}月${day}日`;
}
