// Turn the text of a file into places: where its lines begin, where an offset stands, and where the value or the key at a path stands.
import type { SourceFile, YamlPath } from '../model/sources.ts';
import type { Span, Stretch } from '../model/span.ts';

/** Offset of the first character of each line; lines end in `\n`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The place of the stretch `start`–`end` (offsets), cut at the end of its first line. */
export function spanOf(source: SourceFile, start: number, end: number): Span {
  const { text, lineStarts: starts } = source;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const lineStart = starts[low] ?? 0;
  let stop = Math.min(end, (starts[low + 1] ?? text.length + 1) - 1);
  while (stop > start + 1 && (text[stop - 1] === ' ' || text[stop - 1] === '\n')) stop--;
  return { file: source.file, line: low + 1, column: start - lineStart + 1, length: Math.max(1, stop - start) };
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
