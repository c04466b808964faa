// Turn the figures and helper words of a text into what they say of a change: which fact, since which period, and which way it went.
import { newsBetween, turnBetween, wayBetween } from '../figures/measures.ts';
import type { Figure } from '../model/document.ts';
import type { Fact, Financials } from '../model/financials.ts';
import type { News, Turn, Way } from '../model/movement.ts';
import type { Concept, Release } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import type { Printed } from './check-shapes.ts';
import type { TypedText } from './typed-text.ts';

/** A change as the text prints it: a figure, or a word like `an increase`. */
export interface Movement extends Stretch {
  /** What changed. */
  readonly fact: Fact;
  /** What it is compared with. */
  readonly against: Fact;
  /** Up, down or level, from the compared fact to this one. */
  readonly way: Way;
  /** Undefined where a rise is neither good nor bad. */
  readonly news: News | undefined;
  /** Set where the sign changed: what it became. */
  readonly turn: Turn | undefined;
  /** As printed. */
  readonly text: string;
}

export function movementsOf(text: TypedText, { document, financials, release }: Printed): readonly Movement[] {
  return text.runs.flatMap(({ inline, start, end }) => {
    const keys = comparedFacts(inline.figure === undefined ? undefined : document.figures[inline.figure], inline.bound);
    const movement = keys && movementBetween(keys.fact, keys.against, financials, release.concepts);
    return movement ? [{ ...movement, start, end, text: inline.text }] : [];
  });
}

function comparedFacts(figure: Figure | undefined, bound: TypedText['runs'][number]['inline']['bound']) {
  if (figure?.measure === 'change' && figure.against !== undefined) return { fact: figure.fact, against: figure.against };
  return bound?.by === 'direction' ? bound : undefined;
}

function movementBetween(
  nowKey: string,
  thenKey: string,
  { facts }: Financials,
  concepts: ReadonlyMap<string, Concept>,
): Omit<Movement, 'start' | 'end' | 'text'> | undefined {
  const [fact, against] = [facts.get(nowKey), facts.get(thenKey)];
  if (!fact || !against) return undefined;
  const better = concepts.get(fact.concept)?.better ?? 'neutral';
  return {
    fact,
    against,
    way: wayBetween(against.value, fact.value),
    news: better === 'neutral' ? undefined : newsBetween(against.value, fact.value, better),
    turn: turnBetween(against.value, fact.value),
  };
}

/** Its role, e.g. prior-year; the id where it plays none. */
export function periodRole(period: string, release: Release): string {
  return [...release.spec.periods].find(([, { value }]) => value === period)?.[0] ?? period;
}
