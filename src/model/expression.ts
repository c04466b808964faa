// Turn a formula into a tree over concepts (numbers, concept ids, + - * / and calls), and the tree into text with no bracket too many.
import type { Exact } from './exact.ts';
import type { Span } from './span.ts';

/**
 * - `previous(x)`: x at the period that the current one names as `previous`; undefined there makes the formula give way to a reported fact
 * - `at`: the fact of a concept at a period given by its id, whatever the period of the formula; not typed, but made of a stand-alone period
 * - `unsplit(x)`: x of figures as they were before the splits of shares that they are restated for
 * - `printed(statement, x)`: the percent-of figure of x as the statement prints it, as a ratio
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'concept'; readonly concept: string; readonly at: Span }
  | { readonly kind: 'previous'; readonly of: Expression }
  | { readonly kind: 'at'; readonly concept: string; readonly period: string; readonly key: string; readonly at: Span }
  | { readonly kind: 'printed'; readonly statement: string; readonly concept: string; readonly at: Span }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'unsplit'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression };

/** The concept that a formula names first, and where; undefined for one of numbers alone. */
export function firstConcept(expression: Expression): { readonly concept: string; readonly at: Span } | undefined {
  switch (expression.kind) {
    case 'number':
      return undefined;
    case 'concept':
    case 'at':
    case 'printed':
      return expression;
    case 'previous':
    case 'unsplit':
    case 'negate':
      return firstConcept(expression.of);
    case 'binary':
      return firstConcept(expression.left) ?? firstConcept(expression.right);
  }
}

const tightness = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** The formula as an author would write it, e.g. `revenue.total - costs.total`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.value.toString();
    case 'concept':
      return expression.concept;
    case 'at':
      return expression.key;
    case 'previous':
      return `previous(${expressionText(expression.of)})`;
    case 'unsplit':
      return `unsplit(${expressionText(expression.of)})`;
    case 'printed':
      return `printed(${expression.statement}, ${expression.concept})`;
    case 'negate':
      return `-${bracketed(expression.of, 3)}`;
    case 'binary': {
      const own = tightness[expression.op];
      const tighter = expression.op === '-' || expression.op === '/' ? own + 1 : own;
      return `${bracketed(expression.left, own)} ${expression.op} ${bracketed(expression.right, tighter)}`;
    }
  }
}

/** Brackets a sum or product that binds looser than its place asks for; a leading sign is always bracketed inside another operation's right side. */
function bracketed(expression: Expression, least: number): string {
  const text = expressionText(expression);
  if (expression.kind === 'binary') return tightness[expression.op] < least ? `(${text})` : text;
  return expression.kind === 'negate' && least > 1 ? `(${text})` : text;
}
