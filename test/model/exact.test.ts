// Exact numbers as text: what is written is read back, and nothing else is read.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Exact } from '../../src/model/exact.ts';

it('an exact number written is read back, however long', () => {
  fc.assert(
    fc.property(fc.bigInt({ max: 10n ** 200n, min: -(10n ** 200n) }), fc.bigInt({ min: 1n, max: 10n ** 100n }), (n, d) => {
      const value = Exact.of(n, d);
      expect(Exact.read(value.toString())?.equals(value)).toBe(true);
    }),
  );
  expect(Exact.read('-0.25')?.toString()).toBe('-0.25');
  expect(Exact.read('-1/3')?.toString()).toBe('-1/3');
  expect(Exact.read(Exact.of(1n, 2n ** 300n).toString())?.d).toBe(2n ** 300n);
});

it.each(['', '1/0', '1/-3', '1.5/2', '--1', '+1', '1,000', '1.', '.5', '1e3', ' 1', '1'.repeat(1001)])('%j is no exact number', (text) => {
  expect(Exact.read(text)).toBeUndefined();
});
