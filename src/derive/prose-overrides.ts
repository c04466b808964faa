// Turn overrides of figures that only the prose prints into those that still stand; lapsed and idle ones are findings.

import { measureFigure } from '../figures/measure-figure.ts';
import { Exact } from '../model/exact.ts';
import type { Override, Release } from '../model/release.ts';
import type { Report } from './codes.ts';
import type { Ledger } from './ledger.ts';
import { overrideText } from './place-overrides.ts';
import { farFinding, idleFinding, isFar, lapsed, lapsedFinding } from './test-override.ts';

/** Amounts of prose are recorded in the issuer's scale, percentages in percent, like those of statements. */
export function proseOverrides(overrides: readonly Override[], release: Release, ledger: Ledger, report: Report): readonly Override[] {
  return overrides.filter((override) => {
    const concept = release.concepts.get(override.concept);
    const { period, measure, of, from } = override;
    const answer =
      concept &&
      measureFigure(
        {
          concept,
          period,
          measure,
          scale: concept.unit === 'money' ? release.issuer.scale : concept.scale,
          ...(of === undefined ? {} : { of }),
          ...(from === undefined ? {} : { from }),
        },
        ledger.fact,
        release,
      );
    if (answer?.kind !== 'figure') {
      report({
        severity: 'error',
        code: 'derive/override-unknown',
        message: `the override of ${overrideText(override)} names a figure that cannot be computed`,
        at: override.at,
        hints: ['check its concept, period and measure; `of` names the base of a percentage, `from` the period of a change'],
      });
      return false;
    }
    const { exact } = answer.figure;
    const decimals = decimalsOf(override.print);
    const plain = exact.round(decimals);
    if (lapsed(override, exact)) {
      report(lapsedFinding(override, exact, plain.toFixed(decimals), ledger.fact(override.concept, period)?.at ?? override.at));
      return false;
    }
    if (isFar(override, exact, decimals, coarseness(override, ledger))) report(farFinding(override, exact, decimals));
    if (plain.equals(override.print)) report(idleFinding(override, plain.toFixed(decimals)));
    return true;
  });
}

/** How far a change may lie from what the typed figures give because each of the two is known to half a unit only, in percent. */
function coarseness({ concept, period, measure, from }: Override, ledger: Ledger): Exact {
  const now = ledger.fact(concept, period);
  const then = measure === 'change' && from !== undefined ? ledger.fact(concept, from) : undefined;
  if (!now || !then || then.value.isZero) return Exact.zero;
  const base = then.value.abs();
  const ofBase = now.value.abs().mul(then.halfUnit).div(base);
  return now.halfUnit.add(ofBase).div(base).mul(Exact.of(100));
}

/** Decimals that a value needs to be written; printed values always terminate. */
function decimalsOf(value: Exact): number {
  let decimals = 0;
  for (let scaled = value; !scaled.round().equals(scaled); scaled = scaled.mul(Exact.of(10))) decimals++;
  return decimals;
}
