// Keys of facts, and facts as data files name them: what is put together comes apart the same.
import { describe, expect, it } from 'vitest';
import { comparedKey } from '../../src/figures/compared-fact.ts';
import { conceptOf, factKey, lookUpFact, parseFactKey, parseFactReference, periodOf, releasePeriod } from '../../src/figures/fact-key.ts';
import { smallFinancials } from '../support/merge-fixture.ts';

describe('the key of a fact', () => {
  it('comes apart into what it was made of', () => {
    expect(factKey('revenue.total', '2q02')).toBe('revenue.total@2q02');
    expect(parseFactKey('revenue.total@2q02')).toEqual({ concept: 'revenue.total', period: '2q02' });
    expect([conceptOf('a.b-c@release'), periodOf('a.b-c@release')]).toEqual(['a.b-c', releasePeriod]);
    for (const { key, concept, period } of smallFinancials.facts.values()) expect(parseFactKey(key)).toEqual({ concept, period });
  });

  it('may be written without its period', () => {
    expect(parseFactReference('revenue.total')).toEqual({ concept: 'revenue.total' });
    expect(parseFactReference('revenue.total@prior-year')).toEqual({ concept: 'revenue.total', period: 'prior-year' });
    expect(parseFactReference('revenue.total@')).toEqual({ concept: 'revenue.total', period: '' });
  });
});

describe('the fact that a figure is measured against', () => {
  const figure = { concept: 'costs', period: 'now', of: 'sales', from: 'before' };

  it('is the base of a share at the same period, or the concept itself at the period compared with', () => {
    expect(comparedKey({ ...figure, measure: 'percent-of' })).toBe('sales@now');
    expect(comparedKey({ ...figure, measure: 'change' })).toBe('costs@before');
    expect(comparedKey({ ...figure, measure: 'times' })).toBe('costs@before');
  });

  it('is none for amounts and dollars, whatever else is written', () => {
    expect(comparedKey({ ...figure, measure: 'amount' })).toBeUndefined();
    expect(comparedKey({ ...figure, measure: 'translated' })).toBeUndefined();
    expect(comparedKey({ concept: 'costs', period: 'now', measure: 'change' })).toBeUndefined();
  });
});

it('a fact of the release stands in at every period that has none of its own', () => {
  const { facts } = smallFinancials;
  expect(lookUpFact(facts, 'revenue.total', '1q01')?.key).toBe('revenue.total@1q01');
  expect(lookUpFact(facts, 'guidance.revenue', '4q00')?.key).toBe('guidance.revenue@release');
  expect(lookUpFact(facts, 'market.users', '4q00')).toBeUndefined();
});
