// Turn the issuer's relations into trials: both sides at every period that has them, and whether they are equal.

import { environmentOf, evaluate, type Term } from '../figures/evaluate.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { Exact } from '../model/exact.ts';
import type { Fact, Financials } from '../model/financials.ts';
import type { Period, Relation } from '../model/release.ts';
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
  const figures = typedFigures([...left.term.inputs, ...right.term.inputs], financials);
  const tolerance = relation.check === 'parts' ? left.term.halfUnit.add(right.term.halfUnit) : coarserThanFinest(figures);
  const difference = left.term.value.sub(right.term.value);
  const holds = difference.abs().compare(tolerance) <= 0;
  return [{ relation, period, left: left.term, right: right.term, figures, tolerance, difference, holds }];
}

/** Figures of the finest grain must tie to the last digit; only coarser ones are given half a unit each. A nil is exact and says nothing of the grain. */
function coarserThanFinest(figures: readonly Fact[]): Exact {
  const grains = figures.filter((fact) => !fact.nil).map((fact) => fact.halfUnit);
  const finest = grains.reduce((a, b) => (b.compare(a) < 0 ? b : a), grains[0] ?? Exact.zero);
  return grains.filter((grain) => grain.compare(finest) > 0).reduce((sum, grain) => sum.add(grain), Exact.zero);
}
