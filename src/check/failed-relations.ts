// Turn the issuer's relations of one kind into findings: left and right at every period, and the typed figures behind both.
import type { Expression } from '../model/expression.ts';
import { expressionText } from '../model/expression-text.ts';
import type { Fact, Financials } from '../model/financials.ts';
import type { Period, Relation, Release } from '../model/release.ts';
import type { Finding } from './finding.ts';
import { likelySlips } from './likely-slips.ts';
import { amountsOf } from './show-amount.ts';
import { type Trial, tryRelation } from './try-relations.ts';

/** One kind of relation, and what it advises. */
export interface Rule {
  readonly check: Relation['check'];
  /** What to do, when the relation fails at this period. */
  readonly hint: (period: Period) => string;
}

/** Periods where a side cannot be computed are passed over: a concept without a fact there is not part of that period. */
export function failedRelations(rule: Rule, release: Release, financials: Financials): readonly Finding[] {
  return release.relations
    .filter((relation) => relation.check === rule.check)
    .flatMap((relation) => {
      const trials = [...release.periods.values()].flatMap((period) => tryRelation(relation, period, release, financials));
      const holding = trials.filter((trial) => trial.holds).map((trial) => trial.period.id);
      return trials.filter((trial) => !trial.holds).map((trial) => finding(relation, trial, holding, rule, release));
    });
}

function finding(relation: Relation, trial: Trial, holding: readonly string[], rule: Rule, release: Release): Finding {
  const { period, left, right, figures, tolerance, difference } = trial;
  const amounts = amountsOf(figures[0]?.unit ?? 'money', release);
  const sides = [
    `${sideText(relation.left, release)} ${amounts.digits(left.value)}`,
    `${sideText(relation.right, release)} ${amounts.digits(right.value)}`,
  ];
  const more = tolerance.isZero ? '' : `, more than the ${amounts.digits(tolerance)} that coarse figures explain`;
  const show = (fact: Fact) => `${fact.key} ${amountsOf(fact.unit, release).digits(fact.value)}`;
  const slips = likelySlips(difference, figures, amounts.digits);
  const first = slips[0]?.fact ?? figures.find((fact) => fact.period === period.id) ?? figures[0];
  const others = figures.filter((fact) => fact !== first);
  const sound = holding.length === 0 ? '' : `; the relation holds for ${holding.join(' and ')}`;
  return {
    diagnostic: {
      severity: 'error',
      code: `check/${rule.check}`,
      message: `${relation.name}: for ${period.id}, ${sides.join(' and ')} differ by ${amounts.digits(difference.abs())}${amounts.unit}${more}`,
      at: first?.at ?? relation.at,
      ...(first ? { label: slips.length > 0 ? `the likeliest: ${show(first)}` : `one of the figures that take part: ${show(first)}` } : {}),
      related: [...others.map((fact) => ({ at: fact.at, message: show(fact) })), { at: relation.at, message: 'the relation' }],
      hints: [`${rule.hint(period)}${sound}`, ...slips.map((slip) => slip.words)],
    },
    failure: { check: rule.check, relation: relation.name, period: period.id, difference },
  };
}

/** The English label of a concept standing alone, else the formula. */
function sideText(side: Expression, release: Release): string {
  if (side.kind !== 'concept') return expressionText(side);
  const label = release.concepts.get(side.concept)?.labels.en.value ?? side.concept;
  const text = label.replace(/<[^>]*>|\|/g, '');
  // A message is lower case, an abbreviation stays as it is.
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
