// Turn titles, and headings of the first level, that name another day, month, length, quarter or year than the period reported into findings.
import type { PeriodNamed } from '../../language/legends.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Period, PeriodDates, Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendText } from './legend-texts.ts';
import { misnamed, type Periods } from './period-fits.ts';
import { titleTexts } from './title-texts.ts';
import { unprintedNumbers } from './titles.ts';

/** A title names the period reported; others beside it. */
export const titlePeriodsAgree: DocumentCheck = {
  code: 'check/title',
  severity: 'error',
  run: (printed) => {
    const current = currentPeriod(printed.release);
    if (!current) return [];
    const periods = { current, own: [current], others: periodsOfRelease(printed.release), dates: datesOf(printed.release) };
    return [
      ...titleTexts(printed).flatMap((title) => {
        const told = title.of === 'file' ? unprintedNumbers(title.text.lang, printed) : [];
        return faults(title, title.what, { ...periods, told }, printed);
      }),
      ...printed.legends.flatMap((legend) => {
        const isTitle = legend.place.kind === 'heading' && legend.place.level === 1;
        return isTitle ? faults(legend, say`the heading ${quoted(legend.text.text)}`, { ...periods, told: [] }, printed) : [];
      }),
    ];
  },
};

interface Meant extends Periods {
  /** The one that is reported. */
  readonly current: Period;
  /** Where something is told of already. */
  readonly told: readonly Stretch[];
}

function faults(
  { text, said }: Pick<LegendText, 'text' | 'said'>,
  what: string,
  { current, told, ...periods }: Meant,
  printed: Printed,
): readonly FindingDetails[] {
  const named = misnamed(said.periods, periods);
  return withoutInner(named)
    .filter((each) => !told.some(({ start, end }) => each.start <= start && end <= each.end) && !isFree(text, each, printed))
    .map(({ start, end }) => {
      const at = printed.locate(text, start, end - start);
      return {
        message: say`${what} says ${quoted(text.text.slice(start, end))}, which the period reported is not: ${spanOf(current)}`,
        ...(at && { at }),
        related: [{ at: current.at, message: say`the period ${current.id}` }],
        hints: ['name the period as the first heading prints it, or correct its dates', freeingHint],
      };
    });
}

/** Words that say two things of a period are told of once. */
export const withoutInner = (named: readonly PeriodNamed[]): readonly PeriodNamed[] =>
  named.filter((each, index) => named.findIndex(({ start, end }) => start === each.start && end === each.end) === index);

/** `2025-04-01 to 2025-09-30, quarter 2 of fiscal 2026`. */
export const spanOf = ({ start, end, quarter, fiscalYear }: PeriodDates): string =>
  say`${start} to ${end}, quarter ${quarter} of fiscal ${fiscalYear}`;

export function currentPeriod({ spec, periods }: Release): Period | undefined {
  return periods.get(spec.periods.get('current')?.value ?? '');
}

/** Those that the release gives a role, each once. */
export function periodsOfRelease({ spec, periods }: Release): readonly Period[] {
  const ids = new Set([...spec.periods.values()].map(({ value }) => value));
  return [...ids].flatMap((id) => periods.get(id) ?? []);
}

/** Days of announcement, and those that it names. */
export function datesOf({ spec, languages }: Release): readonly string[] {
  return [...languages.flatMap((lang) => spec.announced[lang]?.value ?? []), ...[...spec.dates.values()].map(({ value }) => value)];
}
