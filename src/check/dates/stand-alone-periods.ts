// Turn stand-alone periods that are not the rest of the longer period that they name into findings.

import type { FigureSources } from '../../figures/figure-sources.ts';
import { daysBetween } from '../../language/calendar.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

export const standAlonePeriods: FigureCheck = {
  code: 'check/duration',
  severity: 'error',
  run: (release) => [...release.periods.values()].flatMap((period) => misfit(period, release)),
};

function misfit(period: Period, { periods }: FigureSources): FindingDetails[] {
  const { standAlone } = period;
  const [of, less] = [periods.get(standAlone?.of ?? ''), periods.get(standAlone?.less ?? '')];
  if (!standAlone || !of || !less) return [];
  const faults = [
    ...(of.start === less.start ? [] : [say`${of.id} starts on ${of.start}, ${less.id} on ${less.start}`]),
    ...(of.end === period.end ? [] : [say`${of.id} ends on ${of.end}, ${period.id} on ${period.end}`]),
    ...(daysBetween(less.end, period.start) === 1 ? [] : [say`${less.id} ends on ${less.end}, ${period.id} starts on ${period.start}`]),
  ];
  if (faults.length === 0) return [];
  return [
    {
      message: say`${period.id} is not ${of.id} less ${less.id}: ${sayAll(faults, '; ')}`,
      at: standAlone.at,
      related: [of, less].map(({ id, dated, at, start, end }) => ({
        at: dated?.start ?? at,
        message: say`${id} is from ${start} to ${end}`,
      })),
      hints: [
        'name a longer period that ends with this one, and its beginning, which ends on the day before this one',
        'or correct the days of one of them',
      ],
    },
  ];
}
