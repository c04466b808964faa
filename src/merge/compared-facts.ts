// Turn a call that compares into the two facts that it compares, or report why they do not compare.
import { factKey } from '../figures/fact-key.ts';
import { incomparableOf } from '../figures/told-changes.ts';
import type { Incomparable } from '../model/exceptions.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import { type Call, refuse } from './call.ts';
import { missing, readBase, readConcept, readFact } from './read-argument.ts';

/** A concept at two periods. */
export interface Compared {
  readonly concept: Concept;
  readonly now: Fact;
  readonly then: Fact;
}

/** A concept at a period, and at the one compared with, where it has a figure there. */
export interface Comparison extends Omit<Compared, 'then'> {
  readonly then?: Fact;
  /** The id of the period compared with. */
  readonly from: string;
}

export function readComparison(call: Call, option = 'from'): Comparison | undefined {
  const concept = readConcept(call);
  const now = concept && readFact(call, concept, 'period');
  const from = now && readBase(call, option);
  if (!concept || !now || from === undefined) return undefined;
  const then = call.merging.financials.facts.get(factKey(concept.id, from));
  if (now === then) return refuse(call, say`${now.key} is compared with itself`, call.options.get(option), ['name another period']);
  return { concept, now, from, ...(then && { then }) };
}

/** Both figures, of a comparison that the release does not say to mean nothing. */
export function readBoth(call: Call, option = 'from'): Compared | undefined {
  const comparison = readComparison(call, option);
  if (!comparison) return undefined;
  const { concept, now, then, from } = comparison;
  const dash = incomparableOf({ concept: concept.id, period: now.period, from }, call.merging.release);
  if (dash) return refuseIncomparable(call, comparison, dash);
  return then ? { concept, now, then } : missing(call, concept, from);
}

/** No words of movement can stand for a comparison that means nothing. */
export function refuseIncomparable(call: Call, { now, from }: Comparison, { why }: Incomparable): undefined {
  const hints = [
    'say in words why the two do not compare, with their amounts',
    ...(call.name === 'change' || call.name === 'difference' ? ['or write form="signed", which prints what tables print'] : []),
    'or take the entry out of incomparable in release.yaml, if they do',
  ];
  return refuse(call, say`${now.key} is not comparable with ${from}: ${why}`, call.options.get('from') ?? call.parameters[0], hints);
}

/** Reports a concept whose rise is neither good nor bad news. */
export function mayImprove(call: Call, concept: Concept): boolean {
  if (concept.better !== 'neutral') return true;
  const hint = say`give ${concept.id} better: higher or better: lower, or use form="noun"`;
  refuse(call, say`nothing says which direction of ${concept.id} is an improvement`, call.options.get('form'), [hint]);
  return false;
}
