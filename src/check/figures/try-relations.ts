// Turn the issuer's relations into trials: both sides at every period that has them, and whether they are equal.

import { type Environment, environmentOf, evaluate, type Term } from '../../figures/evaluate.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { meet } from '../../figures/value-range.ts';
import { Exact } from '../../model/exact.ts';
import type { Expression } from '../../model/expression.ts';
import type { Fact, FactKey, Financials } from '../../model/financials.ts';
import type { Period, Relation } from '../../model/release.ts';
import { typedFigures } from './typed-figures.ts';

/** One relation at one period where both sides have a value. */
export interface Trial {
  /** What has to hold. */
  readonly relation: Relation;
  /** Where it was tried. */
  readonly period: Period;
  /** Value of the left side, in base units. */
  readonly left: Term;
  /** Value of the right side, in base units. */
  readonly right: Term;
  /** Typed figures at the ends of both sides. */
  readonly figures: readonly Fact[];
  /** How far left and right may lie apart, in base units, because figures are typed coarsely. */
  readonly tolerance: Exact;
  /** Left less right, in base units. */
  readonly difference: Exact;
  /** Whether the difference is within the tolerance. */
  readonly holds: boolean;
}

/** Every relation at every period, in order of the issuer's file, then period. */
export function tryRelations(release: FigureSources, financials: Financials): readonly Trial[] {
  return release.relations.flatMap((relation) =>
    [...release.periods.values()].flatMap((period) => tryRelation(relation, period, release, financials)),
  );
}

/** Nothing where a side cannot be computed (a concept without a fact at this period is not part of it), and for a period still to come: it would repeat the fault of the one before. */
export function tryRelation(relation: Relation, period: Period, release: FigureSources, financials: Financials): readonly Trial[] {
  if (![...period.facts.values()].some((fact) => fact.source === undefined)) return [];
  const environment = environmentOf(release, financials);
  const left = evaluate(relation.left, period.id, environment);
  const right = evaluate(relation.right, period.id, environment);
  if ('absent' in left || 'absent' in right) return [];
  // What is undecided is held to nothing until it is decided.
  if (left.term.undecided || right.term.undecided) return [];
  const figures = typedFigures([...left.term.inputs, ...right.term.inputs], financials);
  const difference = left.term.value.sub(right.term.value);
  if (relation.check === 'parts') {
    const [most, least] = difference.sign < 0 ? [left.term, right.term] : [right.term, left.term];
    const tolerance = most.range.high.sub(most.value).add(least.value.sub(least.range.low));
    return [
      {
        relation,
        period,
        left: left.term,
        right: right.term,
        figures,
        tolerance,
        difference,
        holds: meet(left.term.range, right.term.range),
      },
    ];
  }
  const tolerance = coarserThanFinest(figures, difference, signs(relation, period, environment));
  // A range holds where one of its values does.
  const ranged = left.term.upper !== undefined || right.term.upper !== undefined;
  const holds = ranged ? meet(left.term.range, right.term.range) : difference.abs().compare(tolerance) <= 0;
  return [{ relation, period, left: left.term, right: right.term, figures, tolerance, difference, holds }];
}

/**
 * Figures of the finest grain must tie to the last digit; only coarser ones are given what their rounding leaves open. A nil is exact and
 * says nothing of the grain. A figure that a side adds or subtracts by its name may miss the difference to one side only.
 */
function coarserThanFinest(figures: readonly Fact[], difference: Exact, signOf: ReadonlyMap<FactKey, 1 | -1>): Exact {
  const grains = figures.filter((fact) => !fact.nil).map((fact) => fact.halfUnit);
  const finest = grains.reduce((a, b) => (b.compare(a) < 0 ? b : a), grains[0] ?? Exact.zero);
  let tolerance = Exact.zero;
  for (const { key, nil, halfUnit, range, value, apart } of figures) {
    // What follows from such a total misses what follows from its parts by as much.
    if (apart) tolerance = tolerance.add(apart.abs());
    if (nil || halfUnit.compare(finest) <= 0) continue;
    const [more, less] = [range.high.sub(value), value.sub(range.low)];
    const sign = signOf.get(key);
    // What is added and may be more makes up for what the left side lacks.
    const open = sign === undefined ? (more.compare(less) > 0 ? more : less) : sign > 0 === difference.sign < 0 ? more : less;
    tolerance = tolerance.add(open);
  }
  return tolerance;
}

/** Facts that a relation names and only adds or subtracts: 1 for those that make left less right more, -1 for those that make it less. */
function signs({ left, right }: Relation, { id }: Period, { previous }: Environment): ReadonlyMap<FactKey, 1 | -1> {
  const found = new Map<FactKey, 1 | -1>();
  const visit = (expression: Expression, sign: 1 | -1, period: string): void => {
    let first = expression;
    for (; first.kind === 'binary'; first = first.left) {
      if (first.op !== '+' && first.op !== '-') return;
      visit(first.right, first.op === '+' ? sign : opposite(sign), period);
    }
    if (first.kind === 'concept') found.set(factKey(first.concept, period), sign);
    else if (first.kind === 'at') found.set(factKey(first.concept, first.period), sign);
    else if (first.kind === 'negate') visit(first.of, opposite(sign), period);
    else if (first.kind === 'unsplit') visit(first.of, sign, period);
    else if (first.kind === 'previous') {
      const before = previous(period);
      if (before !== undefined) visit(first.of, sign, before);
    }
  };
  visit(left, 1, id);
  visit(right, -1, id);
  return found;
}

const opposite = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);
