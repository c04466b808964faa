// Turn a fact into what the release of its period printed, where it is presented otherwise since and its period says why.
import type { Fact } from '../model/financials.ts';
import type { AsReleased, Release } from '../model/release.ts';

/** A figure as it was released, with why it is another now. */
export type PresentedOtherwise = AsReleased & { readonly because: string };

/** Undefined for a fact that is as it was released, or of which nothing is said. */
export function presentedOtherwise(
  { concept, period }: Pick<Fact, 'concept' | 'period'>,
  { periods }: Pick<Release, 'periods'>,
): PresentedOtherwise | undefined {
  return periods
    .get(period)
    ?.asReleased?.find((each): each is PresentedOtherwise => each.concept === concept && each.because !== undefined);
}
