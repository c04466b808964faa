// Turn corresponding texts of two languages into pairs of things of which one stands where the other should: another concept, period or comparison.
import { language } from '../language/languages.ts';
import type { Printed } from './check-shapes.ts';
import type { ReadText, TextGroup } from './pair-texts.ts';
import type { PrintedItem } from './printed-items.ts';

/** What one language prints, and what the other prints in its place. */
export interface Replaced {
  readonly here: PrintedItem;
  readonly there: PrintedItem;
}

/** An item among those beside it. */
interface Placed {
  readonly item: PrintedItem;
  readonly text: ReadText;
  /** Number of the item in its text. */
  readonly index: number;
  /** Of those before and after it in its text, the nearest that both languages print here; ends of the text count. */
  readonly before: string;
  readonly after: string;
}

/** What one language prints in a group and the other does not print there as often. */
interface Unmatched {
  /** Nowhere in the other language's place. */
  readonly missing: readonly Placed[];
  /** More often than there. */
  readonly surplus: readonly Placed[];
  /** Elsewhere in the place, and not in this group. */
  readonly elsewhere: readonly Placed[];
}

/** How often each key stands in a place. */
type Counts = ReadonlyMap<string, number>;

/** What only one language prints is no fault; that another thing of its kind stands in its place is one. */
export function replacedItems(groups: readonly TextGroup[], printed: Printed): readonly Replaced[] {
  const [here, there] = [countsOf(groups.flatMap((group) => group.here)), countsOf(groups.flatMap((group) => group.there))];
  const [daysHere, daysThere] = [daysOf(here, printed), daysOf(there, printed)];
  return groups.flatMap((group) => {
    const one = unmatchedOf(group.here, group.there, { own: here, others: there, days: daysThere }, printed);
    const other = unmatchedOf(group.there, group.here, { own: there, others: here, days: daysHere }, printed);
    return [
      ...pairMissing(one.missing, other.missing, printed),
      ...pairBeside(one.missing, other.surplus, printed),
      ...pairBeside(one.surplus, other.missing, printed),
      ...pairBeside(one.elsewhere, other.elsewhere, printed).filter(isTold),
    ].map(({ here, there }) => ({ here: here.item, there: there.item }));
  });
}

function countsOf(texts: readonly ReadText[]): Counts {
  const counts = new Map<string, number>();
  for (const { items } of texts) for (const { key } of items) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Dates and periods say the same where the date begins or ends the period, or two periods begin or end together. */
function daysOf(counts: Counts, printed: Printed): ReadonlySet<string> {
  const days = new Set<string>();
  for (const key of counts.keys()) for (const day of daysNamed(key, printed)) days.add(day);
  return days;
}

function daysNamed(key: string, { release }: Printed): readonly string[] {
  if (key.startsWith('date ')) return [key.slice(5)];
  const period = key.startsWith('period ') ? release.periods.get(key.slice(7)) : undefined;
  return period ? [period.start, period.end] : [];
}

interface Place {
  readonly own: Counts;
  readonly others: Counts;
  /** Days that the other language names in the place. */
  readonly days: ReadonlySet<string>;
}

function unmatchedOf(texts: readonly ReadText[], others: readonly ReadText[], place: Place, printed: Printed): Unmatched {
  const inGroup = countsOf(others);
  const found = { missing: [] as Placed[], surplus: [] as Placed[], elsewhere: [] as Placed[] };
  const classOf = ({ key, kind }: PrintedItem): keyof Unmatched | undefined => {
    const [own, other] = [place.own.get(key) ?? 0, place.others.get(key) ?? 0];
    if (other === 0) return kind === 'time' && daysNamed(key, printed).some((day) => place.days.has(day)) ? undefined : 'missing';
    if (!inGroup.has(key)) return 'elsewhere';
    return own > other ? 'surplus' : undefined;
  };
  for (const text of texts) {
    const classes = text.items.map(classOf);
    // What is printed more often still stands beside others.
    const solid = text.items.map(({ key, kind }, index) =>
      classes[index] === undefined || classes[index] === 'surplus' ? { key, kind } : undefined,
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

interface Pair {
  readonly here: Placed;
  readonly there: Placed;
}

const besides = ({ item: { kind }, before, after }: Placed): string => `${kind}\n${before}\n${after}`;

/** Things that stand between the same two neighbours. */
function pairBeside(here: readonly Placed[], there: readonly Placed[], printed: Printed): readonly Pair[] {
  if (here.length === 0 || there.length === 0) return [];
  const byPlace = indexed(there, besides);
  const used = new Set<Placed>();
  return once(here).flatMap((one) => take(one, byPlace.get(besides(one)), used, printed));
}

/** Those between the same neighbours first, then those that say another thing of one concept, then as many of one kind on both sides. */
function pairMissing(heres: readonly Placed[], theres: readonly Placed[], printed: Printed): readonly Pair[] {
  if (heres.length === 0 || theres.length === 0) return [];
  const [here, there] = [once(heres), once(theres)];
  const [ofHere, ofThere] = [indexed(here, kindOf), indexed(there, kindOf)];
  const asMany = ({ item: { kind } }: Placed): boolean => ofHere.get(kind)?.length === ofThere.get(kind)?.length;
  const alone = ({ item: { kind } }: Placed): boolean => ofHere.get(kind)?.length === 1 && ofThere.get(kind)?.length === 1;
  const used = new Set<Placed>();
  const pairs: Pair[] = [];
  const taken = new Set<Placed>();
  const round = (keyOf: (placed: Placed) => string, fits: (one: Placed) => boolean): void => {
    const byKey = indexed(there, keyOf);
    for (const one of here) {
      if (taken.has(one) || !fits(one)) continue;
      const [pair] = take(one, byKey.get(keyOf(one)), used, printed);
      if (!pair) continue;
      taken.add(one);
      pairs.push(pair);
    }
  };
  round(besides, () => true);
  round(
    ({ item: { kind, subject }, before }) => `${kind}\n${subject}\n${before}`,
    () => true,
  );
  round(
    ({ item: { kind, subject }, after }) => `${kind}\n${subject}\n${after}`,
    () => true,
  );
  round(({ item: { kind, subject } }) => `${kind}\n${subject}`, asMany);
  round(({ item: { kind }, before }) => `${kind}\n${before}`, asMany);
  round(({ item: { kind }, after }) => `${kind}\n${after}`, asMany);
  round(
    ({ item: { kind } }) => kind,
    (one) => alone(one) && one.item.kind !== 'time',
  );
  return pairs;
}

const kindOf = ({ item: { kind } }: Placed): string => kind;

/** Each key once: a word and a percentage of one change are one comparison. */
function once(placed: readonly Placed[]): readonly Placed[] {
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

function take(one: Placed, candidates: readonly Placed[] | undefined, used: Set<Placed>, printed: Printed): readonly Pair[] {
  const other = candidates?.slice(0, mostCandidates).find((each) => !used.has(each) && contradict(one, each, printed));
  if (!other) return [];
  used.add(other);
  return [{ here: one, there: other }];
}

/** A slip changes one thing: the concept or the period; what differs in both says another thing. */
function contradict(one: Placed, other: Placed, printed: Printed): boolean {
  const [a, b] = [one.item, other.item];
  if (a.key === b.key) return false;
  if (a.kind === 'time') return a.subject === b.subject;
  if (a.subject !== b.subject && a.when !== b.when) return false;
  if (a.kind.startsWith('amount') && sameValue(a, b, printed)) return false;
  return !isBase(other, a, b) && !isBase(one, b, a);
}

/** Two facts of one value print the same digits. */
function sameValue(a: PrintedItem, b: PrintedItem, { financials: { facts } }: Printed): boolean {
  const [one, other] = [facts.get(a.fact ?? ''), facts.get(b.fact ?? '')];
  return one !== undefined && other !== undefined && one.value.abs().equals(other.value.abs());
}

/** Whether the text prints `b` as what `a` is compared with: up 3% from JPY97 million, 97百万円から3％増. */
function isBase({ text: { text, items } }: Placed, a: PrintedItem, b: PrintedItem): boolean {
  const at = items.indexOf(b);
  if (at < 0 || a.subject !== b.subject || !items.some(({ fact, against }) => fact === a.fact && against === b.fact)) return false;
  const { before, after } = language(text.lang).words.baseOfComparison;
  return (
    before?.test(text.typed.slice(Math.max(0, b.start - reachOfBase), b.start)) || after?.test(text.typed.slice(b.end, b.end + reachOfBase))
  );
}

/** Characters beside a figure in which words may call it a base. */
const reachOfBase = 40;

/** What stands elsewhere in the place may have been moved; beside another figure of the fact that it took the place of, it has not. */
function isTold({ here, there }: Pair): boolean {
  const beside = factsBeside(there);
  return factsBeside(here).some((fact) => beside.includes(fact) && (fact === here.item.fact || fact === there.item.fact));
}

function factsBeside({ text: { items }, index }: Placed): readonly string[] {
  return [items[index - 1]?.fact, items[index + 1]?.fact].filter((fact) => fact !== undefined);
}
