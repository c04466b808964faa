// Two sequences into what is the same and what is not: sound for any two, the fewest edits where they are few, and bounded where they are many.
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences, Effort, findAnchors, type Stretch } from '../../src/compare/align-sequences.ts';
import { seeded } from '../support/seeded-random.ts';

/** Every item of both once, in order; stretches that are said to be the same are. */
function expectSound(old: readonly string[], now: readonly string[], stretches: readonly Stretch[]): void {
  let [i, j] = [0, 0];
  for (const {
    same,
    old: [oldFrom, oldTo],
    new: [newFrom, newTo],
  } of stretches) {
    expect([oldFrom, newFrom]).toEqual([i, j]);
    if (same) expect(now.slice(newFrom, newTo)).toEqual(old.slice(oldFrom, oldTo));
    [i, j] = [oldTo, newTo];
  }
  expect([i, j]).toEqual([old.length, now.length]);
}

const sameItems = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { same, old: [from, to] }) => sum + (same ? to - from : 0), 0);

const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 60 });

describe('two sequences', () => {
  it('are cut into stretches that hold every item once, with the fewest edits where they are few', () => {
    fc.assert(
      fc.property(few, few, (old, now) => {
        const stretches = alignSequences(old, now);
        expectSound(old, now, stretches);
        const least = diffArrays(old, now).reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
        expect(sameItems(stretches)).toBe(least);
      }),
    );
  });

  it('that are long and differ in every third word keep most of what they share', () => {
    const { below } = seeded(5);
    for (const kinds of [12, 500, 50_000]) {
      const old = Array.from({ length: 20_000 }, () => `w${below(kinds)}`);
      const now = old.map((word) => (below(10) < 3 ? `w${below(kinds)}` : word));
      const stretches = alignSequences(old, now);
      expectSound(old, now, stretches);
      expect(sameItems(stretches), `${kinds} kinds`).toBeGreaterThan(20_000 * (kinds === 12 ? 0.45 : 0.65));
    }
  });

  it('that have nothing in common are one gap', () => {
    const old = Array.from({ length: 5000 }, (_, index) => `old ${index}`);
    const now = Array.from({ length: 4000 }, (_, index) => `new ${index}`);
    expect(alignSequences(old, now)).toEqual([{ same: false, old: [0, 5000], new: [0, 4000] }]);
    expect(alignSequences([], [])).toEqual([]);
    expect(alignSequences([], ['a'])).toEqual([{ same: false, old: [0, 0], new: [0, 1] }]);
  });

  it('are told more coarsely when the effort is used up, never wrongly', () => {
    const { below } = seeded(6);
    const old = Array.from({ length: 3000 }, () => `w${below(900)}`);
    const now = old.map((word) => (below(10) < 3 ? `w${below(900)}` : word));
    const kept = [0, 10_000, 100_000, 400_000, 10_000_000].map((steps) => {
      const stretches = alignSequences(old, now, new Effort(steps));
      expectSound(old, now, stretches);
      return sameItems(stretches);
    });
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBeGreaterThan(1700);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });
});

describe('anchors', () => {
  it('occur once in both, and never cross', () => {
    fc.assert(
      fc.property(few, few, fc.integer({ min: 1, max: 4 }), (old, now, length) => {
        const anchors = findAnchors(old, now, length);
        anchors.forEach(([a, b], index) => {
          const [before, after] = [old.slice(a, a + length), now.slice(b, b + length)];
          expect(after).toEqual(before);
          const [i, j] = anchors[index - 1] ?? [-1, -1];
          expect(a > i && b > j).toBe(true);
        });
      }),
    );
    expect(findAnchors(['x', 'a', 'b', 'a'], ['b', 'a', 'x'], 1)).toEqual([[2, 0]]);
  });
});
