// Turn a release and its financials into findings: every check of figures, one after the other.

import type { Financials } from '../model/financials.ts';
import { findingOf, type Report } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { figureChecks } from './checks.ts';
import type { CheckCode, FigureCheck } from './figure-check.ts';

export function check(release: Release, financials: Financials, report: Report<CheckCode>): void {
  const run = (checks: readonly FigureCheck[]) =>
    checks.flatMap((each) => each.run(release, financials).map((details) => findingOf(each, details)));
  const errors = run(figureChecks.filter(({ severity }) => severity === 'error'));
  // Nobody is asked to confirm what rests on figures that do not hold yet.
  const questions = errors.length > 0 ? [] : run(figureChecks.filter(({ severity }) => severity !== 'error'));
  for (const finding of [...errors, ...questions]) report(finding);
}
