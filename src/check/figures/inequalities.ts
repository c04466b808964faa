// Turn figures that are more or less than what they are by definition can be into findings, with what they are held against.

import { amountsOf } from '../../figures/digits.ts';
import { releasePeriod } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say, sayAll } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { isExcused } from '../waivers.ts';
import { type Excess, tryInequalities } from './try-inequalities.ts';
import { typedFigures } from './typed-figures.ts';

/** Diluted against basic, held against issued, an average against both ends, a part against its whole. */
export const inequalities: FigureCheck = {
  code: 'check/inequality',
  severity: 'error',
  run: (release, financials) =>
    tryInequalities(release, financials).flatMap((excess) =>
      excess.slight || isExcused(excess, release) ? [] : [describe(excess, release, financials)],
    ),
};

/** An average a little beyond both ends, which shares that were bought and given away in between may explain. */
export const averageShares: FigureCheck = {
  code: 'check/average-shares',
  severity: 'warning',
  run: (release, financials) =>
    tryInequalities(release, financials).flatMap((excess) =>
      excess.slight && !isExcused(excess, release) ? [describe(excess, release, financials)] : [],
    ),
};

function describe(excess: Excess, release: FigureSources, financials: Financials): FindingDetails {
  const { because, period, fact, others } = excess;
  const { digits } = amountsOf(fact.unit, release, release.concepts.get(fact.concept)?.scale);
  // A quotient has no last digit: some more of them than are printed are enough to compare.
  const show = (each: Fact): string => {
    const decimals = release.concepts.get(each.concept)?.decimals ?? 0;
    return each.origin === 'computed' && each.unit === 'per-share' ? digits(each.value.round(decimals + 2)) : digits(each.value);
  };
  const sign = fact.unit === 'ratio' ? '%' : '';
  const beside = others.map((other) => say`${other.key} ${show(other)}${sign}`);
  const message = say`${fact.key} is ${show(fact)}${sign}${beside.length > 0 ? say` beside ${sayAll(beside, ', ')}` : ''}: ${because}`;
  const inputs = typedFigures([fact.key, ...others.map(({ key }) => key)], financials);
  const at = fact.origin === 'computed' ? (typedFigures([fact.key], financials)[0]?.at ?? fact.at) : fact.at;
  const shown = inputs.filter((input) => input.at !== at);
  return {
    message,
    at,
    related: shown.map((input) => ({ at: input.at, message: input.key, ...(shown.length > mostShown && { folded: true as const }) })),
    hints: [
      others.length > 0 ? 'compare the figures with their sources' : 'compare the figure with its source',
      // A waiver names a period, which what the release itself states has none of.
      ...(period === releasePeriod ? [] : [say`if it is so, say why under waivers: ${waiverOf(excess)}`]),
    ],
  };
}

/** Typed figures that are shown one by one; more of them are told to programs only. */
const mostShown = 12;

function waiverOf({ name, period, difference }: Excess): string {
  return `{check: inequality, relation: ${JSON.stringify(name)}, period: ${period}, difference: "${difference.round(4)}", why: …}`;
}
