// Turn what two languages print in corresponding texts into its sorts: printed nowhere in the other, more often, elsewhere in the place, or alike.
import type { ReadText } from './pair-texts.ts';
import { type PrintedItem, sameTime } from './printed-items.ts';

/** An item among those beside it. */
export interface Placed {
  readonly item: PrintedItem;
  readonly text: ReadText;
  /** Number of the item in its text. */
  readonly index: number;
  /** Of those before and after it in its text, the nearest that both languages print here; ends of the text count. */
  readonly before: string;
  readonly after: string;
}

/** What one language prints in a group, by how the other prints it. */
export interface Sorted {
  /** Nowhere in the other language's place. */
  readonly missing: readonly Placed[];
  /** More often than there. */
  readonly surplus: readonly Placed[];
  /** Elsewhere in the place, and not in this group. */
  readonly elsewhere: readonly Placed[];
  /** The rest: what both print here. */
  readonly matched: readonly Placed[];
}

/** How often each key stands in a place. */
export type Counts = ReadonlyMap<string, number>;

export function countsOf(texts: readonly ReadText[]): Counts {
  const counts = new Map<string, number>();
  for (const { items } of texts) for (const { key } of items) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What dates and periods of a place say in other words too. */
export function timesOf(counts: Counts): ReadonlySet<string> {
  return new Set([...counts.keys()].flatMap((key) => sameTime(key)?.offers ?? []));
}

export interface Place {
  readonly own: Counts;
  readonly others: Counts;
  /** What dates and periods of the other language say in other words. */
  readonly times: ReadonlySet<string>;
}

export function sortedItems(texts: readonly ReadText[], others: readonly ReadText[], place: Place): Sorted {
  const inGroup = countsOf(others);
  const found = { missing: [] as Placed[], surplus: [] as Placed[], elsewhere: [] as Placed[], matched: [] as Placed[] };
  const classOf = ({ key }: PrintedItem): keyof Sorted => {
    const [own, other] = [place.own.get(key) ?? 0, place.others.get(key) ?? 0];
    if (other === 0) return place.times.has(sameTime(key)?.seeks ?? '') ? 'matched' : 'missing';
    if (!inGroup.has(key)) return 'elsewhere';
    return own > other ? 'surplus' : 'matched';
  };
  for (const text of texts) {
    const classes = text.items.map(classOf);
    // What is printed more often still stands beside others.
    const solid = text.items.map(({ key, kind }, index) =>
      classes[index] === 'matched' || classes[index] === 'surplus' ? { key, kind } : undefined,
    );
    const [before, after] = [neighbours(solid), neighbours([...solid].reverse()).reverse()];
    text.items.forEach((item, index) => {
      const kind = classes[index];
      const side = item.kind === 'time' ? 'any' : 'figure';
      if (kind) found[kind].push({ item, text, index, before: before[index]?.[side] ?? '', after: after[index]?.[side] ?? '' });
    });
  }
  return found;
}

/** For each the nearest before it: of all, and of those that are no date or period. */
function neighbours(solid: readonly ({ readonly key: string; readonly kind: string } | undefined)[]) {
  let [any, figure] = ['', ''];
  return solid.map((item) => {
    const now = { any, figure };
    if (item) any = item.key;
    if (item && item.kind !== 'time') figure = item.key;
    return now;
  });
}
