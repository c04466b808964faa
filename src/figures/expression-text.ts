// Turn an expression back into the text of a formula, with only the brackets that it needs.
import type { Expression } from '../model/expression.ts';

const tightness = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** The formula as an author would write it, e.g. `revenue.total - costs.total`. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.value.toString();
    case 'concept':
      return expression.concept;
    case 'previous':
      return `previous(${expressionText(expression.of)})`;
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
