// Turn misspelt names into the names that were meant, and into hints.
import { expect, it } from 'vitest';
import { nameHints, nearestName } from '../../src/model/nearest-name.ts';

it('finds the name that differs least', () => {
  expect(nearestName('revenue.totl', ['revenue.total', 'revenue.tolls'])).toBe('revenue.total');
  expect(nearestName('amuont', ['amount', 'account'])).toBe('amount');
  expect(nearestName('Amount', ['account', 'amount'])).toBe('amount');
});

it('finds none when nothing is near', () => {
  expect(nearestName('zebra', ['amount', 'usd'])).toBeUndefined();
  expect(nameHints('zebra', ['amount', 'usd'])).toEqual(['known here: amount, usd']);
  const many = Array.from({ length: 30 }, (_, i) => `long-name-${i}`);
  expect(nameHints('zebra', many)).toEqual([]);
});
