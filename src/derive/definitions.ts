// Turn formulas and statement trees into definitions: what each concept is computed from, where that is written, and which facts it names.

import type { Environment } from '../figures/evaluate.ts';
import type { FactName } from '../figures/fact-key.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { type Expression, expressionText } from '../model/expression.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { RowSpec, StatementSpec } from '../model/statement-spec.ts';

/** One way in which a concept is computed. */
export interface Definition {
  readonly expression: Expression;
  /** The expression as an author would write it. */
  readonly text: string;
  /** Words for findings, e.g. `the formula of cash.opening` or `the tree of balance-sheet`. */
  readonly name: string;
  /** Where the formula or the total's row stands. */
  readonly at: Span;
  /** The tree of a statement that the release does not print, or a sum of a matrix or of members, or what a concept usually is, which checks hold: it gives way to every other, and to a typed figure, and is held against none. */
  readonly unprinted?: true;
  /** What it comes to is nil where all of its parts are: a total of a matrix whose parts are dashes is a dash. */
  readonly nilOfNils?: true;
  /** What a stand-alone period is the rest of, or a year the sum of: it gives way to every formula and tree that has a value there, and is held against none. */
  readonly remainder?: true;
}

/**
 * The formula of a concept first, then its rows with parts, in order of statement; rows of statements that the release does not print only
 * where nothing else defines it. Concepts without any are left out.
 */
export function definitions(release: FigureSources): ReadonlyMap<string, readonly Definition[]> {
  const found = new Map<string, Definition[]>();
  const add = (concept: string, definition: Definition): void => {
    const known = found.get(concept);
    if (known) known.push(definition);
    else found.set(concept, [definition]);
  };
  for (const { id, formula, at } of release.concepts.values()) {
    if (formula) add(id, { expression: formula, text: expressionText(formula), name: say`the formula of ${id}`, at });
  }
  for (const statement of release.statements.values()) addTree(statement, add);
  const printed = new Set(found.keys());
  const yielding = (concept: string, definition: Definition): void => {
    if (!printed.has(concept)) add(concept, { ...definition, unprinted: true });
  };
  for (const { id, usually, at } of release.concepts.values()) {
    if (usually) yielding(id, { expression: usually, text: expressionText(usually), name: `what ${id} usually is`, at });
  }
  for (const concept of release.concepts.values()) {
    const expression = memberTotal(concept);
    if (expression)
      yielding(concept.id, {
        expression,
        text: expressionText(expression),
        name: say`the members of ${concept.id}`,
        at: concept.at,
        nilOfNils: true,
      });
  }
  for (const matrix of [...release.statements.values(), ...release.unprinted.values()]) {
    for (const { concept, sum, way, always, at } of matrix.sums ?? []) {
      if (always)
        yielding(concept, {
          expression: sum,
          text: expressionText(sum),
          name: say`the sum ${way} in ${matrix.id}`,
          at,
          nilOfNils: true,
        });
    }
  }
  for (const statement of release.unprinted.values()) {
    addTree(statement, yielding);
  }
  return found;
}

function addTree(statement: StatementSpec, add: (concept: string, definition: Definition) => void): void {
  const negated = new Set(statement.rows.flatMap((row) => (row.negate && row.concept ? [row.concept] : [])));
  for (const row of statement.rows) {
    const expression = treeTotal(row, negated);
    if (expression && row.concept)
      add(row.concept, { expression, text: expressionText(expression), name: say`the tree of ${statement.id}`, at: row.at });
  }
}

/** The sum of the same concept of the members that its own one is the total of. */
export function memberTotal({ member, at }: Concept): Expression | undefined {
  const terms = (member?.parts ?? []).map((concept): Expression => ({ kind: 'concept', concept, at }));
  return terms.reduce<Expression | undefined>((left, right) => (left ? { kind: 'binary', op: '+', left, right } : right), undefined);
}

/**
 * The signed sum that a row with parts stands for, over facts: a part that the statement prints with its sign reversed enters reversed,
 * and so does the total itself.
 */
function treeTotal(row: RowSpec, negated: ReadonlySet<string>): Expression | undefined {
  let sum: Expression | undefined;
  for (const part of row.of ?? []) {
    const subtracted = (part.weight === -1) !== (negated.has(part.concept) !== row.negate);
    const of: Expression = { kind: 'concept', concept: part.concept, at: row.at };
    if (sum) sum = { kind: 'binary', op: subtracted ? '-' : '+', left: sum, right: of };
    else sum = subtracted ? { kind: 'negate', of } : of;
  }
  return sum;
}

/** The facts that an expression names, from left to right; the left side of a long sum is deep, the others are not. */
export function* namedFacts(expression: Expression, period: string, previous: Environment['previous']): Generator<FactName> {
  const right: Expression[] = [];
  let first = expression;
  for (; first.kind === 'binary'; first = first.left) right.push(first.right);
  if (first.kind === 'concept') yield { concept: first.concept, period };
  else if (first.kind === 'at') yield { concept: first.concept, period: first.period };
  else if (first.kind === 'negate' || first.kind === 'unsplit') yield* namedFacts(first.of, period, previous);
  else if (first.kind === 'previous') {
    const before = previous(period);
    if (before !== undefined) yield* namedFacts(first.of, before, previous);
  }
  for (const each of right.reverse()) yield* namedFacts(each, period, previous);
}
