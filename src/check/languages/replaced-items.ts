// Turn corresponding texts of two languages into pairs of things of which one stands where the other should: another concept, period or comparison.
import type { Printed } from '../check-shapes.ts';
import { isAskedFor, isSurelyHere, isTold, type Pair } from './pair-evidence.ts';
import { once, pairAlike, pairBeside, pairDisplaced, pairMissing } from './pair-items.ts';
import type { TextGroup } from './pair-texts.ts';
import type { PrintedItem } from './printed-items.ts';
import { countsOf, type Placed, sortedItems, timesOf } from './sort-items.ts';

/** What one language prints, and what the other prints in its place. */
export interface Replaced {
  readonly here: PrintedItem;
  readonly there: PrintedItem;
}

/** What only one language prints is no fault; that another thing of its kind stands in its place is one. */
export function replacedItems(groups: readonly TextGroup[], printed: Printed): readonly Replaced[] {
  const [here, there] = [countsOf(groups.flatMap((group) => group.here)), countsOf(groups.flatMap((group) => group.there))];
  const [timesHere, timesThere] = [timesOf(here), timesOf(there)];
  return groups.flatMap((group) => {
    const one = sortedItems(group.here, group.there, { own: here, others: there, times: timesThere });
    const other = sortedItems(group.there, group.here, { own: there, others: here, times: timesHere });
    const isMoved = (pair: Pair): boolean => !isTold(pair) && !isSurelyHere(pair, group);
    return eachOnce([
      ...pairMissing(one.missing, other.missing, group, printed).filter(isAskedFor),
      ...pairBeside(once(one.missing), other.surplus, printed),
      ...pairBeside(one.surplus, once(other.missing), printed),
      ...pairBeside(once(one.missing), other.elsewhere, printed).filter((pair) => !isMoved(pair)),
      ...pairBeside(one.elsewhere, once(other.missing), printed).filter((pair) => !isMoved(pair)),
      ...pairAlike(once(one.missing), other.surplus, printed),
      ...pairAlike(one.surplus, once(other.missing), printed),
      ...pairBeside(one.elsewhere, other.elsewhere, printed).filter(isTold),
      ...pairDisplaced(one.missing, other.matched, group, printed),
      ...pairDisplaced(other.missing, one.matched, group, printed).map(({ here, there }) => ({ here: there, there: here })),
    ]);
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

/** A slip is told once, by the first that finds it. */
function eachOnce(pairs: readonly Pair[]): readonly Replaced[] {
  const told = new Set<PrintedItem>();
  return pairs.flatMap(({ here: { item: here }, there: { item: there } }) => {
    if (told.has(here) || told.has(there)) return [];
    told.add(here).add(there);
    return [{ here, there }];
  });
}
