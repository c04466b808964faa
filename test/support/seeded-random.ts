// Turn a seed into choices: the same on every machine and in every run.

/** A small generator of 32-bit states (a Weyl sequence through a multiply-and-shift mix): enough to choose places, nothing more. */
export interface Seeded {
  /** A whole number from 0 to `count` - 1. */
  readonly below: (count: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  const below = (count: number) => Math.floor((next() / 2 ** 32) * count);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('seeded: nothing to pick from');
    return list[below(list.length)] as T;
  };
  return { below, pick };
}

/** A seed of its own for each name (FNV-1a of its code units): a name keeps its choices whatever stands beside it. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** `count` different members of a list, chosen by their names alone: a new member can take the place of one, and moves no other. */
export function drawn<T>(list: readonly T[], count: number, nameOf: (each: T) => string): readonly T[] {
  if (count > list.length) throw new Error(`seeded: ${count} wanted of ${list.length}`);
  const ranked = list.map((each) => ({ each, rank: seeded(seedOf(nameOf(each))).below(2 ** 32) }));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ each }) => each);
}
