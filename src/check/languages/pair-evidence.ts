// Turn two things that two languages print into whether one stands in the other's place, by what stands beside them and in their texts.
import { releasePeriod } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Printed } from '../check-shapes.ts';
import type { ReadText, TextGroup } from './pair-texts.ts';
import type { PrintedItem } from './printed-items.ts';
import type { Placed } from './sort-items.ts';

export interface Pair {
  readonly here: Placed;
  readonly there: Placed;
}

/** A slip changes one thing: the concept or the period; what differs in both says another thing. */
export function contradict(one: Placed, other: Placed, printed: Printed): boolean {
  const [a, b] = [one.item, other.item];
  if (a.key === b.key) return false;
  if (a.kind === 'time') return a.subject === b.subject && isDayOf(a, b, printed) && isDayOf(b, a, printed);
  if (a.subject !== b.subject && a.when !== b.when && a.when !== releasePeriod && b.when !== releasePeriod) return false;
  if (a.subject !== b.subject && a.kind.startsWith('amount') && sameValue(a, b, printed)) return false;
  return true;
}

/** The name of a period gives its last day: only a day on which one ends stands in its place. */
function isDayOf({ when: iso }: PrintedItem, { when: period }: PrintedItem, { release: { periods } }: Printed): boolean {
  return !periods.has(period) || periods.has(iso) || [...periods.values()].some(({ end }) => end === iso);
}

/** Two facts of one value print the same digits. */
function sameValue(a: PrintedItem, b: PrintedItem, { financials: { facts } }: Printed): boolean {
  const [one, other] = [facts.get(a.fact ?? ''), facts.get(b.fact ?? '')];
  return one !== undefined && other !== undefined && one.value.abs().equals(other.value.abs());
}

/** One language may print the change, the other the amount that it is a change from. */
export const isAskedFor = ({ here, there }: Pair): boolean => !isBase(there, here) && !isBase(here, there);

/** Whether an amount is printed as what the other is compared with: up 3% from JPY97 million, 97百万円から3％増. */
export function isBase({ item: base, text: { text, items } }: Placed, { item: now, text: other }: Placed): boolean {
  if (now.fact === undefined || now.subject !== base.subject) return false;
  if (![...items, ...other.items].some(({ fact, against }) => fact === now.fact && against === base.fact)) return false;
  const { before, after } = language(text.lang).words.baseOfComparison;
  return (
    before?.test(text.typed.slice(Math.max(0, base.start - reachOfBase), base.start)) === true ||
    after?.test(text.typed.slice(base.end, base.end + reachOfBase)) === true
  );
}

/** Characters beside a figure in which words may call it a base. */
const reachOfBase = 40;

/** What stands beside another figure of its own fact, or behind its own name, on both sides is at home there, and in nobody's place. */
export const isOutOfPlace = ({ here, there }: Pair, printed: Printed): boolean =>
  here.item.subject === there.item.subject || ![here, there].every((placed) => isAtHome(placed, printed));

/** The name of a result belongs to the amount after it. */
function isAtHome(placed: Placed, printed: Printed): boolean {
  const { item, text, index } = placed;
  if (item.kind === 'outcome') return text.items[index + 1]?.fact === item.fact;
  return factsBeside(placed).includes(item.fact ?? '') || isNamed(placed, printed);
}

/** Characters before an amount in which its label may stand. */
const reachOfName = 100;

/** Whether the label of its concept stands before it. */
function isNamed({ item, text: { text } }: Placed, { release }: Printed): boolean {
  const label = release.concepts.get(item.subject)?.labels[text.lang]?.value.toLowerCase();
  return (
    label !== undefined &&
    text.typed
      .slice(Math.max(0, item.start - reachOfName), item.start)
      .toLowerCase()
      .includes(label)
  );
}

/** What stands elsewhere in the place may have been moved; beside another figure of the fact that it took the place of, it has not. */
export function isTold({ here, there }: Pair): boolean {
  const beside = factsBeside(there);
  return factsBeside(here).some((fact) => beside.includes(fact) && (fact === here.item.fact || fact === there.item.fact));
}

/** A text that was moved would leave fewer figures behind. */
export function isSurelyHere({ here: { item, before, after } }: Pair, group: TextGroup): boolean {
  if (item.kind === 'time') return before !== '' || after !== '';
  const count = (texts: readonly ReadText[]): number =>
    texts.reduce((sum, { items }) => sum + items.filter(({ kind }) => kind === item.kind).length, 0);
  return count(group.here) === count(group.there);
}

function factsBeside({ text: { items }, index }: Placed): readonly string[] {
  return [items[index - 1]?.fact, items[index + 1]?.fact].filter((fact) => fact !== undefined);
}
