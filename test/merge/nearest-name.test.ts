import { expect, it } from 'vitest';
import { nameHint, nearestName } from '../../src/merge/nearest-name.ts';

it('finds the name that differs least', () => {
  expect(nearestName('revenue.totl', ['revenue.total', 'revenue.tolls'])).toBe('revenue.total');
  expect(nearestName('amuont', ['amount', 'account'])).toBe('amount');
});

it('finds none when nothing is near', () => {
  expect(nearestName('zebra', ['amount', 'usd'])).toBeUndefined();
  expect(nameHint('zebra', ['amount', 'usd'])).toEqual(['known: amount, usd']);
  expect(
    nameHint(
      'zebra',
      Array.from({ length: 30 }, (_, i) => `long-name-${i}`),
    ),
  ).toEqual([]);
});
