// Turn facts into the typed figures at the ends of their formulas: what a person can correct.
import type { Fact, FactKey, Financials } from '../../model/financials.ts';

/** Each typed figure once, in the order in which the formulas name them, depth first. */
export function typedFigures(keys: readonly FactKey[], financials: Financials): readonly Fact[] {
  const seen = new Set<FactKey>();
  const found: Fact[] = [];
  const ahead = [...keys].reverse();
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const fact = financials.facts.get(key);
    if (!fact) continue;
    if (fact.origin === 'computed') for (const input of [...fact.inputs].reverse()) ahead.push(input);
    else found.push(fact);
  }
  return found;
}
