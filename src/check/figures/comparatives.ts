// Turn comparative figures that differ from what their own release printed, without a reason, into findings.

import { amountsOf } from '../../figures/digits.ts';
import { environmentOf, evaluate } from '../../figures/evaluate.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { beforeSplits } from '../../figures/splits.ts';
import { expressionText } from '../../model/expression.ts';
import type { Fact } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { AsReleased, Period } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { typedFigures } from './typed-figures.ts';

/** A prior period is presented as it was released, or a note says why not; a difference that the note states is recomputed. */
export const comparatives: FigureCheck = {
  code: 'check/comparative',
  severity: 'error',
  run: (release, financials) =>
    [...release.periods.values()].flatMap((period) =>
      (period.asReleased ?? []).flatMap((released) => {
        const fact = financials.facts.get(factKey(released.concept, period.id));
        if (!fact) return missing(released, period);
        const explained = released.difference && evaluate(released.difference, period.id, environmentOf(release, financials));
        const term = explained && 'term' in explained ? explained.term : undefined;
        const basis = typedFigures(term?.inputs ?? [], financials);
        return compare(released, fact, term?.value, basis, release);
      }),
    ),
};

function compare(
  released: AsReleased,
  fact: Fact,
  stated: AsReleased['value'] | undefined,
  basis: readonly Fact[],
  release: FigureSources,
): FindingDetails[] {
  const { value, text, because, difference: formula, at } = released;
  if (fact.undecided || fact.upper) {
    const now = fact.undecided ? 'undecided' : 'a range';
    const hints = ['type the figure in its period'];
    return because === undefined ? [details(say`${fact.key} was released as ${text} and is presented as ${now}`, at, fact, hints)] : [];
  }
  const { digits, unit } = amountsOf(fact.unit, release);
  // A split is no other presentation.
  const presented = beforeSplits(fact.value, fact);
  const difference = presented.sub(value);
  const was = say`${fact.key} is presented as ${digits(presented)} and was released as ${text}`;
  if (because === undefined) {
    if (difference.isZero) return [];
    const hints = ['correct the figure, or give the reason under because, with the note that tells it to the reader'];
    return [details(say`${was}, a difference of ${digits(difference)}${unit} without a reason`, at, fact, hints)];
  }
  if (difference.isZero) {
    return [
      details(say`${fact.key} is presented as it was released, ${text}, and has a reason for a difference`, at, fact, ['delete because']),
    ];
  }
  if (!formula || stated?.equals(difference)) return [];
  const explained = stated ? say`explains ${digits(stated)}` : 'has no value';
  const message = say`${was}, a difference of ${digits(difference)}${unit}; ${expressionText(formula)} ${explained}`;
  return [details(message, at, fact, ['compare both figures with the note'], basis)];
}

function missing({ concept, text, at }: AsReleased, period: Period): FindingDetails[] {
  const message = say`${factKey(concept, period.id)} was released as ${text} and has no figure`;
  return [{ message, at, hints: ['report the figure, or delete this entry'] }];
}

function details(message: string, at: Span, fact: Fact, hints: readonly string[], basis: readonly Fact[] = []): FindingDetails {
  const related = [fact, ...basis].map((each) => ({ at: each.at, message: each.key }));
  return { message, at, related, hints };
}
