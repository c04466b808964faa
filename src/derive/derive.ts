// Turn a release into its financials: every fact, every statement as printed, and every figure that is not plain rounding.
import { factKey, parseFactReference, releasePeriod } from '../figures/fact-key.ts';
import { type FigureSources, figureSourcesKey } from '../figures/figure-sources.ts';
import type { Expression } from '../model/expression.ts';
import type { Fact, FactKey, Financials } from '../model/financials.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { ReportedFact } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Report } from './codes.ts';
import { type Ledger, ledger } from './ledger.ts';
import { placeOverrides } from './place-overrides.ts';
import { press } from './print-statements.ts';
import { proseOverrides } from './test-override.ts';

/** Whole results: the last of each release, and those of edits taken back. Their columns are kept of themselves. */
const results: Kind<Financials> = { name: 'derive/financials', bytes: ({ facts }) => 2000 + 500 * facts.size };

/** Findings come in the order in which figures are asked for; the caller sorts them by place. */
export function derive(release: FigureSources, report: Report, memory: Memory = forgetful): Financials {
  const key = (): string => figureSourcesKey(release, memory);
  return memory.recallSilent(results, key, report, (report: Report) => deriveNow(release, report, memory));
}

function deriveNow(release: FigureSources, report: Report, memory: Memory): Financials {
  const overrides = placeOverrides(release, report);
  const printing = press(release, overrides, () => facts, report, memory);
  const facts: Ledger = ledger(release, printing.printed, report);
  const all = allFacts(release, facts);
  const statements = printing.statements();
  for (const { statement, concept, period } of printedNames(release)) printing.printed(statement, concept, period);
  const adjustments = [...statements.values()].flatMap((statement) =>
    statement.rows.flatMap((row) => row.cells.filter((cell) => cell !== undefined && cell.treatment !== 'plain')),
  );
  reportLostSupport(release, facts, report);
  return {
    facts: all,
    statements,
    unprinted: printing.unprinted(),
    adjustments: adjustments.filter((cell) => cell !== undefined),
    proseOverrides: proseOverrides(overrides.prose, release, facts, report),
  };
}

/** Every fact that can be had, by concept, then period, the release's own last. */
function allFacts(release: FigureSources, facts: Ledger): ReadonlyMap<FactKey, Fact> {
  const found = new Map<FactKey, Fact>();
  for (const concept of release.concepts.keys()) {
    for (const period of [...release.periods.keys(), releasePeriod]) {
      const fact = facts.fact(concept, period);
      if (fact) found.set(fact.key, fact);
    }
  }
  return found;
}

/** A figure by what a formula names it by. */
interface PrintedName {
  readonly statement: string;
  readonly concept: string;
  readonly period: string;
}

/** Relations are tried after statements are printed: what they ask of a statement that is not printed has to be there by then. */
function printedNames(release: FigureSources): readonly PrintedName[] {
  const named = release.relations.flatMap(({ left, right }) => [...printedIn(left), ...printedIn(right)]);
  return [...release.periods.keys()].flatMap((period) => named.map((name) => ({ ...name, period })));
}

function printedIn(expression: Expression): readonly Omit<PrintedName, 'period'>[] {
  switch (expression.kind) {
    case 'printed':
      return [{ statement: expression.statement, concept: expression.concept }];
    case 'previous':
    case 'unsplit':
    case 'negate':
      return printedIn(expression.of);
    case 'binary':
      return [...printedIn(expression.left), ...printedIn(expression.right)];
    case 'number':
    case 'concept':
    case 'at':
      return [];
  }
}

/** `rests-on` names a concept of the stated fact's own period (for the release's own: of the current period), or `concept@period`. */
function reportLostSupport(release: FigureSources, ledger: Ledger, report: Report): void {
  const current = release.spec.periods.get('current')?.value ?? releasePeriod;
  const test = (stated: ReportedFact, period: string): void => {
    for (const name of stated.restsOn ?? []) {
      const { concept, period: named = period } = parseFactReference(name);
      const at = release.spec.periods.get(named)?.value ?? named;
      if (ledger.fact(concept, at)) continue;
      report({
        severity: 'error',
        code: 'derive/missing-fact',
        message: say`${stated.concept} rests on ${factKey(concept, at)}, which is no figure of this release`,
        at: stated.at,
        hints: ['name a concept and period that have a figure, or drop it from `rests-on`'],
      });
    }
  };
  for (const period of release.periods.values()) for (const fact of period.facts.values()) test(fact, period.id);
  for (const fact of release.spec.stated.values()) test(fact, current);
}
