// Turn heads, captions and headings that name a length over a balance sheet, or a quarter by itself over cumulative figures, into findings.
import type { TimeNamed } from '../../language/legends.ts';
import { quoted } from '../../model/printable.ts';
import type { PeriodDates, Release } from '../../model/release.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendPlace } from './legend-places.ts';
import { fits } from './period-fits.ts';
import { statementType } from './statement-types.ts';

/** 連結累計期間 over the end of a period, 連結会計期間 over six months, As of over a statement of income. */
export const measuredPeriodsAgree: DocumentCheck = {
  code: 'check/head-period',
  severity: 'error',
  run: (printed) =>
    printed.legends.flatMap(({ text, place, said }) => {
      if (said.times.length === 0 || !('over' in place) || place.over === undefined || place.kind === 'prose') return [];
      const { statement } = place.over;
      return said.times.flatMap((named) => {
        const is = contradiction(named, place, statement, printed);
        if (is === undefined || isFree(text, named, printed)) return [];
        const at = printed.locate(text, named.start, named.end - named.start) ?? text.runs[0]?.inline.at;
        return [
          {
            message: say`the ${sayWord(place.kind)} ${quoted(text.text)} says ${quoted(text.text.slice(named.start, named.end))}, and ${statement} ${is}`,
            ...(at && { at }),
            hints: [
              'name what the figures are of: the day that a period ends on, a quarter by itself, or all since the year began',
              freeingHint,
            ],
          },
        ];
      });
    }),
};

/** What the figures are instead; undefined where they are as named, or where nothing tells. */
function contradiction({ names }: TimeNamed, place: LegendPlace, statement: string, { release }: Printed): string | undefined {
  // Where periods are rows, heads are of concepts.
  if (release.statements.get(statement)?.grid) return undefined;
  const type = statementType(statement, release);
  if (names === 'duration') return type === 'instant' ? 'is measured at the end of its periods' : undefined;
  if (type !== 'duration') return undefined;
  if (names === 'instant') return place.kind === 'head' ? 'is measured over its periods' : undefined;
  const periods = periodsUnder(place, statement, release);
  const isCumulative =
    periods.length > 0 && !periods.some((period) => atMostQuarter.some((months) => fits({ by: 'length', months }, period)));
  return isCumulative
    ? say`has figures since the beginning of the year: ${sayAll(
        periods.map(({ id }) => id),
        ', ',
      )}`
    : undefined;
}

/** Months of a quarter, and of a first one that is shorter. */
const atMostQuarter = [0, 1, 2, 3];

function periodsUnder(place: LegendPlace, statement: string, { statements, periods }: Release): readonly (PeriodDates & { id: string })[] {
  const columns = statements.get(statement)?.columns ?? [];
  const under = place.kind === 'head' ? columns.slice(place.from, place.to) : columns;
  return [...new Set(under.map(({ period }) => period))].flatMap((id) => periods.get(id) ?? []);
}
