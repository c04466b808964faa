// Turn a collection into the one that was made before of the very same objects, so that it stands for itself in keys as they do.
import type { Kind, Memory } from './memory.ts';

/** The map kept for these names and these objects in this order, or this one from now on. */
export function sameMap<K extends string, V extends object>(memory: Memory, map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const key = (): string => [...map].map(([name, value]) => `${JSON.stringify(name)}${memory.numberOf(value)}`).join();
  // The same names and objects: the same types.
  return memory.recall(maps, key, () => map) as ReadonlyMap<K, V>;
}

/** The same for a list. */
export function sameList<V extends object>(memory: Memory, list: readonly V[]): readonly V[] {
  return memory.recall(
    lists,
    () => list.map((value) => memory.numberOf(value)).join(),
    () => list,
  ) as readonly V[];
}

const maps: Kind<ReadonlyMap<string, object>> = { name: 'model/map', bytes: (map) => 64 * map.size };
const lists: Kind<readonly object[]> = { name: 'model/list', bytes: (list) => 16 * list.length };
