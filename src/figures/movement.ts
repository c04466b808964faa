// Turn two values of a concept into the way that it went between them, and whether that was good news; one value into gain or loss.
import type { Exact } from '../model/exact.ts';
import type { News, Turn, Way } from '../model/movement.ts';
import type { Concept } from '../model/release.ts';

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
