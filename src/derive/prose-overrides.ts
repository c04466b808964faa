// Turn overrides of figures that only the prose prints into those that still stand; lapsed and idle ones are findings.

import { measureFigure } from '../figures/measure-figure.ts';
import { plainRounding, regimeOf } from '../figures/rounding.ts';
import { changeHalfUnit, decimalsOf } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { ProseOverride } from '../model/financials.ts';
import type { Override, Release } from '../model/release.ts';
import type { Report } from './codes.ts';
import type { Ledger } from './ledger.ts';
import { overrideText } from './place-overrides.ts';
import { farFinding, idleFinding, isFar, lapsed, lapsedFinding } from './test-override.ts';

/** Amounts of prose are recorded in the issuer's scale, percentages in percent, like those of statements. */
export function proseOverrides(overrides: readonly Override[], release: Release, ledger: Ledger, report: Report): readonly ProseOverride[] {
  return overrides.flatMap((override) => {
    const concept = release.concepts.get(override.concept);
    const { period, measure } = override;
    const scale = concept?.unit === 'money' ? release.issuer.scale : (concept?.scale ?? 'one');
    const answer = concept && measureFigure({ ...override, concept, scale }, ledger.fact, release);
    if (answer?.kind !== 'figure') {
      report({
        severity: 'error',
        code: 'derive/override-unknown',
        message: `the override of ${overrideText(override)} names a figure that cannot be computed`,
        at: override.at,
        hints: ['check its concept, period and measure; `of` names the base of a percentage, `from` the period of a change'],
      });
      return [];
    }
    const { exact } = answer.figure;
    const decimals = decimalsOf(override.print);
    const plain = plainRounding(exact, decimals, regimeOf({ measure, regime: release.issuer.regime }));
    if (lapsed(override, exact)) {
      report(lapsedFinding(override, exact, plain.toFixed(decimals), ledger.fact(override.concept, period)?.at ?? override.at));
      return [];
    }
    if (isFar(override, exact, decimals, coarseness(override, ledger))) report(farFinding(override, exact, decimals));
    if (plain.equals(override.print)) report(idleFinding(override, plain.toFixed(decimals)));
    return [{ ...override, plain, decimals, scale }];
  });
}

/** How far the exact value may lie from the one meant because the figures compared are typed coarsely, in percent. */
function coarseness({ concept, period, measure, from }: Override, ledger: Ledger): Exact {
  const now = ledger.fact(concept, period);
  const then = measure === 'change' && from !== undefined ? ledger.fact(concept, from) : undefined;
  return now && then ? changeHalfUnit(now, then) : Exact.zero;
}
