// A session that stays open is never stale: after every edit it answers as a project that is opened afresh.
import { describe, expect, it } from 'vitest';
import { sameAsAfresh } from './support/session/same-as-afresh.ts';
import { type SubjectName, withSubject } from './support/session/subjects.ts';

const histories: readonly [SubjectName, readonly number[]][] = [
  ['mini', Array.from({ length: 18 }, (_, index) => index + 1)],
  ['furnished', [1, 2, 3]],
  ['iij', [1]],
  ['aoba', [1]],
];

describe('a session through thirty edits', () => {
  for (const [name, seeds] of histories)
    it(`of ${name} answers as one that is opened afresh`, { timeout: 300_000 }, async () => {
      let [built, found] = [0, 0];
      for (const seed of seeds) {
        const sameness = await withSubject(name, (subject) => sameAsAfresh(subject, seed, 30));
        expect(`seed ${seed}: ${sameness.difference}`).toBe(`seed ${seed}: undefined`);
        built += sameness.built;
        found += sameness.found;
      }
      // Histories in which nothing could be built, or nothing was ever found, would prove little.
      expect(built).toBeGreaterThan(10 * seeds.length);
      expect(found).toBeGreaterThan(5 * seeds.length);
    });
});
