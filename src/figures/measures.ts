// Turn the values of facts into what is told of them: a share, a change, a difference, a multiple, an amount in another currency.
import type { Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import { inPercent } from './scale.ts';

/** Whether figures of this measure are in percent. */
export function isPercentage(measure: Figure['measure']): boolean {
  return measure === 'percent-of' || measure === 'change';
}

/** `part` in percent of `whole`, signed; undefined for a share of nothing. */
export function share(part: Exact, whole: Exact): Exact | undefined {
  return whole.isZero ? undefined : inPercent(part.div(whole));
}

/** What `now` is above `then`, in their own unit; negative where it is below. */
export function difference(now: Exact, then: Exact): Exact {
  return now.sub(then);
}

/** The change from `then` to `now` in percent of `then` as it stands: from a loss a gain is a negative change. Undefined from nothing. */
export function change(now: Exact, then: Exact): Exact | undefined {
  return share(difference(now, then), then);
}

/** How many times `then` goes into `now`; undefined for a multiple of nothing. */
export function times(now: Exact, then: Exact): Exact | undefined {
  return then.isZero ? undefined : now.div(then);
}

/** An amount in the currency of which one unit costs `rate` of the amount's own; undefined for a rate of nothing. */
export function translated(amount: Exact, rate: Exact): Exact | undefined {
  return rate.isZero ? undefined : amount.div(rate);
}
