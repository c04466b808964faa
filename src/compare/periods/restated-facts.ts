// Turn two releases into the figures of one period that both print and that are not the same amount: what was restated.
import type { BuildRecord } from '../../model/build-record.ts';
import type { FactKey } from '../../model/financials.ts';
import type { RestatedFact } from '../../model/release-comparison.ts';

/** In the order of the later release; with how many amounts both print. */
export function restatedFacts(
  old: BuildRecord,
  now: BuildRecord,
): { readonly restated: readonly RestatedFact[]; readonly printedInBoth: number } {
  const before = new Map(old.figures.facts.map(({ fact, value }) => [fact, value]));
  const [was, is] = [printedFacts(old), printedFacts(now)];
  const both = now.figures.facts.filter(({ fact }) => was.has(fact) && is.has(fact));
  const restated = both.flatMap(({ fact, value }) => {
    const earlier = before.get(fact);
    return earlier === undefined || earlier === value ? [] : [{ fact, before: earlier, after: value }];
  });
  return { restated, printedInBoth: both.length };
}

function printedFacts({ figures }: BuildRecord): ReadonlySet<FactKey> {
  return new Set(figures.figures.flatMap(({ fact, measure }) => (measure === 'amount' ? [fact] : [])));
}
