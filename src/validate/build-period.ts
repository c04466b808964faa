// Turn a file of periods/ into a period: its dates, its facts, its controls.
import type * as z from 'zod/mini';
import { fiscalYearEnd, monthsOf } from '../language/calendar.ts';
import type { AsReleased, Control, FiscalNaming, Period, PeriodDates, PeriodSum, ReportedFact, StandAlone } from '../model/release.ts';
import { say, sayWord } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { buildFact, buildOpenFact, buildStated, heldAt } from './build-fact.ts';
import { buildPublishedChanges } from './build-published-changes.ts';
import type { FactNames } from './names.ts';
import type { periodSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type PeriodData = z.infer<ReturnType<typeof periodSchema>>;

/** As its own file says it. `naming` is the issuer's, missing when its file is at fault. */
export function buildPeriod(id: string, data: PeriodData, naming: FiscalNaming | undefined, scope: Scope<FactNames>): Period {
  const start = scope.date(data.start, ['start']).value;
  const end = scope.date(data.end, ['end']).value;
  if (start && end && end < start)
    scope.fail({ code: 'validate/date', message: say`the period ends on ${end}, before it starts on ${start}`, path: ['end'] });
  if (data.previous !== undefined) {
    scope.periodId(data.previous, ['previous']);
    if (data.previous === id)
      scope.fail({ code: 'validate/unknown-period', message: say`period ${id} names itself as previous`, path: ['previous'] });
  }

  const facts = new Map<string, ReportedFact>();
  const unset = new Map<string, Span>();
  for (const [concept, text] of Object.entries(data.facts)) {
    if (!scope.knowsConcept(concept, ['facts', concept], true)) continue;
    if (text === null) {
      unset.set(concept, scope.at(['facts', concept], true));
      continue;
    }
    const fact = buildOpenFact(concept, text, ['facts', concept], scope);
    if (fact) facts.set(concept, fact);
  }
  for (const [concept, stated] of Object.entries(data.stated)) {
    if (!scope.knowsConcept(concept, ['stated', concept], true)) continue;
    const earlier = facts.get(concept);
    if (earlier) {
      const related = [{ at: earlier.at, message: 'reported here' }];
      const message = say`${concept} is both reported and stated`;
      scope.fail({ code: 'validate/duplicate', message, path: ['stated', concept], key: true, related, hints: ['keep one of them'] });
    }
    const missing = (['value', 'source'] as const).find((key) => stated[key] === null);
    if (missing) {
      unset.set(concept, scope.at(['stated', concept, missing], true));
      continue;
    }
    const fact = buildStated(concept, stated, ['stated', concept], scope);
    if (fact) facts.set(concept, fact);
  }

  const controls: Control[] = [];
  for (const [concept, text] of Object.entries(data.controls)) {
    const path = ['controls', concept];
    if (!scope.knowsConcept(concept, path, true)) continue;
    controls.push({ concept, period: id, measure: 'amount', ...heldAt(scope.openFigure(text, path)), text, at: scope.at(path) });
  }
  const changes = buildPublishedChanges(id, data.changes, scope);
  const asReleased = buildAsReleased(data['as-released'], scope);
  const fiscalYear = scope.count(data.fiscal.year, ['fiscal', 'year'], 1900, 2999);
  const quarter = scope.count(data.fiscal.quarter, ['fiscal', 'quarter'], 1, 4);
  const fiscal = buildFiscal(data, start, end, scope);
  const standAlone = buildStandAlone(id, data, scope);
  const sum = buildSum(id, data, scope);
  const dates: PeriodDates = { id, start, end, fiscalYear, quarter, ...(fiscal && { fiscal }) };
  if (start && end && !fiscal) checkQuarter(dates, scope);
  if (naming && start && end) checkFiscalYear(dates, naming, scope);
  return {
    ...dates,
    ...(data.irregular !== undefined && { irregular: data.irregular }),
    ...(standAlone && { standAlone }),
    ...(sum && { sum }),
    dated: { start: scope.at(['start']), end: scope.at(['end']), quarter: scope.at(['fiscal', 'quarter']) },
    ...(data.previous !== undefined && { previous: data.previous }),
    facts,
    ...(unset.size > 0 && { unset }),
    controls,
    ...(changes.size > 0 && { changes }),
    ...(asReleased.length > 0 && { asReleased }),
    at: scope.at(['facts'], true),
  };
}

/** With the controls of a release for it, after its own. */
export function withControls(period: Period, controls: readonly Control[]): Period {
  return { ...period, controls: [...period.controls, ...controls] };
}

function buildAsReleased(data: PeriodData['as-released'], scope: Scope<FactNames>): AsReleased[] {
  return Object.entries(data).flatMap(([concept, { value, because, difference }]) => {
    const path = ['as-released', concept];
    if (!scope.knowsConcept(concept, path, true)) return [];
    if (difference !== undefined && because === undefined) {
      const message = say`${concept} has a difference and no key because`;
      scope.fail({ code: 'validate/missing-key', message, path, key: true, hints: ['name the note that explains it'] });
    }
    const fact = buildFact(concept, value, [...path, 'value'], scope);
    if (!fact) return [];
    return [
      {
        concept,
        value: fact.value,
        text: value,
        ...(because !== undefined && { because }),
        ...(difference !== undefined && { difference: scope.formula(difference, [...path, 'difference']) }),
        at: fact.at,
      },
    ];
  });
}

/** The days of a fiscal year that is not of twelve months: both, in order, about the period. */
function buildFiscal({ fiscal }: PeriodData, start: string, end: string, scope: Scope): PeriodDates['fiscal'] {
  if (fiscal.start === undefined && fiscal.end === undefined) return undefined;
  if (fiscal.start === undefined || fiscal.end === undefined) {
    const message = say`fiscal has no key ${fiscal.start === undefined ? 'start' : 'end'}`;
    const hints = ['give both days of the fiscal year, or neither where it is of twelve months'];
    scope.fail({ code: 'validate/missing-key', message, path: ['fiscal'], key: true, hints });
    return undefined;
  }
  const first = scope.date(fiscal.start, ['fiscal', 'start']).value;
  const last = scope.date(fiscal.end, ['fiscal', 'end']).value;
  if (!first || !last || !start || !end) return undefined;
  const outside = (name: 'start' | 'end', says: string): undefined =>
    scope.fail({ code: 'validate/date', message: says, path: ['fiscal', name], hints: ['a period lies inside of its fiscal year'] });
  if (first > start) return outside('start', say`the fiscal year starts on ${first}, after the period's first day, ${start}`);
  if (last < end) return outside('end', say`the fiscal year ends on ${last}, before the period's last day, ${end}`);
  return { start: first, end: last };
}

function buildStandAlone(id: string, data: PeriodData, scope: Scope): StandAlone | undefined {
  const typed = data['stand-alone'];
  if (!typed) return undefined;
  const path = ['stand-alone'];
  const [of, less] = [scope.periodId(typed.of, [...path, 'of']), scope.periodId(typed.less, [...path, 'less'])];
  if (of === id || less === id || of === less) {
    const message = say`period ${id} cannot be ${of} less ${less}`;
    scope.fail({ code: 'validate/unknown-period', message, path, key: true, hints: ['name a longer period and its beginning'] });
  }
  return { of, less, at: scope.at(path, true) };
}

/** Each part once, none of them the period itself, and no other account of where its figures come from. */
function buildSum(id: string, { sum, 'stand-alone': standAlone }: PeriodData, scope: Scope<FactNames>): PeriodSum | undefined {
  if (sum === undefined) return undefined;
  const fail = (message: string, hint: string): undefined =>
    scope.fail({ code: 'validate/unknown-period', message, path: ['sum'], key: true, hints: [hint] });
  const of = sum.map((part, index) => scope.periodId(part, ['sum', index]));
  if (standAlone) return fail(say`period ${id} is both a sum and the rest of another period`, 'keep sum or stand-alone');
  if (of.includes(id)) return fail(say`period ${id} is a part of itself`, 'name the shorter periods that make it up');
  if (new Set(of).size < of.length) return fail(say`period ${id} has a part twice`, 'name each part once');
  if (of.length < 2)
    return fail(say`period ${id} is the sum of ${of.length === 0 ? sayWord('nothing') : 'one period'}`, 'name at least two periods');
  return { of, at: scope.at(['sum'], true) };
}

/** A quarter by itself is no longer than its name says, and a year of twelve months ends with its last quarter. */
function checkQuarter({ start, end, quarter }: PeriodDates, scope: Scope): void {
  const months = monthsOf(start, end);
  const hints = ['compare the days and the quarter; give the start and end of a fiscal year that is not of twelve months under fiscal'];
  const wrong = months >= 12 ? quarter !== 4 : months > 3 * quarter + 1;
  if (!wrong) return;
  const message = say`the period is ${months} months long, from ${start} to ${end}, and ends with quarter ${quarter} of its fiscal year`;
  scope.fail({ code: 'validate/date', message, path: ['fiscal', 'quarter'], hints });
}

/** The year typed is the one that the dates give under the issuer's naming. */
function checkFiscalYear(period: PeriodDates, naming: FiscalNaming, scope: Scope): void {
  const { end, quarter, fiscalYear: typed } = period;
  const last = fiscalYearEnd(period);
  // A fiscal year that ends in December is one calendar year.
  const named = naming === 'ends' || last.month === 12 ? last.year : last.year - 1;
  if (typed === named) return;
  const message = say`quarter ${quarter} that ends on ${end} belongs to fiscal year ${named}, not ${typed}`;
  const hints = [
    say`fiscal years are named after the year that they ${naming === 'ends' ? sayWord('end') : sayWord('begin')} in: fiscal-naming in issuer.yaml`,
    'one that is not of twelve months gives its first and last day as start and end under fiscal',
  ];
  scope.fail({ code: 'validate/date', message, path: ['fiscal', 'year'], hints });
}
