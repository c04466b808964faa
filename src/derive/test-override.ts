// Turn an override and the exact value of today into a finding: lapsed when the value has changed, idle when the rules print the same.

import { isPercentage } from '../figures/measures.ts';
import { lastDigit } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { Override } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { DeriveFinding } from './codes.ts';
import { overrideText } from './place-overrides.ts';

/** Lapsed when `exact`, cut at the decimals that the override records, is not the value that it records. */
export function lapsed(override: Override, exact: Exact): boolean {
  return !exact.truncate(override.exactDecimals).equals(override.exact);
}

export function lapsedFinding(override: Override, exact: Exact, regimePrints: string, fact: Span): DeriveFinding {
  const now = exact.toFixed(override.exactDecimals);
  return {
    severity: 'error',
    code: 'derive/override-lapsed',
    message: `the override of ${overrideText(override)} was written for ${override.exact.toFixed(override.exactDecimals)}; the exact value is now ${now}`,
    at: override.exactAt,
    related: [{ at: fact, message: 'the figure overridden' }],
    hints: [
      `delete the override to print ${regimePrints}`,
      `if ${override.print} is still what must be printed, record \`exact: "${now}"\` and read \`why\` again`,
    ],
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
    message: `the override of ${overrideText(override)} prints ${override.print.toFixed(decimals)}, and the exact value is ${override.exact.toFixed(override.exactDecimals)}: further than rounding can take it`,
    at: override.printAt,
    hints: [
      `an override prints a neighbour of ${exact.round(decimals).toFixed(decimals)}; a figure that is wrong is corrected where it is typed`,
    ],
  };
}

export function idleFinding(override: Override, regimePrints: string): DeriveFinding {
  return {
    severity: 'error',
    code: 'derive/override-idle',
    message: `the override of ${overrideText(override)} prints ${regimePrints}, which the rules print without it`,
    at: override.printAt,
    hints: ['delete the override'],
  };
}
