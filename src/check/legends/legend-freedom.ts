// Turn words of a legend and the literals that stand round them into whether the words are free: said with a reason to be of another matter.
import type { Literal } from '../../model/exceptions.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';

/** What an issuer lists of these for all its releases says that digits are no figure, not that they are right in every release. */
const digitsOnly: ReadonlySet<Literal['kind']> = new Set(['date', 'period', 'time', 'ordinal', 'range', 'count', 'unit'] as const);

/** How findings name it. */
export const freeingHint = 'if the words speak of another matter, list them in literals as kind: word, with the reason';

export function isFree(text: TypedText, { start, end }: Stretch, { literalsIn }: Pick<Printed, 'literalsIn'>): boolean {
  return literalsIn(text).some(
    (place) => place.start <= start && place.end >= end && (place.literal.from === 'release' || !digitsOnly.has(place.literal.kind)),
  );
}
