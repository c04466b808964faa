// Turn stated facts that rest on facts which are not there into findings.
import { factKey, parseFactReference, releasePeriod } from '../figures/fact-key.ts';
import type { Release, ReportedFact } from '../model/release.ts';
import type { Report } from './codes.ts';
import type { Ledger } from './ledger.ts';

/** `rests-on` names a concept of the stated fact's own period (for the release's own: of the current period), or `concept@period`. */
export function reportLostSupport(release: Release, ledger: Ledger, report: Report): void {
  const current = release.spec.periods.get('current')?.value ?? releasePeriod;
  const test = (stated: ReportedFact, period: string): void => {
    for (const name of stated.restsOn ?? []) {
      const { concept, period: named = period } = parseFactReference(name);
      const at = release.spec.periods.get(named)?.value ?? named;
      if (ledger.fact(concept, at)) continue;
      report({
        severity: 'error',
        code: 'derive/missing-fact',
        message: `${stated.concept} rests on ${factKey(concept, at)}, which is no figure of this release`,
        at: stated.at,
        hints: ['name a concept and period that have a figure, or drop it from `rests-on`'],
      });
    }
  };
  for (const period of release.periods.values()) for (const fact of period.facts.values()) test(fact, period.id);
  for (const fact of release.spec.stated.values()) test(fact, current);
}
