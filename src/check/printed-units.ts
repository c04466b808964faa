// Turn a fact into the units that it is typed and printed in: percent for ratios, the concept's scale for the rest.
import { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept } from '../model/release.ts';
import { scales } from '../model/unit.ts';

const hundred = Exact.of(100);

export function inPrintedUnits(fact: Fact, concept: Concept): Exact {
  return fact.unit === 'ratio' ? fact.value.mul(hundred) : fact.value.div(Exact.of(10n ** BigInt(scales[concept.scale])));
}
