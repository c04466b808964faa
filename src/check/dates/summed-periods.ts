// Turn periods that are not what the periods that they are the sum of cover into findings.

import type { FigureSources } from '../../figures/figure-sources.ts';
import { daysBetween } from '../../language/calendar.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

export const summedPeriods: FigureCheck = {
  code: 'check/duration',
  severity: 'error',
  run: (release) => [...release.periods.values()].flatMap((period) => misfit(period, release)),
};

function misfit(period: Period, { periods }: FigureSources): FindingDetails[] {
  const { sum } = period;
  const parts = (sum?.of ?? []).flatMap((id) => periods.get(id) ?? []);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!sum || !first || !last || parts.length < sum.of.length) return [];
  const faults = [
    ...(first.start === period.start ? [] : [say`${first.id} starts on ${first.start}, ${period.id} on ${period.start}`]),
    ...parts.slice(1).flatMap((part, index) => {
      const before = parts[index] as Period;
      return daysBetween(before.end, part.start) === 1 ? [] : [say`${before.id} ends on ${before.end}, ${part.id} starts on ${part.start}`];
    }),
    ...(last.end === period.end ? [] : [say`${last.id} ends on ${last.end}, ${period.id} on ${period.end}`]),
  ];
  if (faults.length === 0) return [];
  return [
    {
      message: say`${period.id} is not the sum of ${sayAll(sum.of, ', ')}: ${sayAll(faults, '; ')}`,
      at: sum.at,
      related: parts.map(({ id, dated, at, start, end }) => ({ at: dated?.start ?? at, message: say`${id} is from ${start} to ${end}` })),
      hints: ['name its parts in order of time, each from the day after the one before it ends', 'or correct the days of one of them'],
    },
  ];
}
