// Turn a formula's text into an expression for tests that have no file to parse: numbers, concepts, previous(), printed(), + - * / and brackets.
import { Exact } from '../../src/model/exact.ts';
import type { Expression } from '../../src/model/expression.ts';

const at = { file: 'formula', line: 1, column: 1, length: 1 };

export function formula(text: string): Expression {
  const tokens = text.match(/[a-z][a-z0-9.-]*|\d+(?:\.\d+)?|[-+*/(),]/g) ?? [];
  let next = 0;
  const take = (): string => tokens[next++] ?? '';
  const sum = (): Expression => chain(product, ['+', '-']);
  const product = (): Expression => chain(single, ['*', '/']);
  const chain = (inner: () => Expression, operators: readonly string[]): Expression => {
    let left = inner();
    while (operators.includes(tokens[next] ?? '')) {
      const op = take() as '+' | '-' | '*' | '/';
      left = { kind: 'binary', op, left, right: inner() };
    }
    return left;
  };
  const single = (): Expression => {
    const token = take();
    if (token === '-') return { kind: 'negate', of: single() };
    if (token === '(') return closing(sum());
    if (token === 'previous' && take() === '(') return closing({ kind: 'previous', of: sum() });
    if (token === 'printed' && take() === '(') {
      const statement = take();
      take();
      return closing({ kind: 'printed', statement, concept: take(), at });
    }
    const value = Exact.parse(token);
    return value ? { kind: 'number', value } : { kind: 'concept', concept: token, at };
  };
  const closing = (inside: Expression): Expression => {
    if (take() !== ')') throw new Error(`formula: no closing bracket in ${text}`);
    return inside;
  };
  const whole = sum();
  if (next !== tokens.length) throw new Error(`formula: ${tokens[next]} left over in ${text}`);
  return whole;
}
