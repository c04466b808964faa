// Turn a call that compares into the two facts that it compares, or report why they do not compare.
import type { Fact } from '../model/financials.ts';
import type { Concept } from '../model/release.ts';
import { type Call, refuse } from './call.ts';
import { readCompared, readConcept, readFact } from './read-argument.ts';

/** A concept at two periods. */
export interface Compared {
  readonly concept: Concept;
  readonly now: Fact;
  readonly then: Fact;
}

export function readBoth(call: Call, option = 'from'): Compared | undefined {
  const concept = readConcept(call);
  const now = concept && readFact(call, concept, 'period');
  const then = concept && readCompared(call, concept, option);
  if (now && now === then) return refuse(call, `${now.key} is compared with itself`, call.options.get(option), ['name another period']);
  return concept && now && then ? { concept, now, then } : undefined;
}

/** Reports a concept whose rise is neither good nor bad news. */
export function mayImprove(call: Call, concept: Concept): boolean {
  if (concept.better !== 'neutral') return true;
  const hint = `give ${concept.id} better: higher or better: lower, or use form="noun"`;
  refuse(call, `nothing says which direction of ${concept.id} is an improvement`, call.options.get('form'), [hint]);
  return false;
}
