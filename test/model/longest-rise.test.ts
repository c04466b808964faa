// What keeps its order when others change place: as many as can, and each of them after the one before.
import { describe, expect, it } from 'vitest';
import { longestRise } from '../../src/model/longest-rise.ts';

describe('the longest rise', () => {
  it.each([
    [[], []],
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [[1, 0], [1]],
    [
      [3, 0, 1, 2],
      [1, 2, 3],
    ],
    [
      [1, 2, 3, 0],
      [0, 1, 2],
    ],
    [[2, 1, 0], [2]],
    [
      [4, 4, 5],
      [1, 2],
    ],
  ] as const)('of %j is at %j', (numbers, indexes) => {
    expect(longestRise(numbers)).toEqual(indexes);
  });

  it('is found quickly in a long sequence', () => {
    const numbers = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 200_003);
    const found = longestRise(numbers).map((index) => numbers[index] ?? 0);
    expect(found.length).toBeGreaterThan(200);
    expect(found.every((number, index) => index === 0 || number > (found[index - 1] ?? 0))).toBe(true);
  });
});
