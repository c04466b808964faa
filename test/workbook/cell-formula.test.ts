// Formulas of printed cells: totals of what is printed, shares, changes, other currencies, and what a column was moved by.
import { describe, expect, it } from 'vitest';
import { Exact } from '../../src/model/exact.ts';
import type { Cell, StatementRow } from '../../src/model/financials.ts';
import type { Release } from '../../src/model/release.ts';
import type { Measure, Regime } from '../../src/model/statement-spec.ts';
import { cellFormula } from '../../src/workbook/export/cell-formula.ts';

const at = { file: 'x', line: 1, column: 1, length: 1 };
const of = (text: string) => Exact.read(text) ?? Exact.zero;

/** A cell of concept `a` at `now`, against `b` or `then`. */
function formula(
  measure: Measure,
  exact: string,
  printed: string,
  more: { regime?: Regime; decimals?: number; negate?: boolean; against?: string; scale?: 'thousand' | 'million' } = {},
) {
  const { regime = 'round', decimals = 0, negate = false, against, scale = 'thousand' } = more;
  const value = of(exact);
  const cell: Cell = {
    fact: 'a@now',
    concept: 'a',
    measure,
    column: { id: 'c', period: 'now', measure, decimals, regime, at },
    inputs: against === undefined ? ['a@now'] : ['a@now', against],
    exact: value,
    plain: regime === 'truncate' && measure !== 'change' ? value.truncate(decimals) : value.round(decimals),
    printed: of(printed),
    decimals,
    treatment: 'plain',
    nil: false,
    scale,
    at,
  };
  const row = { spec: { negate, concept: 'a' }, cells: [] } as unknown as StatementRow;
  const concept = { id: 'a', unit: 'money', scale: 'thousand', decimals: 0 };
  const release = {
    concepts: new Map([
      ['a', concept],
      ['b', { ...concept, id: 'b' }],
    ]),
    periods: new Map([['now', { facts: new Map([['a', {}]]) }]]),
  } as unknown as Release;
  const cells: Readonly<Record<string, string>> = { 'a@now': 'facts!E5', 'a@then': 'facts!F5', 'b@now': 'facts!E6' };
  return cellFormula(cell, row, { release, fact: (key) => cells[key], rate: 'facts!$E$9', beside: () => undefined });
}

describe('the formula of a cell', () => {
  it('is none where a figure stands as it is typed', () => {
    expect(formula('amount', '1234', '1234')).toBeUndefined();
  });

  it('rounds or cuts an amount in another scale', () => {
    expect(formula('amount', '1234.567', '1235', { scale: 'million' })).toBe('ROUND(facts!E5/1000,0)');
    expect(formula('amount', '1234.567', '1234', { scale: 'million', regime: 'truncate' })).toBe('TRUNC(facts!E5/1000,0)');
    expect(formula('amount', '-1234', '-1234', { negate: true })).toBe('ROUND(-facts!E5,0)');
  });

  it('is a share, a change, an amount in another currency', () => {
    expect(formula('percent-of', '33.61', '33.6', { decimals: 1, against: 'b@now' })).toBe('ROUND(facts!E5/facts!E6*100,1)');
    expect(formula('percent-of', '100', '100', { decimals: 1 })).toBe('ROUND(facts!E5/facts!E5*100,1)');
    expect(formula('change', '10.9123', '10.9', { decimals: 1, against: 'a@then', regime: 'truncate' })).toBe(
      'ROUND((facts!E5-facts!F5)/facts!F5*100,1)',
    );
    expect(formula('translated', '86.81', '87')).toBe('ROUND(facts!E5/facts!$E$9,0)');
  });

  it('tells what a column was moved by so that it adds up', () => {
    expect(formula('translated', '86.41', '87', { regime: 'foot' })).toBe('ROUND(facts!E5/facts!$E$9,0)+1');
    expect(formula('percent-of', '33.61', '33.5', { decimals: 1, against: 'b@now', regime: 'foot' })).toBe(
      'ROUND(ROUND(facts!E5/facts!E6*100,1)-0.1,1)',
    );
  });

  it('makes a decimal of a binary fraction where it could be rounded otherwise', () => {
    expect(formula('percent-of', '14.5', '15', { against: 'b@now' })).toBe('ROUND(ROUND(facts!E5/facts!E6*100,9),0)');
    expect(formula('percent-of', '-14.5', '-15', { against: 'b@now' })).toBe('ROUND(ROUND(facts!E5/facts!E6*100,9),0)');
    expect(formula('percent-of', '29', '29', { against: 'b@now', regime: 'truncate' })).toBe('TRUNC(ROUND(facts!E5/facts!E6*100,9),0)');
    expect(formula('percent-of', '29', '29', { against: 'b@now' })).toBe('ROUND(facts!E5/facts!E6*100,0)');
  });
});
