// Turn formulas into trees: precedence, hyphens in names, calls, and faults at the right letter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/model/expression.ts';
import { parseFormula } from '../../src/validate/parse-formula.ts';

const parse = (text: string) => parseFormula(text, (offset, length) => ({ file: 'f', line: 1, column: offset + 1, length }));

/** The tree with every operation in brackets; names carry their column. */
function shown(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.value.toString();
    case 'concept':
    case 'at':
      return `${expression.concept}:${expression.at.column}`;
    case 'previous':
      return `previous(${shown(expression.of)})`;
    case 'unsplit':
      return `unsplit(${shown(expression.of)})`;
    case 'printed':
      return `printed(${expression.statement}, ${expression.concept}:${expression.at.column})`;
    case 'negate':
      return `-${shown(expression.of)}`;
    default:
      return `(${shown(expression.left)} ${expression.op} ${shown(expression.right)})`;
  }
}

const read = (text: string) => {
  const result = parse(text);
  return 'fault' in result ? `${result.fault.offset}+${result.fault.length} ${result.fault.message}` : shown(result.expression);
};

describe('parseFormula', () => {
  it.each([
    ['a + b * c', '(a:1 + (b:5 * c:9))'],
    ['a - b - c', '((a:1 - b:5) - c:9)'],
    ['a / b / c', '((a:1 / b:5) / c:9)'],
    ['(a + b) * c', '((a:2 + b:6) * c:11)'],
    ['-a * b', '(-a:2 * b:6)'],
    ['a - -b', '(a:1 - -b:6)'],
    ['loss.net / shares.average', '(loss.net:1 / shares.average:12)'],
    ['co-op.net-loss - co', '(co-op.net-loss:1 - co:18)'],
    ['a -b', '(a:1 - b:4)'],
    ['a- b', '(a:1 - b:4)'],
    ['previous(cash.closing) + 1,000.5', '(previous(cash.closing:10) + 1000.5)'],
    ['previous(a + b)', 'previous((a:10 + b:14))'],
    ['100% - printed(operations, costs.total)', '(1 - printed(operations, costs.total:28))'],
    ['11.5%', '0.115'],
    ['  a\n+ b ', '(a:3 + b:7)'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', '0+1 the formula ends where a concept, a number or ( is wanted'],
    ['a +', '3+1 the formula ends where a concept, a number or ( is wanted'],
    ['a b', '2+1 b stands where +, -, *, / or the end is wanted'],
    ['a + * b', '4+1 * stands where a concept, a number or ( is wanted'],
    ['(a', '2+1 the formula ends where ) is wanted'],
    ['a)', '1+1 ) stands where +, -, *, / or the end is wanted'],
    ['max(a)', '0+3 max stands where a function is wanted'],
    ['printed(a)', '9+1 ) stands where , is wanted'],
    ['printed(1, a)', '8+1 1 stands where a statement is wanted'],
    ['a ＋ b', '2+1 ＋ stands where +, -, *, / or the end is wanted'],
    ['Revenue', '0+1 R stands where a concept, a number or ( is wanted'],
    ['a; b', '1+1 ; stands where +, -, *, / or the end is wanted'],
  ])('refuses %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('names the concepts and statements that it uses, in order', () => {
    const result = parse('previous(a) + printed(s, b)');
    expect('names' in result && result.names.map(({ kind, name, offset }) => `${kind} ${name} ${offset}`)).toEqual([
      'concept a 9',
      'statement s 22',
      'concept b 25',
    ]);
  });

  it('refuses what nests without end, without falling over', () => {
    expect(read('('.repeat(100_000))).toMatch(/a shorter formula is wanted$/);
  });

  it('reads back every tree that it shows', () => {
    const leaf = fc.constantFrom('a', 'b-c', 'd.e-f', '7', '2.5');
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.tuple(tie('node'), fc.constantFrom('+', '-', '*', '/'), tie('node')).map(([left, op, right]) => `(${left} ${op} ${right})`),
        tie('node').map((inner) => `previous(${inner})`),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (text) => {
        expect(read(text).replace(/:\d+/g, '')).toBe(text);
      }),
    );
  });
});
