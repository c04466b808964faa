// Turn typed figures that are not what the dictionary computes them as from the other figures of the release into findings.

import { grouped } from '../../figures/digits.ts';
import { environmentOf, evaluate, type Term } from '../../figures/evaluate.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { difference } from '../../figures/measures.ts';
import { inPrintedUnits, typedDecimals } from '../../figures/scale.ts';
import { meet } from '../../figures/value-range.ts';
import { type Expression, expressionText } from '../../model/expression.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Concept, Period, ReportedFact } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** A ratio may stand as it was published; where the amounts behind it are there it is what they come to, as far as their rounding leaves open. */
export const usualFigures: FigureCheck = {
  code: 'check/usual-figure',
  severity: 'error',
  run: (release, financials) =>
    [...release.concepts.values()].flatMap((concept) =>
      concept.usually === undefined
        ? []
        : [...release.periods.values()].flatMap((period) => test(concept, concept.usually as Expression, period, release, financials)),
    ),
};

function test(concept: Concept, usually: Expression, period: Period, release: FigureSources, financials: Financials): FindingDetails[] {
  const typed = period.facts.get(concept.id);
  const fact = financials.facts.get(factKey(concept.id, period.id));
  // A dash says that there is none, and nothing can be worked out of what is undecided or a range.
  if (!typed || !fact || typed.nil || typed.undecided || typed.upper) return [];
  const result = evaluate(usually, period.id, environmentOf(release, financials));
  if ('absent' in result || result.term.undecided || result.term.upper || meet(fact.range, result.term.range)) return [];
  return [finding(concept, usually, typed, fact, result.term, financials)];
}

function finding(
  concept: Concept,
  usually: Expression,
  typed: ReportedFact,
  { key, value }: Fact,
  term: Term,
  { facts }: Financials,
): FindingDetails {
  const decimals = typedDecimals(typed.text);
  const [was, is] = [value, term.value].map((each) => inPrintedUnits(each, concept.unit, concept.scale).round(decimals)) as [
    typeof value,
    typeof value,
  ];
  const unit = concept.unit === 'ratio' ? '%' : '';
  return {
    message: say`${key} is typed as ${typed.text} and comes to ${grouped(is)}${unit}, as ${expressionText(usually)}, a difference of ${grouped(difference(is, was))}`,
    at: typed.at,
    related: term.inputs.flatMap((input) => facts.get(input) ?? []).map((input) => ({ at: input.at, message: input.key })),
    hints: [
      'compare the figure with its source, then those that it is computed from; without it the computed one is printed',
      say`or, where the issuer computes it otherwise, give ${concept.id} a formula in concepts.yaml`,
    ],
  };
}
