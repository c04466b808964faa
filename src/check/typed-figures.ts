// Turn facts into the typed figures at the ends of their formulas: what a person can correct.
import type { Fact, FactKey, Financials } from '../model/financials.ts';

/** Each typed figure once, in the order in which the formulas name them, depth first. */
export function typedFigures(keys: readonly FactKey[], financials: Financials): readonly Fact[] {
  const seen = new Set<FactKey>();
  const found: Fact[] = [];
  const walk = (key: FactKey): void => {
    if (seen.has(key)) return;
    seen.add(key);
    const fact = financials.facts.get(key);
    if (!fact) return;
    if (fact.origin === 'computed') for (const input of fact.inputs) walk(input);
    else found.push(fact);
  };
  for (const key of keys) walk(key);
  return found;
}
