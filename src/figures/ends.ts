// Turn values that may be ranges into their two ends, and ends into those of what is made of them: 6,000～7,000 since 5,800 is 3.4～20.7.
import type { Exact } from '../model/exact.ts';

/** A value, or a range of which `value` is the low end. */
export interface Ranged {
  readonly value: Exact;
  /** The high end; undefined for a single value. */
  readonly upper?: Exact | undefined;
}

/** What is made of such values: `upper` is there for a range only. */
export interface Ends {
  readonly value: Exact;
  readonly upper?: Exact;
}

/** Low end, then high end; one for a single value. */
export function endsOf({ value, upper }: Ranged): readonly Exact[] {
  return upper ? [value, upper] : [value];
}

/** The least and the most of some values; a single value where all are alike. */
export function spanned(values: readonly Exact[]): Ends | undefined {
  const [first, ...others] = values;
  if (!first) return undefined;
  let [low, high] = [first, first];
  for (const each of others) {
    if (each.compare(low) < 0) low = each;
    if (each.compare(high) > 0) high = each;
  }
  return low.equals(high) ? { value: low } : { value: low, upper: high };
}

/** What `make` comes to between the ends of both; undefined where it has no value at one of them, or `b` may be zero and is divided by. */
export function overEnds(a: Ranged, b: Ranged, make: (a: Exact, b: Exact) => Exact | undefined): Ends | undefined {
  const values = endsOf(a).flatMap((one) => endsOf(b).map((other) => make(one, other)));
  return values.includes(undefined) ? undefined : spanned(values.filter((value) => value !== undefined));
}

/** With its sign reversed: the high end becomes the low one. */
export function reversed({ value, upper }: Ranged): Ends {
  return upper ? { value: upper.neg(), upper: value.neg() } : { value: value.neg() };
}

/** Whether zero lies in a range, its ends included. */
export function holdsZero({ value, upper }: Ranged): boolean {
  return value.isZero || (upper !== undefined && value.sign !== upper.sign);
}

/** What is told of one value, where both ends of a range, or all pairs of ends, tell the same; undefined where they part. */
export function agreed<T extends string | undefined>(
  now: Ranged,
  then: Ranged,
  tell: (now: Exact, then: Exact) => T,
): { readonly all: T } | undefined {
  const told = endsOf(now).flatMap((one) => endsOf(then).map((other) => tell(one, other)));
  const first = told[0] as T;
  return told.every((each) => each === first) ? { all: first } : undefined;
}

/** A fact, or what reads like one. */
export interface OpenValue extends Ranged {
  readonly undecided?: true | undefined;
}

/** As data files write it: `6,000..7,000`, `undecided`; `write` writes one end. */
export function openText({ undecided, ...ranged }: OpenValue, write: (end: Exact) => string): string {
  return undecided ? 'undecided' : endsOf(ranged).map(write).join('..');
}

/** Whether two figures leave the same open, and have the same ends. */
export function sameOpen(a: OpenValue, b: OpenValue): boolean {
  if (a.undecided || b.undecided) return a.undecided === b.undecided;
  return a.value.equals(b.value) && (a.upper ?? a.value).equals(b.upper ?? b.value);
}
