// Turn figures, the ways that they went, dates and periods into English as Japanese issuers write it for American readers.
import { digits, signedDigits } from '../../figures/digits.ts';
import type { Answer, PeriodDates } from '../../model/release.ts';
import type { Scale } from '../../model/unit.ts';
import { calendarMonths, dateParts, fiscalPart, isFirstHalf, isSecondHalf, isWholeMonths, monthsOf, partLabel } from '../calendar.ts';
import type { ChangeWriting, DateWriting, FigureWriting, FlagStyle, FlagWriting, RangedDigits } from '../writing.ts';

/** Scale words. English has no 10^4 and 10^8: they are written in full so that no figure is silently rescaled. */
const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: ' thousand',
  man: ' ten thousand',
  million: ' million',
  oku: ' hundred million',
  billion: ' billion',
};

/** One number, or both ends of a range, which share the words that follow. */
function digitsOf({ value, decimals, negative, sign, upper }: RangedDigits): string {
  const low = signedDigits(value, decimals, negative, sign);
  return upper ? figures.range(low, signedDigits(upper, decimals, negative)) : low;
}

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = digitsOf(printed);
    return options.bare ? number : `${options.prefix ?? 'JPY'}${number}${scaleWords[printed.scale]}`;
  },
  perShare: (printed) => figures.money(printed),
  breakdown: { beforeFigure: ' ', betweenParts: ', ' },
  dollars: (printed, prefix = '$') => `${prefix}${digitsOf(printed)}${scaleWords[printed.scale]}`,
  count: (printed, unit) => {
    const number = digitsOf(printed);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative, sign, upper) =>
    `${digitsOf({ value, decimals, negative, upper, ...(sign !== undefined && { sign }) })}%`,
  points: (value, decimals, negative, sign) => {
    const number = signedDigits(value, decimals, negative, sign);
    return `${number} percentage point${digits(value, decimals).replace(/\.0+$/, '') === '1' ? '' : 's'}`;
  },
  times: (value, decimals, upper) => `${digitsOf({ value, decimals, upper })} times`,
  range: (low, high) => `${low} to ${high}`,
  rangeMarks: [' to ', '~'],
  undecided: 'undecided',
  none: 'none',
  undecidedWords: ['to be determined', 'tbd', 'not determined', 'not decided', 'undetermined', 'to be decided'],
};

/** What a form is answered with. */
const answerWords: Readonly<Record<FlagStyle, Readonly<Record<Answer, string>>>> = {
  answer: { yes: 'yes', no: 'none' },
  'yes-no': { yes: 'yes', no: 'no' },
  applicable: { yes: 'applicable', no: 'not applicable' },
  plain: { yes: 'yes', no: 'none' },
};

export const flags: FlagWriting = (says, style, form) => {
  const words = answerWords[style][says];
  return form === 'capital' ? words[0]?.toUpperCase() + words.slice(1) : words;
};

export const changes: ChangeWriting = {
  changeNoun: (direction, percent) => {
    if (direction === 'level') return 'no change';
    return `${direction === 'up' ? 'an increase' : 'a decrease'} of ${percent}`;
  },
  changeVerb: (direction, percent) => {
    if (direction === 'level') return 'was unchanged';
    return `${direction === 'up' ? 'increased' : 'decreased'} by ${percent}`;
  },
  improvement: (outcome, percent) => {
    if (outcome === 'level') return 'was unchanged';
    return `${outcome === 'better' ? 'improved' : 'worsened'} by ${percent}`;
  },
  turned: (to, form) => `${form === 'verb' ? 'turned' : 'a turn'} to ${to}`,
  direction: (direction, form) => {
    if (form === 'verb') return direction === 'level' ? 'was unchanged' : direction === 'up' ? 'increased' : 'decreased';
    if (form === 'word') return direction === 'level' ? 'lack of change' : direction === 'up' ? 'increase' : 'decrease';
    return direction === 'level' ? 'no change' : direction === 'up' ? 'an increase' : 'a decrease';
  },
  improved: (outcome) => (outcome === 'level' ? 'was unchanged' : outcome === 'better' ? 'improved' : 'worsened'),
  conjunction: (agree) => (agree ? 'and' : 'but'),
};

/** From January on; the number of a month is one more than its index. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

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
    return style === 'short' ? monthAndDay(iso) : longDate(iso);
  },
  period: (period, style) => {
    switch (style) {
      case 'end':
        return shortDate(period.end);
      case 'label':
        return fiscalPart(period) === 'year' ? `FY${period.fiscalYear}` : partLabel(period);
      case 'quarter':
        return ofFiscalYear(period);
      case 'fiscal-year':
        return `fiscal ${period.fiscalYear}`;
      case 'months':
        return monthsBetween(period);
      case 'ordinal':
        return `${ordinals[period.quarter - 1]}`;
      case 'ordinal-word':
        return `${ordinalWords[period.quarter - 1]}`;
      case 'part':
        return part(period);
      case 'year':
        return String(period.fiscalYear);
      case 'term':
      case 'short':
      case 'interim':
        return term(period);
      case 'brief':
        return term(period, shortDate);
      case 'title':
        return term(period).replace(/\b(?:months?|year|ended)\b/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
    }
  },
};

/** The 2nd quarter of fiscal 2002, the first half of it, the first nine months of it, fiscal 2002. */
function ofFiscalYear(period: PeriodDates): string {
  const year = `fiscal ${period.fiscalYear}`;
  const length = countOf(period).toLowerCase();
  switch (fiscalPart(period)) {
    case 'quarter':
      return `the ${ordinals[period.quarter - 1]} quarter of ${year}`;
    case 'year':
      return year;
    case 'cumulative':
      return isFirstHalf(period) ? `the first half of ${year}` : `the first ${length} of ${year}`;
    case 'stretch':
      return isSecondHalf(period) ? `the second half of ${year}` : `the ${length} ended ${longDate(period.end)}`;
  }
}

/** 2nd Quarter, First Half, First Nine Months, Full Year: a heading in capitals. */
function part(period: PeriodDates): string {
  const length = countOf(period).replace(/ m/, ' M');
  switch (fiscalPart(period)) {
    case 'quarter':
      return `${ordinals[period.quarter - 1]} Quarter`;
    case 'year':
      return 'Full Year';
    case 'cumulative':
      return isFirstHalf(period) ? 'First Half' : `First ${length}`;
    case 'stretch':
      return isSecondHalf(period) ? 'Second Half' : length;
  }
}

/** July-September; July 21-October 20 where the period begins inside a month. */
function monthsBetween(period: PeriodDates): string {
  const whole = calendarMonths(period);
  if (!whole) return `${monthAndDay(period.start)}-${monthAndDay(period.end)}`;
  const [first, last] = [months[whole.first - 1], months[whole.last - 1]];
  return first === last ? `${first}` : `${first}-${last}`;
}

/** Six months ended September 30, 2025. A fiscal year of another length than twelve months says which. */
function term(period: PeriodDates, written: (iso: string) => string = longDate): string {
  const end = written(period.end);
  const since = `from ${written(period.start)}`;
  if (fiscalPart(period) !== 'year') return isWholeMonths(period) ? `${countOf(period)} ended ${end}` : `Period ${since} to ${end}`;
  if (monthsOf(period.start, period.end) === 12) return `Fiscal year ended ${end}`;
  return `Fiscal year ended ${end} (${isWholeMonths(period) ? countOf(period).toLowerCase() : since})`;
}

/** Six months. */
function countOf({ start, end }: PeriodDates): string {
  const count = monthsOf(start, end);
  return `${counts[count - 1] ?? count} month${count === 1 ? '' : 's'}`;
}

/** September 30. */
function monthAndDay(iso: string): string {
  const { month, day } = dateParts(iso);
  return `${months[month - 1]} ${day}`;
}

/** September 30, 2025. */
function longDate(iso: string): string {
  return `${monthAndDay(iso)}, ${dateParts(iso).year}`;
}

/** Sept 30, 2002: the date of a table head. */
function shortDate(iso: string): string {
  const { year, month, day } = dateParts(iso);
  return `${shortMonths[month - 1]} ${day}, ${year}`;
}
