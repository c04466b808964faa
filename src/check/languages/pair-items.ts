// Turn what one language prints and the other does not into pairs of which one stands in the other's place, surest first.
import type { Printed } from '../check-shapes.ts';
import { contradict, isAskedFor, isBase, isOutOfPlace, isSurelyHere, type Pair } from './pair-evidence.ts';
import type { TextGroup } from './pair-texts.ts';
import type { Placed } from './sort-items.ts';

const besides = ({ item: { kind }, before, after }: Placed): string => `${kind}\n${before}\n${after}`;

/** Things that stand between the same two neighbours. */
export function pairBeside(here: readonly Placed[], there: readonly Placed[], printed: Printed): readonly Pair[] {
  if (here.length === 0 || there.length === 0) return [];
  const byPlace = indexed(there, besides);
  const used = new Set<Placed>();
  return here.flatMap((one) => take(one, byPlace.get(besides(one)), used, printed));
}

/** The same concept beside one of the same neighbours. */
export function pairAlike(here: readonly Placed[], there: readonly Placed[], printed: Printed): readonly Pair[] {
  if (here.length === 0 || there.length === 0) return [];
  const used = new Set<Placed>();
  return (['before', 'after'] as const)
    .flatMap((side) => {
      const keyOf = (placed: Placed): string => `${subjectOf(placed)}\n${placed[side]}`;
      const bySide = indexed(there, keyOf);
      return here.flatMap((one) => (one[side] === '' || one.item.kind === 'time' ? [] : take(one, bySide.get(keyOf(one)), used, printed)));
    })
    .filter(isAskedFor);
}

/**
 * What both print, in the place of what one does not: between the same two figures, or beside a comparison of the missing one:
 * 営業損失は（前年同期の金額）、前期比…, while the amount of this period is nowhere.
 */
export function pairDisplaced(missing: readonly Placed[], matched: readonly Placed[], group: TextGroup, printed: Printed): readonly Pair[] {
  if (missing.length === 0) return [];
  const [byPlace, bySubject] = [indexed(matched, besides), indexed(matched, subjectOf)];
  const isBesideItself = ({ item, text, index }: Placed, fact: string | undefined): boolean =>
    [text.items[index - 1], text.items[index + 1]].some((other) => other?.fact === fact && other?.kind !== item.kind);
  return once(missing).flatMap((one) => {
    if (one.item.kind === 'time' || one.item.kind === 'comparison') return [];
    const between = one.before !== '' && one.after !== '' ? byPlace.get(besides(one)) : undefined;
    const [pair] = take(one, between, new Set(), printed, (pair) => isSurelyHere(pair, group));
    if (pair) return [pair];
    if (!isBesideItself(one, one.item.fact)) return [];
    const others = bySubject.get(subjectOf(one))?.slice(0, mostCandidates) ?? [];
    const other = others.find((each) => isBesideItself(each, one.item.fact) && !isBase(each, one));
    return other ? [{ here: one, there: other }] : [];
  });
}

const subjectOf = ({ item: { kind, subject } }: Placed): string => `${kind}\n${subject}`;

/** Those between the same neighbours first, then those that say another thing of one concept, then as many of one kind on both sides. */
export function pairMissing(heres: readonly Placed[], theres: readonly Placed[], group: TextGroup, printed: Printed): readonly Pair[] {
  if (heres.length === 0 || theres.length === 0) return [];
  const [here, there] = [once(heres), once(theres)];
  const [ofHere, ofThere] = [indexed(here, kindOf), indexed(there, kindOf)];
  const asMany = ({ item: { kind } }: Placed): boolean => ofHere.get(kind)?.length === ofThere.get(kind)?.length;
  const alone = ({ item: { kind } }: Placed): boolean => ofHere.get(kind)?.length === 1 && ofThere.get(kind)?.length === 1;
  const used = new Set<Placed>();
  const pairs: Pair[] = [];
  const taken = new Set<Placed>();
  const round = (keyOf: (placed: Placed) => string, fits: (one: Placed) => boolean, suits: (pair: Pair) => boolean = () => true): void => {
    const byKey = indexed(there, keyOf);
    for (const one of here) {
      if (taken.has(one) || !fits(one)) continue;
      const [pair] = take(one, byKey.get(keyOf(one)), used, printed, suits);
      if (!pair) continue;
      taken.add(one);
      pairs.push(pair);
    }
  };
  const always = (): boolean => true;
  round(besides, always, (pair) => isOutOfPlace(pair, printed) && (isBetween(pair) || isSurelyHere(pair, group)));
  round(({ item: { kind, subject }, before }) => `${kind}\n${subject}\n${before}`, always);
  round(({ item: { kind, subject }, after }) => `${kind}\n${subject}\n${after}`, always);
  round(subjectOf, asMany);
  round(
    ({ item: { kind }, before }) => `${kind}\n${before}`,
    (one) => one.before !== '' && asMany(one),
    (pair) => isOutOfPlace(pair, printed),
  );
  round(
    ({ item: { kind }, after }) => `${kind}\n${after}`,
    (one) => one.after !== '' && asMany(one),
    (pair) => isOutOfPlace(pair, printed),
  );
  round(
    kindOf,
    (one) => one.item.kind !== 'time' && alone(one),
    (pair) => isOutOfPlace(pair, printed) && isSurelyHere(pair, group) && (isBetween(pair) || isSole(pair)),
  );
  return pairs;
}

/** Something that both print stands beside each of them. */
const isBetween = ({ here, there }: Pair): boolean => [here, there].every(({ before, after }) => before !== '' || after !== '');

/** Their texts print no other figure. */
const isSole = ({ here, there }: Pair): boolean =>
  [here, there].every(({ text: { items } }) => items.filter(({ kind }) => kind !== 'time').length === 1);

const kindOf = ({ item: { kind } }: Placed): string => kind;

/** Each key once: a word and a percentage of one change are one comparison. */
export function once(placed: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>();
  return placed.filter(({ item: { key } }) => {
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
}

function indexed(placed: readonly Placed[], keyOf: (placed: Placed) => string): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const each of placed) {
    const key = keyOf(each);
    const known = index.get(key);
    if (known) known.push(each);
    else index.set(key, [each]);
  }
  return index;
}

/** Candidates that are looked at for one thing: more that stand alike are no pair but a list. */
const mostCandidates = 8;

function take(
  one: Placed,
  candidates: readonly Placed[] | undefined,
  used: Set<Placed>,
  printed: Printed,
  suits: (pair: Pair) => boolean = () => true,
): readonly Pair[] {
  const fits = (each: Placed): boolean => !used.has(each) && contradict(one, each, printed) && suits({ here: one, there: each });
  const other = candidates?.slice(0, mostCandidates).find(fits);
  if (!other) return [];
  used.add(other);
  return [{ here: one, there: other }];
}
