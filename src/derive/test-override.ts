// Turn an override and the exact value of today into findings (lapsed, idle, too far off), and overrides of prose into figures to print.

import type { FigureSources } from '../figures/figure-sources.ts';
import { measureFigure } from '../figures/measure-figure.ts';
import { isPercentage } from '../figures/measures.ts';
import { plainRounding, regimeOf } from '../figures/rounding.ts';
import { changeHalfUnit, decimalsOf, lastDigit } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { Override } from '../model/exceptions.ts';
import type { ProseOverride } from '../model/financials.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { DeriveFinding, Report } from './codes.ts';
import type { Ledger } from './ledger.ts';
import { overrideText } from './place-overrides.ts';

/** Lapsed when `exact` is the value that the override records neither rounded nor cut at the decimals that it records. */
export function lapsed({ exact: recorded, exactDecimals }: Override, exact: Exact): boolean {
  return !exact.round(exactDecimals).equals(recorded) && !exact.truncate(exactDecimals).equals(recorded);
}

/** Recorded no finer than it is printed, the value may change by a whole printed unit and nobody is told: all of it, or one decimal more is asked for. */
export function isCoarse({ exact: recorded, exactDecimals }: Override, exact: Exact, decimals: number): boolean {
  return exactDecimals <= decimals && !exact.equals(recorded);
}

export function coarseFinding(override: Override, exact: Exact, decimals: number): DeriveFinding {
  return {
    severity: 'error',
    code: 'derive/override-coarse',
    message: say`the override of ${overrideText(override)} records ${override.exact.toFixed(override.exactDecimals)}, no finer than the ${override.print.toFixed(decimals)} that it prints: a change of the figure would go unseen`,
    at: override.exactAt,
    hints: [
      say`record \`exact: "${exact.round(decimals + recordedMore).toFixed(decimals + recordedMore)}"\`; at least one decimal more than is printed`,
    ],
  };
}

/** Decimals beyond the printed ones that a finding proposes: a slip of one unit in figures of six digits shows in them. */
const recordedMore = 4;

export function lapsedFinding(override: Override, exact: Exact, regimePrints: string, fact: Span): DeriveFinding {
  const now = exact.toFixed(override.exactDecimals);
  return {
    severity: 'error',
    code: 'derive/override-lapsed',
    message: say`the override of ${overrideText(override)} was written for ${override.exact.toFixed(override.exactDecimals)}; the exact value is now ${now}`,
    at: override.exactAt,
    related: [{ at: fact, message: 'the figure overridden' }],
    hints: [
      say`delete the override to print ${regimePrints}`,
      say`if ${override.print} is still what must be printed, record \`exact: "${now}"\` and read \`why\` again`,
    ],
  };
}

/** Of a figure that has become undecided, or a range. */
export function openFinding(override: Override, fact: Span): DeriveFinding {
  return {
    severity: 'error',
    code: 'derive/override-lapsed',
    message: say`the override of ${overrideText(override)} was written for ${override.exact.toFixed(override.exactDecimals)}; there is no single figure now`,
    at: override.exactAt,
    related: [{ at: fact, message: 'the figure overridden' }],
    hints: ['delete the override', 'or type the figure where it is decided'],
  };
}

/** Percentages follow from two figures of the release. Whether the value printed is more than one unit of its last digit from what the figures come to; `reach` is how far their own coarseness lets it lie. */
export function isFar({ measure, print }: Override, exact: Exact, decimals: number, reach = Exact.zero): boolean {
  return isPercentage(measure) && print.sub(exact).abs().compare(lastDigit(decimals).add(reach)) > 0;
}

export function farFinding(override: Override, exact: Exact, decimals: number): DeriveFinding {
  return {
    severity: 'error',
    code: 'derive/override-far',
    message: say`the override of ${overrideText(override)} prints ${override.print.toFixed(decimals)}, and the exact value is ${override.exact.toFixed(override.exactDecimals)}: further than rounding can take it`,
    at: override.printAt,
    hints: [
      say`an override prints a neighbour of ${exact.round(decimals).toFixed(decimals)}; a figure that is wrong is corrected where it is typed`,
    ],
  };
}

export function idleFinding(override: Override, regimePrints: string): DeriveFinding {
  return {
    severity: 'error',
    code: 'derive/override-idle',
    message: say`the override of ${overrideText(override)} prints ${regimePrints}, which the rules print without it`,
    at: override.printAt,
    hints: ['delete the override'],
  };
}

/** Amounts of prose are recorded in the issuer's scale, percentages in percent, like those of statements. */
export function proseOverrides(
  overrides: readonly Override[],
  release: FigureSources,
  ledger: Ledger,
  report: Report,
): readonly ProseOverride[] {
  return overrides.flatMap((override) => {
    const concept = release.concepts.get(override.concept);
    const { period, measure } = override;
    const scale = concept?.unit === 'money' ? release.issuer.scale : (concept?.scale ?? 'one');
    const answer = concept && measureFigure({ ...override, concept, scale, decimals: decimalsOf(override.print) }, ledger.fact, release);
    if (answer?.kind !== 'figure') {
      report({
        severity: 'error',
        code: 'derive/override-unknown',
        message: say`the override of ${overrideText(override)} names a figure that cannot be computed`,
        at: override.at,
        hints: ['check its concept, period and measure; `of` names the base of a percentage, `from` the period of a change'],
      });
      return [];
    }
    const { exact, upper, undecided } = answer.figure;
    if (upper || undecided) {
      report(openFinding(override, ledger.fact(override.concept, period)?.at ?? override.at));
      return [];
    }
    const decimals = decimalsOf(override.print);
    const plain = plainRounding(exact, decimals, regimeOf({ measure, regime: release.issuer.regime }));
    if (lapsed(override, exact)) {
      report(lapsedFinding(override, exact, plain.toFixed(decimals), ledger.fact(override.concept, period)?.at ?? override.at));
      return [];
    }
    if (isCoarse(override, exact, decimals)) report(coarseFinding(override, exact, decimals));
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
