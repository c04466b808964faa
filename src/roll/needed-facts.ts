// Turn a release into the typed figures that it needs of each of its periods: what its statements, sentences, relations and literals follow from.
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import { runsOf, withInner } from '../model/document-texts.ts';
import type { Expression } from '../model/expression.ts';
import type { FactKey, Statement } from '../model/financials.ts';
import type { ReportedFact } from '../model/release.ts';
import type { Composed } from '../session.ts';

/** By period id: facts of its file, in the order of the file. */
export type NeededFacts = ReadonlyMap<string, readonly ReportedFact[]>;

export function neededFacts(composed: Composed): NeededFacts {
  const { release } = composed;
  const used = closureOf(rootsOf(composed), composed);
  return new Map(
    [...release.periods].map(([id, { facts }]) => [id, [...facts.values()].filter(({ concept }) => used.has(factKey(concept, id)))]),
  );
}

/** Figures that are printed, that words follow from, and that must tie. */
function* rootsOf({ release, financials, document }: Composed): Generator<FactKey> {
  for (const statement of financials.statements.values()) yield* cellsOf(statement);
  for (const statement of financials.unprinted.values()) yield* cellsOf(statement);
  for (const { fact, against } of document.figures) {
    yield fact;
    if (against !== undefined) yield against;
  }
  for (const part of document.parts)
    for (const { blocks } of part.sections)
      for (const block of blocks.flatMap(withInner))
        for (const { bound } of runsOf(block).flat()) {
          if (bound && 'fact' in bound) yield bound.fact;
          if (bound && 'against' in bound) yield bound.against;
        }
  const periods = new Set([...release.spec.periods.values()].map(({ value }) => value));
  for (const { left, right } of release.relations)
    for (const period of periods) for (const side of [left, right]) yield* factsIn(side, period, composedPrevious(release.periods));
  for (const { says } of release.literals) if (says) yield factKey(says.concept, says.period);
}

const composedPrevious =
  (periods: Composed['release']['periods']) =>
  (period: string): string | undefined =>
    periods.get(period)?.previous;

function* cellsOf({ rows }: Statement): Generator<FactKey> {
  for (const { cells } of rows) for (const cell of cells) if (cell) yield* [cell.fact, ...cell.inputs];
}

function* factsIn(expression: Expression, period: string, previous: (period: string) => string | undefined): Generator<FactKey> {
  switch (expression.kind) {
    case 'number':
      return;
    case 'concept':
    case 'printed':
      yield factKey(expression.concept, period);
      return;
    case 'at':
      yield expression.key;
      return;
    case 'negate':
      yield* factsIn(expression.of, period, previous);
      return;
    case 'previous': {
      const before = previous(period);
      if (before !== undefined) yield* factsIn(expression.of, before, previous);
      return;
    }
    case 'binary':
      yield* factsIn(expression.left, period, previous);
      yield* factsIn(expression.right, period, previous);
  }
}

/** With all that they were computed from, and that stated ones rest on. */
function closureOf(roots: Iterable<FactKey>, { release, financials }: Composed): ReadonlySet<FactKey> {
  const used = new Set<FactKey>();
  const ahead = [...roots];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (used.has(key)) continue;
    used.add(key);
    const fact = financials.facts.get(key);
    if (!fact) continue;
    ahead.push(...fact.inputs);
    for (const basis of release.periods.get(fact.period)?.facts.get(fact.concept)?.restsOn ?? []) {
      const { concept, period = fact.period } = parseFactReference(basis);
      ahead.push(factKey(concept, period));
    }
  }
  return used;
}
