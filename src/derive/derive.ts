// Turn a release into its financials: every fact, every statement as printed, and every figure that is not plain rounding.
import { releasePeriod } from '../figures/fact-key.ts';
import type { Fact, FactKey, Financials } from '../model/financials.ts';
import type { Release } from '../model/release.ts';
import type { Report } from './codes.ts';
import { type Ledger, ledger } from './ledger.ts';
import { placeOverrides } from './place-overrides.ts';
import { press } from './print-statements.ts';
import { printedNames } from './printed-names.ts';
import { proseOverrides } from './prose-overrides.ts';
import { reportLostSupport } from './report-lost-support.ts';

/** Findings come in the order in which figures are asked for; the caller sorts them by place. */
export function derive(release: Release, report: Report): Financials {
  const overrides = placeOverrides(release, report);
  const printing = press(release, overrides, () => facts, report);
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
function allFacts(release: Release, facts: Ledger): ReadonlyMap<FactKey, Fact> {
  const found = new Map<FactKey, Fact>();
  for (const concept of release.concepts.keys()) {
    for (const period of [...release.periods.keys(), releasePeriod]) {
      const fact = facts.fact(concept, period);
      if (fact) found.set(fact.key, fact);
    }
  }
  return found;
}
