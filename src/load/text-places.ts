// Turn offsets in the text of a file into places, and the path of a value or a key into the stretch where it stands.

import { lastAtOrBefore } from '../model/line-starts.ts';
import type { SourceFile, YamlPath } from '../model/sources.ts';
import type { Span, Stretch } from '../model/span.ts';

/** The place of the stretch `start`–`end` (offsets), cut at the end of its first line. */
export function spanOf(source: SourceFile, start: number, end: number): Span {
  const { text, lineStarts: starts } = source;
  const line = lastAtOrBefore(starts, start);
  const lineStart = starts[line] ?? 0;
  let stop = Math.min(end, (starts[line + 1] ?? text.length + 1) - 1);
  while (stop > start + 1 && (text[stop - 1] === ' ' || text[stop - 1] === '\n')) stop--;
  return { file: source.file, line: line + 1, column: start - lineStart + 1, length: Math.max(1, stop - start) };
}

/** The stretch of a value in its text, and those of the values inside it; shaped like the value. */
export interface ValueStretch extends Stretch {
  /** Of a mapping: its keys by name. */
  readonly keys?: ReadonlyMap<string, KeyStretch>;
  /** Of a sequence: its items in order. */
  readonly items?: readonly ValueStretch[];
}

/** The stretch of a key, and that of its value. */
export interface KeyStretch extends Stretch {
  /** Where the value of the key stands. */
  readonly value: ValueStretch;
}

/**
 * The stretch of the value at `path`; with `key`, of its key (an item of a sequence has none and stands for itself).
 * A path that leads on to what is not there gives the deepest parent that is: by its key, since that names it.
 */
export function stretchOf(root: ValueStretch, path: YamlPath, key: boolean): Stretch {
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
