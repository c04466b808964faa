// Turn periods whose quarters lead to other ends of the fiscal year than those of the others into findings: a quarter's number is mistyped.

import type { FigureSources } from '../../figures/figure-sources.ts';
import { fiscalYearEnd } from '../../language/calendar.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** July to September is the second quarter of a year that closes in March, and the third of one that closes in December. */
export const closingMonths: FigureCheck = {
  code: 'check/duration',
  severity: 'error',
  run: (release) => oddOnes(comparedPeriods(release)),
};

/** The periods that the release names, the current one first; those that say that their fiscal year is of another kind are left out. */
function comparedPeriods({ spec, periods }: FigureSources): readonly Period[] {
  const current = spec.periods.get('current')?.value ?? '';
  const named = new Set([current, ...[...spec.periods.values()].map(({ value }) => value)]);
  return [...named].flatMap((id) => periods.get(id) ?? []).filter(({ fiscal, irregular }) => !fiscal && irregular === undefined);
}

function oddOnes(periods: readonly Period[]): FindingDetails[] {
  const byMonth = new Map<number, Period[]>();
  for (const period of periods) {
    const { month } = fiscalYearEnd(period);
    byMonth.set(month, [...(byMonth.get(month) ?? []), period]);
  }
  // Of as many on each side, those of the current period come first.
  const [most, ...others] = [...byMonth].sort(([, one], [, other]) => other.length - one.length);
  if (!most) return [];
  const [usual, alike] = most;
  return others.flatMap(([month, odd]) =>
    odd.map(({ id, end, quarter, dated, at }) => ({
      message: say`${id} ends on ${end} with quarter ${quarter} of a fiscal year that closes in month ${month}; that of ${sayAll(
        alike.map((each) => each.id),
        ', ',
      )} closes in month ${usual}`,
      at: dated?.quarter ?? at,
      hints: [
        'correct the quarter, or the last day',
        'where the fiscal year changed, give the first and last day of that which is not of twelve months under fiscal, or say why: irregular: why',
      ],
    })),
  );
}
