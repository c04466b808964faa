// Turn an amount with the change, the dollars or the earlier amount of another fact right behind it into findings.
import { parseFactKey, releasePeriod } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Figure } from '../../model/document.ts';
import type { FactKey } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { Printed, TextCheck } from '../check-shapes.ts';
import type { TextRun, TypedText } from '../typed-text.ts';

/** What stands in brackets, or set off by a comma, right behind an amount is said of it; so is what it is compared with. */
export const figuresTogether: TextCheck = {
  code: 'check/figures-together',
  severity: 'error',
  each: (text, printed) => strangers(text, printed),
};

/** What a text prints of a fact, in figures or in a word for their direction. */
interface Said {
  readonly measure: Figure['measure'] | 'direction';
  readonly fact: FactKey;
  readonly against?: FactKey;
  readonly at: Span;
  /** Its first run. */
  readonly run: TextRun;
  /** Offset behind its last run. */
  readonly end: number;
}

function strangers(text: TypedText, printed: Printed): readonly FindingDetails[] {
  const said = saidIn(text, printed);
  const found: FindingDetails[] = [];
  let first: Said | undefined;
  for (const second of said) {
    const what = first && saidOf(second, first, text, printed);
    // What follows a slip is not held to it.
    if (first && what !== undefined) found.push(stranger(first, second, what, text, printed));
    else first = second;
  }
  return found;
}

function saidIn({ runs }: TypedText, { document }: Printed): readonly Said[] {
  const said: Said[] = [];
  let last: number | undefined;
  for (const run of runs) {
    const { figure: id, bound, at } = run.inline;
    const before = said.at(-1);
    if (id !== undefined && id === last && before) said[said.length - 1] = { ...before, end: run.end };
    const figure = id === undefined || id === last ? undefined : document.figures[id];
    last = id ?? last;
    const { end } = run;
    if (figure) said.push({ measure: figure.measure, fact: figure.fact, at: figure.at, run, end, ...against(figure.against) });
    else if (bound?.by === 'direction') said.push({ measure: 'direction', fact: bound.fact, at, run, end, ...against(bound.against) });
  }
  return said;
}

const against = (fact: FactKey | undefined): Pick<Said, 'against'> => (fact === undefined ? {} : { against: fact });

/** Longest words between an amount and what is said of it. */
const reach = 80;

/** What the second is, where it is said of the first and is of another concept or period; undefined where nothing is wrong. */
function saidOf(second: Said, first: Said, text: TypedText, printed: Printed): string | undefined {
  const { typed, lang } = text;
  if (second.run.start - first.end > reach || second.fact === first.fact) return undefined;
  // A change may also follow the amount that it is a change from.
  if (second.against === first.fact && isNamedBase(first, text)) return undefined;
  const { ofChange, ofDollars, ofBase, ofSecondChange } = language(lang).words.saidOfAmount;
  const between = typed.slice(first.end, second.run.start).replace(/[\u00a0\u202f]/g, ' ');
  const isAmount = first.measure === 'amount' || first.measure === 'translated';
  switch (second.measure) {
    case 'translated':
      return first.measure === 'amount' && ofDollars.test(between) ? 'the dollars of' : undefined;
    case 'direction':
      return isAmount && ofChange.test(between) ? 'the direction of' : undefined;
    case 'change':
      if (isAmount) return ofChange.test(between) ? 'the change of' : undefined;
      return first.measure === 'change' && isOtherChange(second, first) && ofSecondChange?.test(between) ? 'the change of' : undefined;
    case 'amount':
      return isAmount && isOtherAmount(second, first, lang, printed) && ofBase?.test(between) ? 'an earlier amount of' : undefined;
    default:
      return undefined;
  }
}

/** Words, or the name of a period, beside an amount say that it is of another period than the one that the text speaks of. */
function isNamedBase({ run, end }: Said, { typed, lang, runs }: TypedText): boolean {
  const { baseOfComparison } = language(lang).words;
  const before = typed.slice(Math.max(0, run.start - reach), run.start).replace(/[\u00a0\u202f]/g, ' ');
  if (baseOfComparison.before?.test(before) || baseOfComparison.after?.test(typed.slice(end, end + reach))) return true;
  const isNear = (start: number, stop: number): boolean =>
    start >= end - 1 ? start - end <= nearName : run.start - stop >= 0 && run.start - stop <= nearName;
  return runs.some(({ inline: { bound }, start, end: stop }) => (bound?.by === 'period' || bound?.by === 'date') && isNear(start, stop));
}

/** Characters between an amount and the name of its period. */
const nearName = 12;

/** Of one period since two others: sales and profit, each since the same one, are two things. */
function isOtherChange(second: Said, first: Said): boolean {
  const [one, other] = [parseFactKey(first.fact), parseFactKey(second.fact)];
  if (one.concept === other.concept || one.period !== other.period || !first.against || !second.against) return false;
  return parseFactKey(first.against).period !== parseFactKey(second.against).period;
}

/** Of another period too; what was expected is another concept by right. */
function isOtherAmount(second: Said, first: Said, lang: Lang, { release }: Printed): boolean {
  const [one, other] = [parseFactKey(first.fact), parseFactKey(second.fact)];
  if (one.concept === other.concept || one.period === other.period) return false;
  if (one.period === releasePeriod || other.period === releasePeriod) return false;
  const [now, then] = [release.concepts.get(one.concept), release.concepts.get(other.concept)];
  const isExpected = (concept: typeof now): boolean =>
    concept === undefined || language(lang).concepts.forecast.test(inLang(concept.labels, lang).value);
  return now?.unit === then?.unit && !isExpected(now) && !isExpected(then);
}

function stranger(first: Said, second: Said, what: string, text: TypedText, { locate }: Printed): FindingDetails {
  const { run, fact } = second;
  return {
    message: say`${first.run.inline.text} is ${first.fact}, and ${run.inline.text} right behind it is ${what} ${fact}`,
    at: locate(text, run.start, run.end - run.start) ?? run.inline.at,
    related: [{ at: first.at, message: first.fact }],
    hints: ['let both name the same concept and period', 'or name in words what the second one is of'],
  };
}
