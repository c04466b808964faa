// What is an edit of the data, and what only comes with a row, a column or a table.
import { describe, expect, it } from 'vitest';
import { compareData } from '../../src/compare/compare-data.ts';
import { indexRecord } from '../../src/compare/version.ts';
import type { FactRecord, FigureRecord, GivenRecord } from '../../src/model/build-record.ts';

const at = { file: 'data/mini/x.yaml', line: 1, column: 1 };

const figure = (statement: string, row: number, column: string, concept: string): FigureRecord => ({
  id: 0,
  fact: `${concept}@h1`,
  measure: 'amount',
  exact: '1',
  printed: '1',
  treatment: 'plain',
  text: '1',
  lang: 'en',
  place: { kind: 'cell', statement, row, column },
  at,
  places: [],
});
const given = (name: string, value: string): GivenRecord => ({ given: name, value, at });
const sum = (formula: string, value = '6'): FactRecord => ({
  fact: 'total@h1',
  unit: 'money',
  value,
  origin: 'computed',
  formula,
  inputs: ['a@h1', 'b@h1', 'c@h1'],
  at,
});

interface Side {
  readonly givens?: readonly GivenRecord[];
  readonly facts?: readonly FactRecord[];
  readonly figures?: readonly FigureRecord[];
}

const record = ({ givens = [], facts = [], figures = [] }: Side) =>
  indexRecord({ figures: { format: 1, givens, overrides: [], facts, figures }, document: { format: 1, texts: [], pages: [] } });
const ordered = (old: Side, now: Side) => compareData(record(old), record(now)).map(({ subject }) => subject);

const sales = [figure('sales', 0, 'now', 'a'), figure('sales', 1, 'now', 'b')];
const rules = [given('scale.sales', 'million'), given('column.sales.now', '0 decimals, foot'), given('row.sales.b', 'negated')];

describe('an edit of the data', () => {
  it.each([
    ['the scale of a table', [given('scale.sales', 'thousand'), ...rules.slice(1)], ['scale.sales']],
    ['the decimals of a column', rules.with(1, given('column.sales.now', '1 decimals, foot')), ['column.sales.now']],
    ['the rule of a row that stays', rules.slice(0, 2), ['row.sales.b']],
    ['another given', [...rules, given('rate', '120')], ['rate']],
    ['nothing', rules, []],
  ])('is told: %s', (_, givens, subjects) => {
    expect(ordered({ givens: rules, figures: sales }, { givens, figures: sales })).toEqual(subjects);
    expect(ordered({ givens, figures: sales }, { givens: rules, figures: sales })).toEqual(subjects);
  });

  it('is told of a cell with a rule of its own, where rows are periods', () => {
    const figures = [figure('ratios', 1, 'equity', 'a')];
    const [one, other] = ['1 decimals, round', '0 decimals, round'].map((value) => [given('column.ratios.2.equity', value)]);
    expect(ordered({ givens: one ?? [], figures }, { givens: other ?? [], figures })).toEqual(['column.ratios.2.equity']);
  });

  it.each([
    ['a table', []],
    ['a row', sales.slice(0, 1)],
    ['a column', sales.map((each) => ({ ...each, place: { ...each.place, column: 'then' } as FigureRecord['place'] }))],
  ])('is none where %s comes or goes', (what, figures) => {
    const kept = rules.filter(({ given: name }) =>
      what === 'a row' ? !name.startsWith('row') : what === 'a column' && !name.startsWith('column'),
    );
    expect(ordered({ givens: rules, figures: sales }, { givens: kept, figures })).toEqual([]);
    expect(ordered({ givens: kept, figures }, { givens: rules, figures: sales })).toEqual([]);
  });

  it.each([
    ['a + b + c', 'c + a + b', []],
    ['a - b + c', 'c + a - b', []],
    ['a + b', 'a + b + c', ['total@h1']],
    ['a - b + c', 'b - a + c', ['total@h1']],
    ['a / b + c', 'c + a / b', ['total@h1']],
    ['a + b + b', 'a + a + b', ['total@h1']],
  ])('is no sum in another order: %s, %s', (before, after, subjects) => {
    expect(ordered({ facts: [sum(before)] }, { facts: [sum(after)] })).toEqual(subjects);
  });
});
