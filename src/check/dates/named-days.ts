// Turn days that helpers wrote where the words beside them speak of another kind of day into findings.
import { dateParts } from '../../language/calendar.ts';
import { language } from '../../language/languages.ts';
import { type DayWords, type EventKind, eventKinds } from '../../language/word-reading.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period, Release } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { fits } from '../legends/period-fits.ts';
import type { TextRun, TypedText } from '../typed-text.ts';
import { dateKind, eventKind } from './date-kinds.ts';

/** A span that ends before it begins; `the quarter ended` on the day of a call; a call on the last day of the fiscal year. */
export const namedDays: DocumentCheck = {
  code: 'check/date',
  severity: 'error',
  run: (printed) => {
    const known = knownDays(printed.release);
    return printed.texts.flatMap((text) => {
      const days = text.runs.flatMap((run) => (run.inline.bound?.by === 'date' ? [{ run, iso: run.inline.bound.iso }] : []));
      const words = language(text.lang).words.days;
      if (days.length === 0 || !words) return [];
      return [...turnedRanges(days, words, text, printed), ...days.flatMap((day) => otherKind(day, words, text, known, printed))];
    });
  },
};

interface NamedDay {
  readonly run: TextRun;
  /** The day that it is. */
  readonly iso: string;
}

/** Characters beside a day in which words may say what day it is. */
const around = 140;

/** The term of an item stands before what it gives: `Scheduled date to file:` and its day. */
const before = ({ typed, label }: TypedText, { start }: TextRun): string =>
  plain(`${label === undefined ? '' : `${label} `}${typed.slice(0, start)}`.slice(-around));
const after = ({ typed }: TypedText, { end }: TextRun): string => plain(typed.slice(end, end + around));
const plain = (typed: string): string => typed.replace(/[\u00a0\u202f]/g, ' ');

function turnedRanges(days: readonly NamedDay[], words: DayWords, text: TypedText, { locate }: Printed): readonly FindingDetails[] {
  return days.slice(1).flatMap(({ run, iso }, index) => {
    const first = days[index];
    if (!first || first.iso < iso || run.start - first.run.end > longestLink) return [];
    const between = plain(text.typed.slice(first.run.end, run.start));
    const isRange = words.ranges.some(
      (range) =>
        range.between.test(between) &&
        range.before?.test(before(text, first.run)) !== false &&
        range.after?.test(after(text, run)) !== false,
    );
    if (!isRange || words.movedBefore?.test(before(text, first.run))) return [];
    const what = first.iso === iso ? 'begins and ends on one day' : 'ends before it begins';
    return [
      {
        message: say`${first.run.inline.text}${between}${run.inline.text} ${what}`,
        at: locate(text, run.start, run.end - run.start) ?? run.inline.at,
        related: [{ at: first.run.inline.at, message: say`the first day, ${first.iso}` }],
        hints: ['name the first day and the last of one period: {{date "current.start"}} and {{date "current.end"}}'],
      },
    ];
  });
}

/** `through`, with what stands round it, in characters. */
const longestLink = 10;

/** What the release knows its days as. */
interface KnownDays {
  /** Names of days on which something is announced, held, filed or paid, by ISO day. */
  readonly events: ReadonlyMap<string, string>;
  /** First and last days of periods and of the fiscal year, by ISO day. */
  readonly edges: ReadonlyMap<string, string>;
  /** What happens on a day, by ISO day. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<EventKind>>;
  /** Days of other names: they may be any. */
  readonly others: ReadonlySet<string>;
  /** Periods of the release. */
  readonly periods: readonly Period[];
}

function knownDays({ spec, periods }: Release): KnownDays {
  const current = periods.get(spec.periods.get('current')?.value ?? '');
  const events = new Map(Object.values(spec.announced).map(({ value }) => [value, 'the day of announcement']));
  const edges = new Map<string, string>();
  const others = new Set<string>();
  const kinds = new Map<string, Set<EventKind>>();
  for (const { id, start, end } of periods.values()) edges.set(start, say`the first day of ${id}`).set(end, say`the last day of ${id}`);
  for (const [name, { value }] of spec.dates) {
    const event = eventKind(name);
    if (event) kinds.set(value, (kinds.get(value) ?? new Set()).add(event));
    const kind = dateKind(name, { quarter: current?.quarter ?? 1 });
    if (kind === 'other') others.add(value);
    else if (kind === 'year-end') edges.set(value, name);
    else events.set(value, name);
  }
  return { events, edges, kinds, others, periods: [...periods.values()] };
}

function otherKind(
  { run, iso }: NamedDay,
  { lastDay, lastOfYear, eventDay, kindDay }: DayWords,
  text: TypedText,
  { events, edges, kinds, others, periods }: KnownDays,
  { locate }: Printed,
): readonly FindingDetails[] {
  if (others.has(iso)) return [];
  const [left, right] = [before(text, run), after(text, run)];
  const isBeside = ({ before, after }: { readonly before?: RegExp; readonly after?: RegExp }): boolean =>
    before?.test(left) === true || after?.test(right) === true;
  const finding = (says: string, is: string | undefined, hint: string): readonly FindingDetails[] => [
    {
      message: say`the words beside ${run.inline.text} say that it is ${says}, and ${iso} is ${is ?? sayWord('not')}`,
      at: locate(text, run.start, run.end - run.start) ?? run.inline.at,
      hints: [hint, 'or say in words what day it is'],
    },
  ];
  const { year, month } = dateParts(iso);
  if (
    isBeside(lastOfYear) &&
    !periods.some((period) => fits({ by: 'fiscal-year-end', year, month }, period)) &&
    (events.has(iso) || edges.has(iso))
  ) {
    return finding('the last day of a fiscal year', events.get(iso) ?? edges.get(iso), 'name the last day of the fiscal year');
  }
  if (isBeside(lastDay) && !periods.some(({ end }) => end === iso) && events.has(iso) && !edges.has(iso)) {
    return finding('the last day of a period', events.get(iso), 'name the last day of the period: {{date "current.end"}}');
  }
  const isCall = eventDay.some(({ before, after }) => before.test(left) && after?.test(right) !== false);
  const said = isCall ? 'call' : eventKinds.find((kind) => kindDay?.[kind]?.test(left));
  const own = kinds.get(iso);
  const isStated = [...kinds.values()].some((each) => said !== undefined && each.has(said));
  // A call may be held, and a report filed, on the day of something else, unless the release gives it a day of its own.
  if (said !== undefined && isStated && !own?.has(said) && (own !== undefined || edges.has(iso))) {
    return finding(eventWords[said], events.get(iso) ?? edges.get(iso), 'name the day of that event, as `dates` of release.yaml has it');
  }
  if (edges.has(iso) && !events.has(iso) && eventDay.some(({ before, after }) => before.test(left) && after?.test(right) !== false)) {
    return finding('the day of an event', edges.get(iso), 'name the day of the event, as `dates` of release.yaml has it');
  }
  return [];
}

const eventWords: Readonly<Record<EventKind, string>> = {
  call: 'the day of a call or a briefing',
  results: 'the day of the next results',
  filing: 'the day of a filing',
  payment: 'the day of a payment',
  meeting: 'the day of a meeting',
};
