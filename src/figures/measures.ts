// Turn the values of facts into what is told of them: a share, a change, a difference, a multiple, an amount in another currency, the way that it went.
import type { Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { News, Turn, Way } from '../model/movement.ts';
import type { Concept } from '../model/release.ts';
import { inPercent } from './scale.ts';

/** Whether figures of this measure are in percent. */
export function isPercentage(measure: Figure['measure']): boolean {
  return measure === 'percent-of' || measure === 'change';
}

/** Whether figures of this measure compare a period with another. */
export function isComparison(measure: Figure['measure']): measure is 'change' | 'difference' | 'times' {
  return measure === 'change' || measure === 'difference' || measure === 'times';
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

/** Two losses are compared by their size, as the words "the loss decreased" do; everything else by value. */
export function wayBetween(then: Exact, now: Exact): Way {
  const bothNegative = then.sign < 0 && now.sign <= 0;
  const sign = bothNegative ? now.abs().compare(then.abs()) : now.compare(then);
  return sign > 0 ? 'up' : sign < 0 ? 'down' : 'level';
}

/** Losses are negative, so a smaller loss is a higher value. For a concept of which a rise is neither good nor bad, a rise counts as worse. */
export function newsBetween(then: Exact, now: Exact, better: Concept['better']): News {
  const rise = now.compare(then);
  if (rise === 0) return 'level';
  return rise > 0 === (better === 'higher') ? 'better' : 'worse';
}

/** From a loss or nothing to a profit, or back; undefined where the sign stays. */
export function turnBetween(then: Exact, now: Exact): Turn | undefined {
  if (then.sign <= 0 && now.sign > 0) return 'profit';
  return then.sign >= 0 && now.sign < 0 ? 'loss' : undefined;
}

/** The name of a result by its sign; nothing made and nothing lost goes by the name of a gain. */
export function outcomeOf(value: Exact): 'gain' | 'loss' {
  return value.sign < 0 ? 'loss' : 'gain';
}
