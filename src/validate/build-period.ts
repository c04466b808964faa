// Turn a file of periods/ into a period: its dates, its facts, its controls.
import type * as z from 'zod/mini';
import { fiscalYearEnd } from '../language/calendar.ts';
import type { AsReleased, Control, FiscalNaming, Period, ReportedFact } from '../model/release.ts';
import { buildFact, buildStated } from './build-fact.ts';
import type { FactNames } from './names.ts';
import type { periodSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type PeriodData = z.infer<ReturnType<typeof periodSchema>>;

/** As its own file says it. `naming` is the issuer's, missing when its file is at fault. */
export function buildPeriod(id: string, data: PeriodData, naming: FiscalNaming | undefined, scope: Scope<FactNames>): Period {
  const start = scope.date(data.start, ['start']).value;
  const end = scope.date(data.end, ['end']).value;
  if (start && end && end < start)
    scope.fail({ code: 'validate/date', message: `the period ends on ${end}, before it starts on ${start}`, path: ['end'] });
  if (data.previous !== undefined) {
    scope.periodId(data.previous, ['previous']);
    if (data.previous === id)
      scope.fail({ code: 'validate/unknown-period', message: `period ${id} names itself as previous`, path: ['previous'] });
  }

  const facts = new Map<string, ReportedFact>();
  for (const [concept, text] of Object.entries(data.facts)) {
    if (!scope.knowsConcept(concept, ['facts', concept], true)) continue;
    const fact = buildFact(concept, text, ['facts', concept], scope);
    if (fact) facts.set(concept, fact);
  }
  for (const [concept, stated] of Object.entries(data.stated)) {
    if (!scope.knowsConcept(concept, ['stated', concept], true)) continue;
    const earlier = facts.get(concept);
    if (earlier) {
      const related = [{ at: earlier.at, message: 'reported here' }];
      const message = `${concept} is both reported and stated`;
      scope.fail({ code: 'validate/duplicate', message, path: ['stated', concept], key: true, related, hints: ['keep one of them'] });
    }
    const fact = buildStated(concept, stated, ['stated', concept], scope);
    if (fact) facts.set(concept, fact);
  }

  const controls: Control[] = [];
  for (const [concept, text] of Object.entries(data.controls)) {
    const path = ['controls', concept];
    if (!scope.knowsConcept(concept, path, true)) continue;
    const { value } = scope.figure(text, path);
    controls.push({ concept, period: id, measure: 'amount', value, text, at: scope.at(path) });
  }
  const asReleased = buildAsReleased(data['as-released'], scope);
  const fiscalYear = scope.count(data.fiscal.year, ['fiscal', 'year'], 1900, 2999);
  const quarter = scope.count(data.fiscal.quarter, ['fiscal', 'quarter'], 1, 4);
  if (naming && end) checkFiscalYear(fiscalYear, end, quarter, naming, scope);
  return {
    id,
    start,
    end,
    fiscalYear,
    quarter,
    ...(data.previous !== undefined && { previous: data.previous }),
    facts,
    controls,
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
      const message = `${concept} has a difference and no key because`;
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

/** The year typed is the one that the dates give under the issuer's naming. */
function checkFiscalYear(typed: number, end: string, quarter: number, naming: FiscalNaming, scope: Scope): void {
  const last = fiscalYearEnd(end, quarter);
  // A fiscal year that ends in December is one calendar year.
  const named = naming === 'ends' || last.month === 12 ? last.year : last.year - 1;
  if (typed === named) return;
  const message = `quarter ${quarter} that ends on ${end} belongs to fiscal year ${named}, not ${typed}`;
  const hints = [`fiscal years are named after the year that they ${naming === 'ends' ? 'end' : 'begin'} in: fiscal-naming in issuer.yaml`];
  scope.fail({ code: 'validate/date', message, path: ['fiscal', 'year'], hints });
}
