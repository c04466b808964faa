// Formulas as text and as values: brackets only where they are needed, and everything that is missing named.
import { describe, expect, it } from 'vitest';
import { type Environment, evaluate } from '../../src/figures/evaluate.ts';
import { typedRange } from '../../src/figures/value-range.ts';
import { Exact } from '../../src/model/exact.ts';
import { expressionText } from '../../src/model/expression.ts';
import type { Fact } from '../../src/model/financials.ts';
import { exact, span } from '../support/build-release.ts';
import { formula } from '../support/formula.ts';

describe('expressionText', () => {
  it.each([
    'a + b - c',
    'a - (b - c)',
    'a - (b + c)',
    '(a - b) / c',
    'a / (b / c)',
    'a * b / c',
    'a / (b * c)',
    '-a + b',
    'a * (-b)',
    '-(a + b)',
    'previous(a + b) - 2.5',
    'printed(table, a) - printed(table, b)',
  ])('gives back %s', (text) => {
    expect(expressionText(formula(text))).toBe(text);
  });

  it('drops brackets that change nothing', () => {
    expect(expressionText(formula('((a + b)) + (c * d)'))).toBe('a + b + c * d');
  });
});

describe('evaluate', () => {
  const values: Readonly<Record<string, string>> = { 'a@now': '12', 'b@now': '5', 'zero@now': '0', 'a@before': '7' };
  const environment: Environment = {
    fact: (concept, period) => {
      const value = values[`${concept}@${period}`];
      if (value === undefined) return undefined;
      const fact: Fact = {
        key: `${concept}@${period}`,
        concept,
        period,
        unit: 'money',
        value: exact(value),
        nil: false,
        origin: 'reported',
        inputs: [],
        formula: '',
        halfUnit: Exact.of(1, 2),
        range: typedRange(exact(value), Exact.of(1, 2), 'round'),
        at: span('periods.yaml', 1),
      };
      return fact;
    },
    previous: (period) => (period === 'now' ? 'before' : undefined),
    printed: () => undefined,
  };

  it.each([
    ['a - b - 1', '6', '1'],
    ['a * b', '60', '8.75'],
    ['a / 4', '3', '0.125'],
    ['-(a - b)', '-7', '1'],
    ['a - previous(a)', '5', '1'],
    ['a / b', '12/5', undefined],
  ])('works out %s exactly, with the error it may carry', (text, value, halfUnit) => {
    const result = evaluate(formula(text), 'now', environment);
    if (!('term' in result)) throw new Error('no value');
    expect(result.term.value.equals(Exact.of(...(value.split('/').map(BigInt) as [bigint, bigint])))).toBe(true);
    if (halfUnit !== undefined) expect(result.term.halfUnit.toString()).toBe(halfUnit);
  });

  it('bounds a quotient by the worst of its corners', () => {
    const result = evaluate(formula('a / b'), 'now', environment);
    if (!('term' in result)) throw new Error('no value');
    const farthest = exact('12.5').div(exact('4.5')).sub(exact('2.4'));
    expect(result.term.halfUnit.compare(farthest)).toBeGreaterThanOrEqual(0);
  });

  it('names its inputs once, in order', () => {
    const result = evaluate(formula('b + a + b - previous(a)'), 'now', environment);
    expect('term' in result && result.term.inputs).toEqual(['b@now', 'a@now', 'a@before']);
  });

  it.each([
    [
      'a + x - y',
      [
        { kind: 'fact', concept: 'x', period: 'now' },
        { kind: 'fact', concept: 'y', period: 'now' },
      ],
    ],
    ['previous(previous(a))', [{ kind: 'previous', period: 'before' }]],
    ['a / (b - b)', [{ kind: 'zero', divisor: 'b - b', period: 'now' }]],
    ['printed(table, a)', [{ kind: 'printed', statement: 'table', concept: 'a', period: 'now' }]],
  ])('says all that is missing for %s', (text, absent) => {
    expect(evaluate(formula(text), 'now', environment)).toEqual({ absent });
  });
});
