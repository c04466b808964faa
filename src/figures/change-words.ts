// Turn a change between two figures into the words that an issuer prints instead of it, where its policy says so.
import type { Exact } from '../model/exact.ts';
import type { ChangePolicy } from '../model/release.ts';

/** Undefined where the change is printed as a number: `change` in percent, from `base` to `current`. */
export function changeWords(change: Exact, current: Exact, base: Exact, { policy, beyond, text }: ChangePolicy): string | undefined {
  if (beyond && change.abs().compare(beyond) > 0) return text;
  // A percentage of a loss, or from a loss, says nothing.
  return policy === 'nm' && (base.sign < 0 || current.sign < 0) ? text : undefined;
}
