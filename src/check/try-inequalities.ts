// Turn the figures of a release into those that are less or more than what they are by definition can be, at every period.

import { factKey, releasePeriod } from '../figures/fact-key.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { decimalsOf, inPrintedUnits } from '../figures/scale.ts';
import { reaches } from '../figures/value-range.ts';
import { Exact } from '../model/exact.ts';
import type { Fact, Financials } from '../model/financials.ts';
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
}

/** Every inequality at every period, in order of their kinds, then period. */
export function tryInequalities(release: FigureSources, financials: Financials): readonly Excess[] {
  const roled = roledConcepts(release.concepts);
  if (roled.length === 0) return [];
  const byRole = new Map<ConceptRole, RoledConcept[]>();
  for (const each of roled) byRole.set(each.role, [...(byRole.get(each.role) ?? []), each]);
  const of = (role: ConceptRole): readonly RoledConcept[] => byRole.get(role) ?? [];
  /** Where there are two of a kind, such as common and preferred shares, nobody knows which of them is meant. */
  const single = (role: ConceptRole): RoledConcept | undefined => {
    const [first, second] = of(role).filter(({ depositary }) => !depositary);
    return second ? undefined : first;
  };
  const net = single('outstanding-shares');
  const shares: ShareRoles = {
    average: single('average-shares'),
    shares: net ?? single('issued-shares'),
    treasury: net ? undefined : single('treasury-shares'),
  };
  const periods = [...release.periods.keys(), releasePeriod];
  const at = (period: string) => (role: RoledConcept | undefined) =>
    role && present(financials.facts.get(factKey(role.concept.id, period)));

  return periods.flatMap((period): readonly Excess[] => {
    const fact = at(period);
    const pairs = (lower: ConceptRole, upper: ConceptRole) =>
      counterparts(of(lower), of(upper)).map(([a, b]) => [fact(a), fact(b)] as const);
    const only = (role: ConceptRole): Fact | undefined => fact(single(role));
    return [
      ...pairs('diluted-per-share', 'basic-per-share').flatMap(([diluted, basic]) => dilution(diluted, basic)),
      ...pairs('average-shares', 'diluted-average-shares').flatMap(([basic, diluted]) =>
        atMost(basic, diluted, 'what could become shares is counted beside them'),
      ),
      ...pairs('low-end', 'high-end').flatMap(([low, high]) => atMost(low, high, 'the low end of a range is no more than its high end')),
      ...held(only('treasury-shares'), only('issued-shares')),
      ...averages(shares, period, release, financials),
      ...atMost(only('current-assets'), only('total-assets'), 'current assets are a part of total assets'),
      ...of('cash').flatMap((cash) => [
        ...atMost(fact(cash), only('total-assets'), 'cash is a part of total assets'),
        ...notNegative(fact(cash), 'cash that is owed is a borrowing'),
      ]),
      ...[...of('at-most-whole'), ...of('part-of-whole')].flatMap((ratio) => notMoreThanWhole(fact(ratio))),
      ...of('part-of-whole').flatMap((ratio) => notNegative(fact(ratio), 'a part of a whole is at least nothing')),
      ...of('dividend-per-share').flatMap((dividend) => notNegative(fact(dividend), 'shareholders are paid, or not')),
      ...[...of('issued-shares'), ...of('average-shares')].flatMap((shares) => notNegative(fact(shares), 'shares are counted')),
    ].map((excess) => ({ ...excess, difference: inWaiverUnits(excess, release) }));
  });
}

/** A nil says that there is none. */
function present(fact: Fact | undefined): Fact | undefined {
  return fact?.nil ? undefined : fact;
}

function inWaiverUnits({ fact, difference }: Excess, release: FigureSources): Exact {
  const scale = fact.unit === 'money' ? release.issuer.scale : (release.concepts.get(fact.concept)?.scale ?? 'one');
  return inPrintedUnits(difference, fact.unit, scale);
}

/** Concepts of the same thing: alike in a label but for the word that tells them apart, or the only two of their kind. */
function counterparts(a: readonly RoledConcept[], b: readonly RoledConcept[]): readonly (readonly [RoledConcept, RoledConcept])[] {
  return a.flatMap((one) => {
    const kin = b.filter(({ depositary, concept }) => depositary === one.depositary && concept.unit === one.concept.unit);
    const alike = kin.filter(({ subjects }) => [...subjects].some((subject) => one.subjects.has(subject)));
    const range = one.role === 'low-end';
    const others =
      alike.length > 0 || range
        ? alike
        : kin.length === 1 && a.filter(({ depositary }) => depositary === one.depositary).length === 1
          ? kin
          : [];
    return others.map((other) => [one, other] as const);
  });
}

/** What could become shares takes from a profit per share, and what would take from a loss is left out of account. */
function dilution(diluted: Fact | undefined, basic: Fact | undefined): readonly Excess[] {
  if (!diluted || !basic) return [];
  const rule = { name: `${diluted.concept} at most ${basic.concept}`, period: diluted.period, fact: diluted, others: [basic] };
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
  if (together ? lower.value.compare(upper.value) <= 0 : reaches(upper.range, lower.range)) return [];
  const name = `${lower.concept} at most ${upper.concept}`;
  return [{ name, because, period: lower.period, fact: lower, others: [upper], difference: lower.value.sub(upper.value) }];
}

/** Some are always with others. */
function held(treasury: Fact | undefined, issued: Fact | undefined): readonly Excess[] {
  if (!treasury || !issued || treasury.value.abs().compare(issued.value) < 0) return [];
  const name = `${treasury.concept} below ${issued.concept}`;
  const because = 'an issuer holds fewer shares than it has issued';
  return [{ name, because, period: treasury.period, fact: treasury, others: [issued], difference: treasury.value.abs().sub(issued.value) }];
}

/** What bounds an average of shares. */
interface ShareRoles {
  readonly average: RoledConcept | undefined;
  /** All that were issued, or all that are not the issuer's own. */
  readonly shares: RoledConcept | undefined;
  /** Undefined where `shares` leaves them out, and where nobody says how many there are. */
  readonly treasury: RoledConcept | undefined;
}

/** An average lies between the shares outstanding at both ends, unless they rose and fell in between: which a waiver says. */
function averages(
  { average, shares, treasury }: ShareRoles,
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
    name: `${fact.concept} within shares outstanding`,
    because: 'an average lies between the shares outstanding at the beginning and at the end',
    period,
    fact,
    others: ends.flatMap(({ all, own }) => (own ? [all, own] : [all])),
  };
  if (fact.range.low.compare(most) > 0) return [{ ...rule, difference: fact.value.sub(most) }];
  // Where nobody says how many the issuer holds, all that were issued bound the average from above only.
  const isKnown = shares.role === 'outstanding-shares' || ends.every(({ own }) => own !== undefined);
  return isKnown && fact.range.high.compare(least) < 0 ? [{ ...rule, difference: fact.value.sub(least) }] : [];
}

function notMoreThanWhole(fact: Fact | undefined): readonly Excess[] {
  if (!fact || fact.range.low.compare(Exact.one) <= 0) return [];
  const name = `${fact.concept} at most 100%`;
  return [
    { name, because: 'it is never more than the whole', period: fact.period, fact, others: [], difference: fact.value.sub(Exact.one) },
  ];
}

/** What was computed from a figure that is told is not told again. */
function notNegative(fact: Fact | undefined, because: string): readonly Excess[] {
  if (!fact || fact.value.sign >= 0 || fact.origin === 'computed') return [];
  return [{ name: `${fact.concept} not negative`, because, period: fact.period, fact, others: [], difference: fact.value }];
}
