// Turn periods that are named as still to come when they are over, as over when they are still to come, and as compared with themselves, into findings.

import { fiscalYearEnd } from '../../language/calendar.ts';
import { language } from '../../language/languages.ts';
import type { TimeWords } from '../../language/word-reading.ts';
import { allDates } from '../../language/written-dates.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Period } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { TextCheck } from '../check-shapes.ts';
import { folded, type TextRun } from '../typed-text.ts';
import { type ToldSentence, type ToldText, tellText } from './told-sentence.ts';

/** `expects operating income for full fiscal 2001`, in a release of fiscal 2002. */
export const periodsInTime: TextCheck = {
  code: 'check/period-word',
  severity: 'error',
  hint: 'name the period that is meant, by its role: current, next, prior-year',
  each: (text, printed) => {
    const words = language(text.lang).words.times;
    const current = printed.release.periods.get(printed.release.spec.periods.get('current')?.value ?? '');
    const runs = text.runs.filter(({ inline }) => inline.bound?.by === 'period');
    if (!words || !current || runs.length === 0) return [];
    const told = tellText(text, printed);
    return told.sentences.flatMap((sentence) => {
      const names = runs
        .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
        .flatMap((run) => nameOf(run, sentence, told));
      const typed = names.length > 0 ? told.typed.slice(sentence.start, sentence.end) : '';
      return names.flatMap((name, index) => faultsOf(name, names.slice(0, index), typed, current, words, told));
    });
  },
};

/** A period as a sentence names it. */
interface Name {
  readonly run: TextRun;
  readonly period: Period;
  /** The typed words of the sentence before and after it. */
  readonly before: string;
  readonly after: string;
}

/** Longest words beside a name that are read, in characters. */
const reach = 80;

function nameOf(run: TextRun, sentence: ToldSentence, { typed, printed }: ToldText): readonly Name[] {
  const { bound } = run.inline;
  const period = bound?.by === 'period' ? printed.release.periods.get(bound.period) : undefined;
  if (!period) return [];
  const before = typed.slice(Math.max(sentence.start, run.start - reach), run.start);
  return [{ run, period, before, after: typed.slice(run.end, Math.min(sentence.end, run.end + reach)) }];
}

/** Whether it says the fiscal year alone. */
function isYear({ run, period }: Name, { text }: ToldText): boolean {
  const written = folded(run.inline.text);
  return allDates(text.lang).some((dates) => (['fiscal-year', 'year'] as const).some((style) => dates.period(period, style) === written));
}

/** Its last day; of a name that says the fiscal year alone, that of the year. Days of a month are no matter. */
function endOf(name: Name, told: ToldText): string {
  if (!isYear(name, told)) return name.period.end;
  const { year, month } = fiscalYearEnd(name.period);
  return `${year}-${String(month).padStart(2, '0')}-31`;
}

interface Sides {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const stands = ({ before, after }: Sides, name: Name): boolean => before?.test(name.before) === true || after?.test(name.after) === true;

function faultsOf(
  name: Name,
  earlier: readonly Name[],
  sentence: string,
  current: Period,
  words: TimeWords,
  told: ToldText,
): readonly FindingDetails[] {
  const { expects, settles, expectedOf, announces, secondHalf, cameAbout } = words;
  const isOver = (): boolean => endOf(name, told) <= current.end;
  if (stands(expectedOf, name) && expects.test(sentence) && settles?.test(sentence) !== true && isOver())
    return [finding(name, 'is over, and the sentence expects something of it', told)];
  if (
    announces?.after.test(name.after) &&
    announces.will.test(sentence) &&
    isOver() &&
    name.period.end < current.end &&
    !isYear(name, told)
  )
    return [finding(name, 'was announced before, and the sentence says that it will be', told)];
  const isAhead = current.quarter <= 2 && stands(secondHalf, name) && isYear(name, told) && !isOver();
  if (isAhead && !expects.test(sentence) && cameAbout.test(sentence))
    return [finding(name, 'has a second half that is not over, and the sentence says what came about in it', told)];
  const itself = stands(words.comparedWith, name) && earlier.find((other) => isSame(other, name, words));
  return itself ? [finding(name, 'is compared with itself', told)] : [];
}

/** Named by the same words, as what something is of. */
function isSame(other: Name, name: Name, words: TimeWords): boolean {
  if (other.run.inline.text !== name.run.inline.text || stands(words.comparedWith, other) || !stands(words.isOf, other)) return false;
  return partOf(words.isOf, other) === partOf(words.comparedWith, name);
}

/** The part of the period that the words name. */
function partOf({ before, after }: Sides, name: Name): string | undefined {
  return (before?.exec(name.before) ?? after?.exec(name.after))?.groups?.part?.toLowerCase();
}

function finding({ run, period }: Name, what: string, { text, printed }: ToldText): FindingDetails {
  return {
    message: say`${quoted(run.inline.text)}, ${period.id}, ${what}`,
    at: printed.locate(text, run.start, run.end - run.start) ?? run.inline.at,
  };
}
