// Turn the figures of a release into those that are less or more than what they are by definition can be, at every period.

import { factKey, releasePeriod } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { decimalsOf, inPrintedUnits } from '../../figures/scale.ts';
import { reaches } from '../../figures/value-range.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import { say } from '../../model/say.ts';
import { pairs } from './concept-pairs.ts';
import { type ConceptRole, type RoledConcept, roledConcepts } from './concept-roles.ts';

/** A figure that is not where it has to be. */
export interface Excess {
  /** What has to hold, by concepts: a waiver names it. */
  readonly name: string;
  /** The same in words. */
  readonly because: string;
  readonly period: string;
  /** The figure at fault, as far as can be told. */
  readonly fact: Fact;
  /** Those that it is held against; empty where that is a number. */
  readonly others: readonly Fact[];
  /** How far it lies beyond, money in the issuer's scale, ratios in percent: above zero where it is too much, below where it is too little. */
  readonly difference: Exact;
  /** So little that it may be so: a person is asked. */
  readonly slight?: boolean;
}

/** Every inequality at every period, in order of period, then kind. */
export function tryInequalities(release: FigureSources, financials: Financials): readonly Excess[] {
  const byRole = new Map<ConceptRole, RoledConcept[]>();
  for (const each of roledConcepts(release.concepts)) {
    const known = byRole.get(each.role);
    if (known) known.push(each);
    else byRole.set(each.role, [each]);
  }
  if (byRole.size === 0) return [];
  const of = (...roles: readonly ConceptRole[]): readonly RoledConcept[] => roles.flatMap((role) => byRole.get(role) ?? []);
  /** Where there are two of a kind, such as common and preferred shares, nobody knows which of them is meant. */
  const single = (role: ConceptRole): RoledConcept | undefined => {
    const [first, second] = of(role).filter(({ depositary }) => !depositary);
    return second ? undefined : first;
  };
  const [net, issued, treasury] = [single('outstanding-shares'), single('issued-shares'), single('treasury-shares')];
  const bounds: ShareBounds = { average: single('average-shares'), shares: net ?? issued, treasury: net ? undefined : treasury };
  const [current, total] = [single('current-assets'), single('total-assets')];
  const perShare = pairs(of('diluted-per-share'), of('basic-per-share'));
  const averageShares = pairs(of('average-shares'), of('diluted-average-shares'));
  const ranges = pairs(of('low-end'), of('high-end'));

  return [...release.periods.keys(), releasePeriod].flatMap((period): readonly Excess[] => {
    const at = (roled: RoledConcept | undefined) => roled && present(financials.facts.get(factKey(roled.concept.id, period)));
    return [
      ...perShare.flatMap(([diluted, basic]) => dilution(at(diluted), at(basic))),
      ...averageShares.flatMap(([basic, diluted]) => atMost(at(basic), at(diluted), 'what could become shares is counted beside them')),
      ...ranges.flatMap(([low, high]) => atMost(at(low), at(high), 'the low end of a range is no more than its high end')),
      ...held(at(treasury), at(issued)),
      ...averages(bounds, period, release, financials),
      ...atMost(at(current), at(total), 'current assets are a part of total assets'),
      ...of('cash').flatMap((cash) => atMost(at(cash), at(total), 'cash is a part of total assets')),
      ...of('cash').flatMap((cash) => notNegative(at(cash), 'cash that is owed is a borrowing')),
      ...of('at-most-whole', 'part-of-whole').flatMap((ratio) => notMoreThanWhole(at(ratio))),
      ...of('part-of-whole').flatMap((ratio) => notNegative(at(ratio), 'a part of a whole is at least nothing')),
      ...of('dividend-per-share').flatMap((dividend) => notNegative(at(dividend), 'a dividend is paid, or none is')),
      ...of('issued-shares', 'outstanding-shares', 'average-shares').flatMap((shares) => notNegative(at(shares), 'shares are counted')),
    ].map((excess) => ({ ...excess, difference: inWaiverUnits(excess, release) }));
  });
}

/** A nil says that there is none, and what is undecided is held to nothing. */
function present(fact: Fact | undefined): Fact | undefined {
  return fact?.nil || fact?.undecided ? undefined : fact;
}

function inWaiverUnits({ fact, difference }: Excess, release: FigureSources): Exact {
  const scale = fact.unit === 'money' ? release.issuer.scale : (release.concepts.get(fact.concept)?.scale ?? 'one');
  return inPrintedUnits(difference, fact.unit, scale);
}

/** What could become shares takes from a profit per share, and what would take from a loss is left out of account. */
function dilution(diluted: Fact | undefined, basic: Fact | undefined): readonly Excess[] {
  if (!diluted || !basic) return [];
  const rule = { name: say`${diluted.concept} at most ${basic.concept}`, period: diluted.period, fact: diluted, others: [basic] };
  if (diluted.upper || basic.upper) return atMost(diluted, basic, 'diluted earnings per share are at most the basic ones');
  const typed = diluted.halfUnit.isZero || diluted.origin === 'computed' ? undefined : decimalsOf(diluted.halfUnit.add(diluted.halfUnit));
  // Typed figures are rounded one way or the other; computed ones differ by what the figures behind them leave open.
  const open = diluted.origin === 'computed' ? diluted.halfUnit.add(basic.halfUnit) : Exact.zero;
  const roundings = typed === undefined ? [basic.value] : [basic.value.round(typed), basic.value.truncate(typed)];
  const [one, other = one] = roundings as [Exact, Exact?];
  const [least, most] = one.compare(other) <= 0 ? [one, other] : [other, one];
  const above = diluted.value.sub(most.add(open));
  if (above.sign > 0) {
    const because =
      basic.value.sign < 0
        ? 'a loss per share is not made smaller by what could become shares'
        : 'diluted earnings per share are at most the basic ones';
    return [{ ...rule, because, difference: above }];
  }
  const below = diluted.value.sub(least.sub(open));
  if (basic.value.sign < 0 && below.sign < 0) {
    return [
      {
        ...rule,
        because: 'under a loss what could become shares is left out of account: diluted figures are equal to basic ones, or not given',
        difference: below,
      },
    ];
  }
  if (basic.value.sign > 0 && diluted.value.sign < 0) {
    return [{ ...rule, because: 'a profit per share does not become a loss by what could become shares', difference: below }];
  }
  return [];
}

/** As far as what both are rounded to lets one tell: two that are typed in one unit keep their order. */
function atMost(lower: Fact | undefined, upper: Fact | undefined, because: string): readonly Excess[] {
  if (!lower || !upper) return [];
  const together = lower.origin !== 'computed' && upper.origin !== 'computed' && lower.halfUnit.equals(upper.halfUnit);
  if (together && !lower.upper && !upper.upper ? lower.value.compare(upper.value) <= 0 : reaches(upper.range, lower.range)) return [];
  const name = say`${lower.concept} at most ${upper.concept}`;
  return [{ name, because, period: lower.period, fact: lower, others: [upper], difference: lower.value.sub(upper.value) }];
}

/** Some are always with others. */
function held(treasury: Fact | undefined, issued: Fact | undefined): readonly Excess[] {
  if (!treasury || !issued || treasury.value.abs().compare(issued.value) < 0) return [];
  const name = say`${treasury.concept} below ${issued.concept}`;
  const because = 'an issuer holds fewer shares than it has issued';
  return [{ name, because, period: treasury.period, fact: treasury, others: [issued], difference: treasury.value.abs().sub(issued.value) }];
}

/** What bounds an average of shares. */
interface ShareBounds {
  readonly average: RoledConcept | undefined;
  /** All that were issued, or all that are not the issuer's own. */
  readonly shares: RoledConcept | undefined;
  /** Undefined where `shares` leaves them out, and where nobody says how many there are. */
  readonly treasury: RoledConcept | undefined;
}

/** Shares that an issuer buys and gives away again within a period move an average beyond both ends by one in a thousand at most. */
const slightPart = Exact.of(1000);

/** An average lies between the shares outstanding at both ends, unless they rose and fell in between: which a waiver says. */
function averages(
  { average, shares, treasury }: ShareBounds,
  period: string,
  { periods }: FigureSources,
  { facts }: Financials,
): readonly Excess[] {
  const previous = periods.get(period)?.previous;
  if (!average || !shares || previous === undefined) return [];
  const find = ({ concept }: RoledConcept, at: string) => facts.get(factKey(concept.id, at));
  const fact = present(find(average, period));
  const ends = [previous, period].flatMap((at) => {
    const all = present(find(shares, at));
    const own = treasury && find(treasury, at);
    return all ? [{ all, own, outstanding: own ? all.value.sub(own.value.abs()) : all.value }] : [];
  });
  const [opening, closing] = ends;
  if (!fact || !opening || !closing) return [];
  const [least, most] =
    opening.outstanding.compare(closing.outstanding) <= 0
      ? [opening.outstanding, closing.outstanding]
      : [closing.outstanding, opening.outstanding];
  const rule = {
    name: say`${fact.concept} within shares outstanding`,
    because: 'an average lies between the shares outstanding at the beginning and at the end',
    period,
    fact,
    others: ends.flatMap(({ all, own }) => (own ? [all, own] : [all])),
  };
  // Where nobody says how many the issuer holds, all that were issued bound the average from above only, and it is never more.
  const isKnown = shares.role === 'outstanding-shares' || ends.every(({ own }) => own !== undefined);
  const told = (difference: Exact): readonly Excess[] => [
    { ...rule, difference, slight: isKnown && difference.abs().mul(slightPart).compare(closing.outstanding) <= 0 },
  ];
  if (fact.range.low.compare(most) > 0) return told(fact.value.sub(most));
  return isKnown && fact.range.high.compare(least) < 0 ? told(fact.value.sub(least)) : [];
}

function notMoreThanWhole(fact: Fact | undefined): readonly Excess[] {
  if (!fact || fact.range.low.compare(Exact.one) <= 0) return [];
  const name = say`${fact.concept} at most 100%`;
  return [
    { name, because: 'it is never more than the whole', period: fact.period, fact, others: [], difference: fact.value.sub(Exact.one) },
  ];
}

/** What was computed from a figure that is told is not told again. */
function notNegative(fact: Fact | undefined, because: string): readonly Excess[] {
  if (!fact || fact.value.sign >= 0 || fact.origin === 'computed') return [];
  return [{ name: say`${fact.concept} not negative`, because, period: fact.period, fact, others: [], difference: fact.value }];
}
