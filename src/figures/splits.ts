// Turn splits of shares into what a typed figure of an earlier period is restated by, and into the totals that they leave without a meaning.
import { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Split } from '../model/release.ts';
import type { FigureSources } from './figure-sources.ts';

/** Splits that figures of a concept at a period are restated for, and what a figure typed there is multiplied by. */
export interface Restating {
  readonly splits: readonly [Split, ...Split[]];
  /** New shares for one old one, of all of them. */
  readonly ratio: Exact;
  /** The ratio for counts, its inverse for amounts of a share. */
  readonly factor: Exact;
}

/** Undefined where the figure stays as it is typed: that of a period which ends on the day of the split or later, or of another concept. */
export function restatingOf(concept: string, period: string, release: FigureSources): Restating | undefined {
  const dates = release.periods.get(period);
  if (!release.issuer.splits || !dates) return undefined;
  const [first, ...others] = knownSplits(release).filter(
    ({ on, since, restates }) =>
      announcedOn(release) >= on &&
      dates.end < on &&
      (since === undefined || dates.start >= since) &&
      restates.some(({ value }) => value === concept),
  );
  if (!first) return undefined;
  const ratio = [first, ...others].reduce((product, split) => product.mul(split.ratio), Exact.one);
  const isCount = release.concepts.get(concept)?.unit === 'count';
  return { splits: [first, ...others], ratio, factor: isCount ? ratio : Exact.one.div(ratio) };
}

/** A value of a fact as it was published before the splits that it is restated for. */
export function beforeSplits(value: Exact, { restated }: Pick<Fact, 'restated'>): Exact {
  return restated ? value.div(restated.factor) : value;
}

/** The fact as it was then. */
export function unsplit(fact: Fact): Fact {
  const { restated: _restated, ...kept } = fact;
  const of = (value: Exact): Exact => beforeSplits(value, fact);
  const { range } = fact;
  return {
    ...kept,
    value: of(fact.value),
    ...(fact.upper && { upper: of(fact.upper) }),
    halfUnit: of(fact.halfUnit),
    range: { ...range, low: of(range.low), high: of(range.high) },
  };
}

/** The split that falls into a period and leaves the total of a concept without a meaning. */
export function splitWithin(concept: string, period: string, release: FigureSources): Split | undefined {
  return splitInside(period, release).find(({ noTotal }) => noTotal.some(({ value }) => value === concept));
}

/** Splits that fall into a period, after its first day. */
export function splitInside(period: string, release: FigureSources): readonly Split[] {
  const dates = release.periods.get(period);
  return dates ? knownSplits(release).filter(({ on }) => dates.start < on && on <= dates.end) : [];
}

/** Those that were decided when the release is announced: an older one keeps its figures. */
function knownSplits(release: FigureSources): readonly Split[] {
  const day = announcedOn(release);
  return (release.issuer.splits ?? []).filter(({ decided }) => decided <= day);
}

/** The first day on which it is announced. */
function announcedOn({ spec }: FigureSources): string {
  return Object.values(spec.announced)
    .map(({ value }) => value)
    .reduce((first, day) => (day < first ? day : first));
}
