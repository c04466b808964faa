// Turn corresponding texts of two languages into pairs of things of which one stands where the other should: another concept, period or comparison.
import { releasePeriod } from '../figures/fact-key.ts';
import { language } from '../language/languages.ts';
import type { Printed } from './check-shapes.ts';
import type { ReadText, TextGroup } from './pair-texts.ts';
import { type PrintedItem, sameTime } from './printed-items.ts';

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

/** What one language prints in a group, by how the other prints it. */
interface Sorted {
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
type Counts = ReadonlyMap<string, number>;

/** What only one language prints is no fault; that another thing of its kind stands in its place is one. */
export function replacedItems(groups: readonly TextGroup[], printed: Printed): readonly Replaced[] {
  const [here, there] = [countsOf(groups.flatMap((group) => group.here)), countsOf(groups.flatMap((group) => group.there))];
  const [timesHere, timesThere] = [timesOf(here), timesOf(there)];
  return groups.flatMap((group) => {
    const one = sortedItems(group.here, group.there, { own: here, others: there, times: timesThere });
    const other = sortedItems(group.there, group.here, { own: there, others: here, times: timesHere });
    return [
      ...pairMissing(one.missing, other.missing, printed).filter(isAskedFor),
      ...pairBeside(once(one.missing), [...other.surplus, ...other.elsewhere], printed),
      ...pairBeside([...one.surplus, ...one.elsewhere], once(other.missing), printed),
      ...pairAlike(once(one.missing), other.surplus, printed),
      ...pairAlike(one.surplus, once(other.missing), printed),
      ...pairBeside(one.elsewhere, other.elsewhere, printed).filter(isTold),
      ...pairDisplaced(one.missing, other.matched, printed),
      ...pairDisplaced(other.missing, one.matched, printed).map(({ here, there }) => ({ here: there, there: here })),
    ].map(({ here, there }) => ({ here: here.item, there: there.item }));
  });
}

/** The same for texts that stand in different places and print some of the same: only what stands beside it is told. */
export function replacedElsewhere(group: TextGroup, printed: Printed): readonly Replaced[] {
  const [here, there] = [countsOf(group.here), countsOf(group.there)];
  const one = sortedItems(group.here, group.there, { own: here, others: there, times: timesOf(there) });
  const other = sortedItems(group.there, group.here, { own: there, others: here, times: timesOf(here) });
  const ofFigures = (placed: readonly Placed[]): readonly Placed[] => once(placed.filter(({ item: { kind } }) => kind !== 'time'));
  return pairBeside(ofFigures(one.missing), ofFigures(other.missing), printed)
    .filter((pair) => isTold(pair) && isAskedFor(pair))
    .map(({ here, there }) => ({ here: here.item, there: there.item }));
}

function countsOf(texts: readonly ReadText[]): Counts {
  const counts = new Map<string, number>();
  for (const { items } of texts) for (const { key } of items) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What dates and periods of a place say in other words too. */
function timesOf(counts: Counts): ReadonlySet<string> {
  return new Set([...counts.keys()].flatMap((key) => sameTime(key)?.offers ?? []));
}

interface Place {
  readonly own: Counts;
  readonly others: Counts;
  /** What dates and periods of the other language say in other words. */
  readonly times: ReadonlySet<string>;
}

function sortedItems(texts: readonly ReadText[], others: readonly ReadText[], place: Place): Sorted {
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
  return here.flatMap((one) => take(one, byPlace.get(besides(one)), used, printed));
}

/** The same concept beside one of the same neighbours. */
function pairAlike(here: readonly Placed[], there: readonly Placed[], printed: Printed): readonly Pair[] {
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
function pairDisplaced(missing: readonly Placed[], matched: readonly Placed[], printed: Printed): readonly Pair[] {
  if (missing.length === 0) return [];
  const [byPlace, bySubject] = [indexed(matched, besides), indexed(matched, subjectOf)];
  const isBesideItself = ({ item, text, index }: Placed, fact: string | undefined): boolean =>
    [text.items[index - 1], text.items[index + 1]].some((other) => other?.fact === fact && other?.kind !== item.kind);
  return once(missing).flatMap((one) => {
    if (one.item.kind === 'time' || one.item.kind === 'comparison') return [];
    const between = one.before !== '' && one.after !== '' ? byPlace.get(besides(one)) : undefined;
    const [pair] = take(one, between, new Set(), printed);
    if (pair) return [pair];
    if (!isBesideItself(one, one.item.fact)) return [];
    const others = bySubject.get(subjectOf(one))?.slice(0, mostCandidates) ?? [];
    const other = others.find((each) => isBesideItself(each, one.item.fact) && !isBase(each, one.item, each.item));
    return other ? [{ here: one, there: other }] : [];
  });
}

const subjectOf = ({ item: { kind, subject } }: Placed): string => `${kind}\n${subject}`;

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
  round(subjectOf, asMany);
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
  if (a.subject !== b.subject && a.when !== b.when && a.when !== releasePeriod && b.when !== releasePeriod) return false;
  if (a.subject !== b.subject && a.kind.startsWith('amount') && sameValue(a, b, printed)) return false;
  return true;
}

/** One language may print the change, the other the amount that it is a change from. */
const isAskedFor = ({ here, there }: Pair): boolean => !isBase(there, here.item, there.item) && !isBase(here, there.item, here.item);

/** Two facts of one value print the same digits. */
function sameValue(a: PrintedItem, b: PrintedItem, { financials: { facts } }: Printed): boolean {
  const [one, other] = [facts.get(a.fact ?? ''), facts.get(b.fact ?? '')];
  return one !== undefined && other !== undefined && one.value.abs().equals(other.value.abs());
}

/** Whether the text prints `b` as what `a` is compared with: up 3% from JPY97 million, 97百万円から3％増. */
function isBase({ text: { text, items } }: Placed, a: PrintedItem, b: PrintedItem): boolean {
  if (
    !items.includes(b) ||
    a.fact === undefined ||
    a.subject !== b.subject ||
    !items.some(({ fact, against }) => fact === a.fact && against === b.fact)
  )
    return false;
  const { before, after } = language(text.lang).words.baseOfComparison;
  return (
    before?.test(text.typed.slice(Math.max(0, b.start - reachOfBase), b.start)) === true ||
    after?.test(text.typed.slice(b.end, b.end + reachOfBase)) === true
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
