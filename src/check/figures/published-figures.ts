// Turn figures of earlier periods that are others than an approved release printed, without a reason, into findings: nothing is restated in silence.
import { amountsOf } from '../../figures/digits.ts';
import { parseFactKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { presentedOtherwise } from '../../figures/presented-otherwise.ts';
import { beforeSplits } from '../../figures/splits.ts';
import type { Fact, FactKey, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { PublishedFact, PublishedRelease } from '../../model/published.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/**
 * A figure is held to the last release before this one that was approved and printed it. A forecast may be revised: only periods that were
 * over then are looked at. A computed figure is asked about where none of what it is made of is another.
 */
export const publishedFigures: FigureCheck = {
  code: 'check/restated',
  severity: 'error',
  run: (release, financials) => {
    const held = new Set<FactKey>();
    const told = new Set<FactKey>();
    return earlier(release).flatMap((published) => {
      const last = release.periods.get(published.current)?.end ?? '';
      const found: FindingDetails[] = [];
      const ahead: FactKey[] = [];
      for (const [key, { lastPlace }] of published.facts) {
        const period = release.periods.get(parseFactKey(key).period);
        if (!lastPlace || held.has(key) || !period || period.end > last) continue;
        held.add(key);
        if (isOther(key, published, financials)) ahead.push(key);
      }
      for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
        const fact = financials.facts.get(key);
        const was = published.facts.get(key);
        if (!fact || !was || told.has(key)) continue;
        told.add(key);
        if (isExplained(fact, was, release)) continue;
        const others = fact.inputs.filter((input) => isOther(input, published, financials));
        ahead.push(...others);
        if (others.length === 0) found.push(details(fact, was, published, release));
      }
      return found;
    });
  },
};

/** Those of periods that ended before the current one, the last first. */
function earlier({ published = [], periods, spec }: FigureSources): readonly PublishedRelease[] {
  const endOf = (id: string | undefined): string => (id === undefined ? '' : (periods.get(id)?.end ?? ''));
  const own = endOf(spec.periods.get('current')?.value);
  const before = published.filter(({ current }) => periods.has(current) && endOf(current) < own);
  return before.sort((a, b) => (endOf(a.current) < endOf(b.current) ? 1 : -1));
}

/** By one or more in the last place that was printed. A split of shares is no other figure. */
function isOther(key: FactKey, { facts }: PublishedRelease, financials: Financials): boolean {
  const [was, fact] = [facts.get(key), financials.facts.get(key)];
  if (!was || !fact || fact.undecided || fact.upper) return false;
  const apart = [fact.value, beforeSplits(fact.value, fact)].map((value) => value.sub(was.value).abs());
  return apart.every((difference) => !difference.isZero && (!was.lastPlace || difference.compare(was.lastPlace) >= 0));
}

/** By a reason that was not given then for another difference. */
function isExplained(fact: Fact, { because }: PublishedFact, release: FigureSources): boolean {
  const reason = presentedOtherwise(fact, release)?.because;
  return reason !== undefined && reason !== because;
}

function details(
  { key, concept: id, period, value, at, unit }: Fact,
  was: PublishedFact,
  { name, file }: PublishedRelease,
  release: FigureSources,
): FindingDetails {
  const { digits, unit: words } = amountsOf(unit, release, release.concepts.get(id)?.scale);
  const typed = was.typed ?? digits(was.value);
  const difference = say`a difference of ${digits(value.sub(was.value))}${words}`;
  const message =
    was.because === undefined
      ? say`${key} is ${digits(value)} and ${name} printed ${digits(was.value)}, ${difference} without a reason`
      : say`${key} is ${digits(value)} and ${name} printed ${digits(was.value)}, ${difference} for which the reason of that release stands: ${was.because}`;
  return {
    message,
    at,
    related: [{ at: { file, line: 1, column: 1, length: 1 }, message: say`what was approved of ${name}` }],
    hints: [
      say`if it is restated, say what was printed and why under as-released of periods/${period}.yaml: ${id}: {value: "${typed}", because: …}; else put the figure back`,
    ],
  };
}
