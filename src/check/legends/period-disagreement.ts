// Turn what a head says of a period and the periods of the figures under it into a finding, where they part.

import { dateParts, monthsOf } from '../../language/calendar.ts';
import { eraYearsOf } from '../../language/eras.ts';
import type { HeadSayings, NamedDay } from '../../language/heads.ts';
import { language } from '../../language/languages.ts';
import { allDates } from '../../language/written-dates.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { PeriodDates, Release } from '../../model/release.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import { isFreeLabel } from '../heads/free-labels.ts';
import { folded } from '../typed-text.ts';

/** Figures under a head: their period, and what a change in it is measured against. */
export interface Under {
  /** Of the figures. */
  readonly period: PeriodDates;
  /** Undefined for what is no change. */
  readonly from?: PeriodDates;
  /** A head nearer to the figures says something of a period too: it speaks for them. */
  readonly saidNearer?: () => boolean;
}

/** Words that head figures. */
export interface PeriodHead {
  /** As printed. */
  readonly text: string;
  /** Of the text. */
  readonly lang: Lang;
  /** What the words are. */
  readonly kind: 'head' | 'label';
  /** The table, in the words of a finding. */
  readonly of: string;
  /** What stands under the words, likewise, with its verb: column current under it is. */
  readonly over: string;
  /** Where the words are typed. */
  readonly at: Span;
}

/** Undefined for words that say nothing of a period: most heads. */
function sayingsOf(text: string, lang: Lang): HeadSayings | undefined {
  if (text === '') return undefined;
  const sayings = language(lang).heads.sayingsIn(folded(text));
  const { lengths, quarters, fiscalYears, days, which, base } = sayings;
  return lengths.length + quarters.length + fiscalYears.length + days.length > 0 || which || base ? sayings : undefined;
}

/** What changes are measured against is no period of what stands below. */
export function saysPeriod(text: string, lang: Lang): boolean {
  const { base, ...own } = sayingsOf(text, lang) ?? {};
  return Object.values(own).some((said) => (Array.isArray(said) ? said.length > 0 : said !== undefined));
}

/**
 * Over one period every word must be of it; over several every word must be of one of them. Words that name one period only must be of
 * all figures that no nearer head speaks for.
 */
export function periodDisagreement(
  { text, lang, kind, of, over, at }: PeriodHead,
  under: readonly Under[],
  release: Release,
): readonly FindingDetails[] {
  const sayings = under.length > 0 ? sayingsOf(text, lang) : undefined;
  if (!sayings) return [];
  const current = release.periods.get(release.spec.periods.get('current')?.value ?? '');
  const amounts = under.filter(({ from }) => !from);
  const read = amounts.length > 0 ? amounts : under;
  const single = new Set(read.map(({ period }) => period.id)).size === 1;
  const wrong = (fits: (period: PeriodDates) => boolean, isOnly: boolean): boolean => {
    const agrees = (each: Under) => fits(each.period) || (each.from !== undefined && fits(each.from));
    if (single) return !read.every(agrees);
    return !read.some(agrees) || (isOnly && !read.every((each) => agrees(each) || each.saidNearer?.() === true));
  };
  const names = namesOf(lang);
  const isNamed = (period: PeriodDates, has: (name: HeadSayings) => boolean): boolean => names(period).some(has);
  const number = (kind: 'lengths' | 'quarters' | 'fiscalYears', fits: (period: PeriodDates, value: number) => boolean) => {
    const isOnly = new Set(sayings[kind].map(({ value }) => value)).size === 1;
    return sayings[kind].filter(({ value }) =>
      wrong((period) => fits(period, value) || isNamed(period, (name) => name[kind].some((each) => each.value === value)), isOnly),
    );
  };
  const isDay = (day: NamedDay, period: PeriodDates): boolean =>
    isOf(day, period) || isNamed(period, ({ days }) => days.some((each) => sameDay(each, day)));
  // The first and the last day of one period name one.
  const isOneSpan = read.some(({ period }) => sayings.days.every((day) => isDay(day, period)));
  const { which } = sayings;
  const isOnlyOne = which !== undefined && sayingsOf(text.replace(which.words, ' '), lang)?.which === undefined;
  const words = [
    ...number('lengths', (period, value) => monthsOf(period.start, period.end) === value || (value === 12 && isWholeYear(period, lang))),
    ...number('quarters', (period, value) => period.quarter === value || (value === 4 && isWholeYear(period, lang))),
    ...number('fiscalYears', ({ fiscalYear }, value) => fiscalYear === value || (value < 100 && fiscalYear % 100 === value)),
    ...sayings.days.filter((day) => wrong((period) => isDay(day, period), isOneSpan)),
    ...(which && current && amounts.length > 0 && wrong(isWhich(which.is, current), isOnlyOne) ? [which] : []),
    ...(sayings.base && !basesFit(sayings.base.is, under) ? [sayings.base] : []),
  ].map(({ words }) => words);
  const word = words.find((each) => !isFreeLabel(text, release, each));
  if (word === undefined) return [];
  const bases = sayings.base?.words === word ? under.filter(({ from }) => from) : read;
  const periods = [...new Set(bases.map((each) => described(each, sayings.base?.words === word)))];
  return [
    {
      message: say`the ${sayWord(kind)} ${quoted(text)} of ${of} says ${quoted(word)}, and ${over} of ${sayAll(periods, ' and ')}`,
      at,
      hints: [
        'name the period of the figures, by {{date "…"}} or {{period "…"}} of its role, or give the column the period that the words name',
        'a head without words of its own is worded from its column in every language',
      ],
    },
  ];
}

const described = ({ period, from }: Under, compared: boolean): string =>
  compared && from ? say`${period.id} compared with ${from.id}` : say`${period.id} (${period.start} to ${period.end})`;

/** A first fiscal year, or one in which the closing moved, is shorter or longer than twelve months: its name tells it from a part of a year. */
function isWholeYear(period: PeriodDates, lang: Lang): boolean {
  const { dates, heads } = language(lang);
  const { lengths, quarters } = heads.sayingsIn(folded(dates.period(period, 'term')));
  return lengths.some(({ value }) => value === 12) || lengths.length + quarters.length === 0;
}

function isOf({ year, month, day }: NamedDay, { start, end }: PeriodDates): boolean {
  // 31年3月期 of an era, 26年3月期 without its century.
  if (year < 100) return [start, end].map(dateParts).some((of) => day === undefined && of.month === month && isYear(year, of.year));
  const iso = [String(year).padStart(4, '0'), String(month).padStart(2, '0')].join('-');
  return day === undefined ? start.startsWith(iso) || end.startsWith(iso) : [start, end].includes(`${iso}-${String(day).padStart(2, '0')}`);
}

/** Whether a year as it is said is that year. */
const isYear = (said: number, year: number): boolean =>
  said === year || (said < 100 && (year % 100 === said || eraYearsOf(year).includes(said)));

const sameDay = (a: NamedDay, b: NamedDay): boolean => isYear(a.year, b.year) && a.month === b.month && a.day === b.day;

/** How helpers name a period: such a name is right, whatever its words would say of another. */
const nameStyles = ['end', 'label', 'quarter', 'fiscal-year', 'term', 'short'] as const;

function namesOf(lang: Lang): (period: PeriodDates) => readonly HeadSayings[] {
  const { heads } = language(lang);
  return (period) => allDates(lang).flatMap((dates) => nameStyles.map((style) => heads.sayingsIn(folded(dates.period(period, style)))));
}

function isWhich(which: 'current' | 'earlier', current: PeriodDates): (period: PeriodDates) => boolean {
  return ({ end }) => (which === 'current' ? end >= current.end : end < current.end);
}

/** Comparisons under the head are with the base that it names: all where there are only those, one where there are others. */
function basesFit(base: 'year-before' | 'quarter-before', under: readonly Under[]): boolean {
  const changes = under.filter(({ from }) => from);
  if (changes.length === 0) return true;
  const fits = ({ period, from }: Under): boolean => {
    if (!from) return false;
    const quarters = 4 * (period.fiscalYear - from.fiscalYear) + period.quarter - from.quarter;
    return base === 'year-before' ? quarters === 4 : quarters === 1;
  };
  return changes.length === under.length ? changes.every(fits) : changes.some(fits);
}
