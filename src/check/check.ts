// Turn a release and its financials into findings: every check that there is, in one list, then the waivers.
import type { Report } from '../model/diagnostic.ts';
import type { Financials } from '../model/financials.ts';
import type { Release } from '../model/release.ts';
import { balance } from './balance.ts';
import { cashRoll } from './cash-roll.ts';
import { comparatives } from './comparatives.ts';
import { controls } from './controls.ts';
import { equityRoll } from './equity-roll.ts';
import { explainedDifference } from './explained-difference.ts';
import type { Check } from './finding.ts';
import { footing } from './footing.ts';
import { parts } from './parts.ts';
import { perShare } from './per-share.ts';
import { previousPeriod } from './previous-period.ts';
import { staleStatements } from './stale-statements.ts';
import { tiedFigures } from './tied-figures.ts';
import { translation } from './translation.ts';
import { waive } from './waive.ts';

/** All checks. A new one is a file in this folder and a line here. */
const checks: readonly Check[] = [
  balance,
  cashRoll,
  previousPeriod,
  equityRoll,
  explainedDifference,
  parts,
  controls,
  footing,
  tiedFigures,
  comparatives,
  translation,
  perShare,
];

export function check(release: Release, financials: Financials, report: Report): void {
  const findings = checks.flatMap((each) => each(release, financials));
  const faults = waive(findings, release);
  // Nobody is asked to confirm what rests on figures that do not hold yet.
  const questions = faults.some(({ severity }) => severity === 'error') ? [] : staleStatements(release, financials);
  for (const diagnostic of [...faults, ...questions.map((finding) => finding.diagnostic)]) report(diagnostic);
}
