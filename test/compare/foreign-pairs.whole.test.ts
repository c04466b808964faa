// Pairs of PDF files that others made: their one true change is told, in its class, and nothing else is.
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support/foreign-pdfs/foreign-pair.ts';
import { canMake, foreignPairs } from '../support/foreign-pdfs/foreign-pairs.ts';
import { needing } from '../support/tools.ts';

describe('of two PDF files that others made', () => {
  for (const pair of foreignPairs) {
    const name = pair.needs === undefined ? pair.name : needing(pair.needs, pair.name);
    it.skipIf(!canMake(pair))(name, async () => expect(await faultsOf(pair)).toEqual([]), 60_000);
  }
});
