// Turn the name of a period before an amount of another one, and two names of one period that differ, into findings.
import { periodOf, releasePeriod } from '../../figures/fact-key.ts';
import { dateParts } from '../../language/calendar.ts';
import { language } from '../../language/languages.ts';
import { type PeriodStyle, periodStyles } from '../../language/writing.ts';
import { allDates } from '../../language/written-dates.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import type { Period, Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Printed, TextCheck } from '../check-shapes.ts';
import { fits } from '../legends/period-fits.ts';
import { folded, type TextRun, type TypedText } from '../typed-text.ts';

/** `Income tax for 1Q02 was JPY13 million`, which is of 2Q02; 2002年度第1四半期（7-9月）. */
export const periodsBeside: TextCheck = {
  code: 'check/period-word',
  severity: 'error',
  hint: 'name the same period in both calls, or another figure',
  each: (text, printed) => {
    const helpers = text.runs.filter(({ inline }) => inline.figure !== undefined || inline.bound !== undefined);
    return helpers.flatMap((run, index) => {
      const { by } = run.inline.bound ?? {};
      return by === 'period' || by === 'date'
        ? [
            ...otherAmount(run, helpers.slice(index + 1, index + 1 + nearest), text, printed),
            ...otherName(run, helpers[index + 1], text, printed),
          ]
        : [];
    });
  },
};

/** An amount stands behind a period's name with no more than the name of a result between them. */
const nearest = 2;

/** Longest words between the two, in characters, and longest words before a name that are read. */
const longestLink = 120;

const plain = (typed: string): string => typed.replace(/[\u00a0\u202f]/g, ' ');

function otherAmount(named: TextRun, next: readonly TextRun[], text: TypedText, printed: Printed): readonly FindingDetails[] {
  const [first, second] = next;
  const run = first?.inline.bound?.by === 'outcome' ? second : first;
  const figure = run?.inline.figure === undefined ? undefined : printed.document.figures[run.inline.figure];
  if (!run || !figure || run.start - named.end > longestLink) return [];
  if (figure.measure !== 'amount' && figure.measure !== 'translated' && figure.measure !== 'percent-of') return [];
  const own = periodOf(figure.fact);
  if (own === releasePeriod) return [];
  const { periodBefore = [], baseOfComparison } = language(text.lang).words;
  const between = plain(text.typed.slice(named.end, run.start));
  const before = plain(text.typed.slice(Math.max(0, named.start - longestLink), named.start));
  const isOf = periodBefore.some((each) => each.between.test(between) && each.before?.test(before) !== false && !each.not?.test(before));
  const end = text.runs.findLast(({ inline }) => inline.figure === run.inline.figure)?.end ?? run.end;
  if (!isOf || baseOfComparison.after?.test(text.typed.slice(end, end + longestLink))) return [];
  const meant = periodsNamed(named, text.lang, printed.release);
  if (!meant || meant.some(({ id }) => id === own)) return [];
  return [
    {
      message: say`${run.inline.text} is of ${own} and stands beside ${JSON.stringify(named.inline.text)}`,
      at: printed.locate(text, run.start, run.end - run.start) ?? run.inline.at,
      related: [{ at: named.inline.at, message: 'the period named' }],
    },
  ];
}

function otherName(one: TextRun, other: TextRun | undefined, text: TypedText, { release, locate }: Printed): readonly FindingDetails[] {
  const bound = other?.inline.bound;
  if (!other || (bound?.by !== 'period' && bound?.by !== 'date') || other.start - one.end > longestLink) return [];
  const { samePeriod } = language(text.lang).words;
  if (!samePeriod?.test(plain(text.typed.slice(one.end, other.start)))) return [];
  const [left, right] = [sayingOf(one, text.lang, release), sayingOf(other, text.lang, release)];
  // 2Q02 (2Q01) has the figure to compare with in brackets.
  if (!left || !right || left.style === right.style || left.fits.some((period) => right.fits.includes(period))) return [];
  return [
    {
      message: say`${one.inline.text} and ${other.inline.text}, right beside each other, are of two periods`,
      at: locate(text, other.start, other.end - other.start) ?? other.inline.at,
      related: [{ at: one.inline.at, message: one.inline.text }],
    },
  ];
}

interface Saying {
  /** How it names its period: by a day, or in a style of names. */
  readonly style: PeriodStyle | 'day' | undefined;
  /** Periods that it may name, or that the day belongs to. */
  readonly fits: readonly Period[];
}

/** Undefined for a day that begins or ends no period and no fiscal year. */
function sayingOf(run: TextRun, lang: Lang, release: Release): Saying | undefined {
  const { bound, text } = run.inline;
  const periods = [...release.periods.values()];
  if (bound?.by === 'date') {
    const { year, month } = dateParts(bound.iso);
    const of = periods.filter(
      (period) => period.start === bound.iso || period.end === bound.iso || fits({ by: 'fiscal-year-end', year, month }, period),
    );
    return of.length > 0 ? { style: 'day', fits: of } : undefined;
  }
  const period = bound?.by === 'period' ? release.periods.get(bound.period) : undefined;
  const named = period && periodsNamed(run, lang, release);
  return named && { style: writingOf(text, period, lang)?.style, fits: named };
}

/** All that the name reads like: that of the year alone, or of the quarter alone, is the name of several. */
function periodsNamed({ inline: { bound, text } }: TextRun, lang: Lang, { periods }: Release): readonly Period[] | undefined {
  const all = [...periods.values()];
  if (bound?.by === 'date') {
    const ending = all.filter(({ end }) => end === bound.iso);
    return ending.length > 0 ? ending : undefined;
  }
  const period = bound?.by === 'period' ? periods.get(bound.period) : undefined;
  if (!period) return undefined;
  const nameOf = writingOf(text, period, lang)?.nameOf;
  return all.filter((each) => each.end === period.end || (nameOf !== undefined && nameOf(each) === nameOf(period)));
}

/** How the text writes a period: in a calendar and a style. */
function writingOf(
  text: string,
  period: Period,
  lang: Lang,
): { readonly style: PeriodStyle; readonly nameOf: (each: Period) => string } | undefined {
  const written = folded(text);
  for (const { period: named } of allDates(lang)) {
    const style = periodStyles.find((each) => named(period, each) === written);
    if (style !== undefined) return { style, nameOf: (each) => named(each, style) };
  }
  return undefined;
}
