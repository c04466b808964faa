// Turn the figures and helper words of a text into what they say of a change: which fact, since which period, and which way it went.
import { agreed, type Ranged } from '../../figures/ends.ts';
import { factKey } from '../../figures/fact-key.ts';
import { isComparison, newsBetween, turnBetween, wayBetween } from '../../figures/measures.ts';
import { fromPercent } from '../../figures/scale.ts';
import { publishedChangeOf } from '../../figures/told-changes.ts';
import type { Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { News, Turn, Way } from '../../model/movement.ts';
import type { Concept, Release } from '../../model/release.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';

/** What changed, and how. */
export interface Change {
  /** What changed. */
  readonly fact: Fact;
  /** What it is compared with. */
  readonly against: Fact;
  /** What is compared: the values of both facts, or of something made of them, such as a share. */
  readonly value: Exact;
  readonly base: Exact;
  /** Up, down or level, from the compared fact to this one. */
  readonly way: Way;
  /** Undefined where a rise is neither good nor bad. */
  readonly news: News | undefined;
  /** Set where the sign changed: what it became. */
  readonly turn: Turn | undefined;
  /** Why no word says which way it went: one side is undecided, or the ends of a range lie on both sides of the other. */
  readonly open?: 'undecided' | 'range';
}

/** A change as the text prints it: a figure, or a word like `an increase`. */
export interface Movement extends Stretch, Change {
  /** As printed. */
  readonly text: string;
}

export function movementsOf(text: TypedText, { document, financials, release }: Printed): readonly Movement[] {
  return text.runs.flatMap(({ inline, start, end }) => {
    const figure = inline.figure === undefined ? undefined : document.figures[inline.figure];
    const keys = comparedFacts(figure, inline.bound);
    const movement = keys
      ? movementBetween(keys.fact, keys.against, financials, release.concepts)
      : figure?.treatment === 'published'
        ? publishedMovement(figure, financials, release)
        : undefined;
    return movement ? [{ ...movement, start, end, text: inline.text }] : [];
  });
}

function comparedFacts(figure: Figure | undefined, bound: TypedText['runs'][number]['inline']['bound']) {
  if (figure && isComparison(figure.measure) && figure.against !== undefined) return { fact: figure.fact, against: figure.against };
  return bound?.by === 'direction' ? bound : undefined;
}

function movementBetween(
  nowKey: string,
  thenKey: string,
  { facts }: Financials,
  concepts: ReadonlyMap<string, Concept>,
): Change | undefined {
  const [fact, against] = [facts.get(nowKey), facts.get(thenKey)];
  return fact && against ? changeBetween(fact, against, concepts.get(fact.concept)) : undefined;
}

/** A change whose base is not in the data: from the base that it gives, where the figure is above zero and so was the base. */
function publishedMovement({ fact: key, exact }: Figure, { facts }: Financials, release: Release): Change | undefined {
  const fact = facts.get(key);
  const told = fact && publishedChangeOf(fact, release);
  const grown = Exact.one.add(fromPercent(exact));
  if (!fact || !told || fact.value.sign <= 0 || grown.sign <= 0) return undefined;
  const period = told.from ?? 'its base';
  const base = { ...fact, key: factKey(fact.concept, period), period, value: fact.value.div(grown), at: told.at };
  return changeBetween(fact, base, release.concepts.get(fact.concept));
}

export function changeBetween(fact: Fact, against: Fact, concept: Concept | undefined, now: Ranged = fact, then: Ranged = against): Change {
  const better = concept?.better ?? 'neutral';
  const [value, base] = [now.value, then.value];
  const isOneWay = agreed(now, then, (to, from) => `${wayBetween(from, to)} ${turnBetween(from, to)}`) !== undefined;
  const open = fact.undecided || against.undecided ? 'undecided' : isOneWay ? undefined : 'range';
  return {
    ...(open && { open }),
    fact,
    against,
    value,
    base,
    way: wayBetween(base, value),
    news: better === 'neutral' ? undefined : newsBetween(base, value, better),
    turn: turnBetween(base, value),
  };
}

/** Where a sentence names a loss, more of it is a rise, from a profit too; without one, two losses are compared by their size. */
export function wayOf({ value, base, way }: Change, named: 'gain' | 'loss' | undefined): Way | undefined {
  if (value.sign >= 0 && base.sign >= 0) return way;
  if (named === 'loss') return wayBetween(base.neg(), value.neg());
  // A profit that is below zero at both ends is no word for either.
  return named === 'gain' && value.sign < 0 && base.sign < 0 ? undefined : way;
}

/** Its role, e.g. prior-year; the id where it plays none. */
export function periodRole(period: string, release: Release): string {
  return [...release.spec.periods].find(([, { value }]) => value === period)?.[0] ?? period;
}
