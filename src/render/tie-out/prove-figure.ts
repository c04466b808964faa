// Turn a figure and its facts into a verdict: whether its exact value follows from them, worked out anew.

import { environmentOf, evaluate } from '../../figures/evaluate.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';

const hundred = Exact.of(100);

/** `base` is the other fact of a percentage or a comparison. Signs may be turned by the row or the sentence, units by a power of ten. */
export function provesMeasure({ exact, measure }: Figure, fact: Fact, base: Fact | undefined, release: Release): boolean {
  const rate = release.spec.rate?.value;
  switch (measure) {
    case 'amount':
      return scaled(fact.value, exact);
    case 'translated':
      return rate !== undefined && !rate.isZero && scaled(fact.value.div(rate), exact);
    case 'percent-of':
      return base !== undefined && !base.value.isZero && fact.value.div(base.value).mul(hundred).abs().equals(exact.abs());
    case 'change':
      // From nothing there is no change: words stand there, and no value.
      if (base?.value.isZero) return exact.isZero;
      return base !== undefined && fact.value.sub(base.value).div(base.value).mul(hundred).equals(exact);
    case 'difference':
      return base !== undefined && scaled(fact.value.sub(base.value), exact);
    case 'times':
      return base !== undefined && !base.value.isZero && fact.value.div(base.value).equals(exact);
  }
}

/** Whether two values differ by a power of ten at most, signs left aside. */
function scaled(value: Exact, exact: Exact): boolean {
  if (value.isZero || exact.isZero) return value.isZero && exact.isZero;
  const { n, d } = value.div(exact).abs();
  return /^10*$/.test(n.toString()) && /^10*$/.test(d.toString());
}

/** Whether a computed fact is what its formula, or every total of that name, comes to. */
export function provesFact(fact: Fact, release: Release, financials: Financials): boolean {
  const formula = release.concepts.get(fact.concept)?.formula;
  const result = formula && evaluate(formula, fact.period, environmentOf(release, financials));
  const sums = (among: Release['statements']) => [...among.values()].flatMap((statement) => treeSums(statement, fact, financials));
  const values = [...(result && 'term' in result ? [result.term.value] : []), ...sums(release.statements)];
  // A total that only a statement of other releases defines is computed by the first that has all its parts.
  const proving = values.length > 0 ? values : sums(release.unprinted).slice(0, 1);
  return proving.length > 0 && proving.every((value) => value.equals(fact.value));
}

/** The sums that a statement's rows make of this fact's parts, over facts: a row that prints its fact turned enters turned. */
function treeSums({ rows }: StatementSpec, fact: Fact, financials: Financials): readonly Exact[] {
  return rows
    .filter((row) => row.concept === fact.concept && (row.of ?? []).length > 0)
    .flatMap((row) => {
      let sum = Exact.zero;
      for (const { concept, weight } of row.of ?? []) {
        const part = financials.facts.get(factKey(concept, fact.period));
        if (!part) return [];
        const turned = rows.find((each) => each.concept === concept)?.negate ?? false;
        sum = (weight === -1) === turned ? sum.add(part.value) : sum.sub(part.value);
      }
      return [row.negate ? sum.neg() : sum];
    });
}
