// Turn a formula's text into a tree over concepts: numbers, concept ids, + - * / and calls.
import type { Exact } from './exact.ts';
import type { Span } from './span.ts';

/**
 * - `previous(x)`: x at the period that the current one names as `previous`; undefined there makes the formula give way to a reported fact
 * - `printed(statement, x)`: the percent-of figure of x as the statement prints it, as a ratio
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'concept'; readonly concept: string; readonly at: Span }
  | { readonly kind: 'previous'; readonly of: Expression }
  | { readonly kind: 'printed'; readonly statement: string; readonly concept: string; readonly at: Span }
  | { readonly kind: 'negate'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression };
