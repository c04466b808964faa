// Turn a concept and a period into their fact: that of the period, or the one that the release itself states for every period.
import type { Fact, FactKey } from '../model/financials.ts';
import { factKey, releasePeriod } from './fact-key.ts';

/** Undefined when neither is there. */
export function lookUpFact(facts: ReadonlyMap<FactKey, Fact>, concept: string, period: string): Fact | undefined {
  return facts.get(factKey(concept, period)) ?? facts.get(factKey(concept, releasePeriod));
}
