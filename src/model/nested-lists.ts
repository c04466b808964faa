// Turn the items of a list, which stand one after another, into lists inside items as their depths say.
import type { List, ListItem } from './document.ts';

/** Levels that a list has at most. */
export const listLevels = 3;

/** Items of one level under one item, all counted or all marked. */
export interface ListLevel {
  /** Levels above it: 0 for the list itself. */
  readonly depth: number;
  readonly numbered: boolean;
  readonly entries: readonly ListEntry[];
}

export interface ListEntry {
  readonly item: ListItem;
  /** Lists that stand inside it, after its words. */
  readonly inner: readonly ListLevel[];
}

export function nestedList({ items, numbered }: List): ListLevel {
  return { depth: 0, numbered, entries: entriesOf(items, 0) };
}

function entriesOf(items: readonly ListItem[], depth: number): readonly ListEntry[] {
  const starts = items.flatMap((item, index) => (index === 0 || depthOf(item) <= depth ? [index] : []));
  return starts.map(
    (start, at): ListEntry => ({
      item: items[start]!,
      inner: levelsOf(items.slice(start + 1, starts[at + 1] ?? items.length), depth + 1),
    }),
  );
}

/** A list of marked items ends where counted ones begin, and the other way round. */
function levelsOf(items: readonly ListItem[], depth: number): readonly ListLevel[] {
  const groups: { depth: number; numbered: boolean; entries: ListEntry[] }[] = [];
  for (const entry of items.length > 0 ? entriesOf(items, depth) : []) {
    const numbered = entry.item.label.length > 0;
    const last = groups.at(-1);
    if (last?.numbered === numbered) last.entries.push(entry);
    else groups.push({ depth, numbered, entries: [entry] });
  }
  return groups;
}

/** Levels above an item. */
export const depthOf = ({ depth }: ListItem): number => depth ?? 0;

/** Whether an item of a list is counted. */
export const isCounted = ({ numbered }: List, item: ListItem): boolean => (item.depth ? item.label.length > 0 : numbered);
