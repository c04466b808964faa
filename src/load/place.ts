// Turn a path of keys and indexes into the stretch of the YAML text where that value, or its key, stands.
import type { YamlPath } from '../model/sources.ts';

/** Offsets of a value in its text, and the places inside it; shaped like the value. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly keys?: ReadonlyMap<string, KeyPlace>;
  readonly items?: readonly Place[];
}

/** Where a key stands, and where its value does. */
export interface KeyPlace {
  readonly start: number;
  readonly end: number;
  readonly value: Place;
}

/** A stretch of text, by offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The stretch of the value at `path`; with `key`, of its key (an item of a sequence has none and stands for itself).
 * A path that leads on to what is not there gives the deepest parent that is: by its key, since that names it.
 */
export function placeOf(root: Place, path: YamlPath, key: boolean): Stretch {
  let place = root;
  let named: Stretch = root;
  for (const step of path) {
    if (typeof step === 'number') {
      const item = place.items?.[step];
      if (!item) return named;
      place = item;
      named = item;
    } else {
      const entry = place.keys?.get(step);
      if (!entry) return named;
      place = entry.value;
      named = entry;
    }
  }
  return key ? named : place;
}
