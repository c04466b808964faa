// Turn a formula into the facts that it names at a period, so that they can be worked out before it.
import type { Environment } from '../figures/evaluate.ts';
import type { FactName } from '../figures/fact-key.ts';
import type { Expression } from '../model/expression.ts';

/** The facts that an expression names, from left to right; the left side of a long sum is deep, the others are not. */
export function* namedFacts(expression: Expression, period: string, previous: Environment['previous']): Generator<FactName> {
  const right: Expression[] = [];
  let first = expression;
  for (; first.kind === 'binary'; first = first.left) right.push(first.right);
  if (first.kind === 'concept') yield { concept: first.concept, period };
  else if (first.kind === 'negate') yield* namedFacts(first.of, period, previous);
  else if (first.kind === 'previous') {
    const before = previous(period);
    if (before !== undefined) yield* namedFacts(first.of, before, previous);
  }
  for (const each of right.reverse()) yield* namedFacts(each, period, previous);
}
