// Turn a figure into the names that a filing has for it: element and context of the exchange's taxonomy. Nothing is claimed to be a filing.
import { periodTypesOf } from '../../figures/period-types.ts';
import { fiscalPart } from '../../language/calendar.ts';
import type { Period, PeriodDates, Release } from '../../model/release.ts';
import type { RecordDate, Taxonomy, TaxonomyEntry } from '../../model/taxonomy.ts';

/** Element and context of one value. */
export interface FilingName {
  /** With its prefix. */
  readonly element: string;
  readonly context: string;
  /** The names were not seen in a filing of this form. */
  readonly unverified?: true;
}

/** Which end of a range a value is, where it is one of two. */
type End = 'upper' | 'lower';

/** Names of the figures of one release; undefined for a figure without. */
export interface FilingNames {
  readonly ofAmount: (concept: string, period: string, end?: End) => FilingName | undefined;
  readonly ofChange: (concept: string, period: string) => FilingName | undefined;
}

/** Years by their distance from the fiscal year of the release. */
const years: ReadonlyMap<number, string> = new Map([
  [-1, 'Prior'],
  [0, 'Current'],
  [1, 'Next'],
  [2, 'Next2'],
]);

const schedule: Readonly<Record<RecordDate, { readonly member: string; readonly quarter: number }>> = {
  q1: { member: 'FirstQuarterMember', quarter: 1 },
  q2: { member: 'SecondQuarterMember', quarter: 2 },
  q3: { member: 'ThirdQuarterMember', quarter: 3 },
  'year-end': { member: 'YearEndMember', quarter: 4 },
  annual: { member: 'AnnualMember', quarter: 4 },
};

export function filingNames(release: Release, { prefix, entries }: Taxonomy): FilingNames {
  const current = release.periods.get(release.spec.periods.get('current')?.value ?? '');
  const types = periodTypesOf(release);
  const contextOf = (concept: string, id: string, entry: TaxonomyEntry, end: End | undefined): string | undefined => {
    const period = release.periods.get(id);
    const span = period && current && spanOf(period, current);
    const type = entry.recordDate ? 'duration' : types.get(concept);
    if (!period || !current || span === undefined || type === undefined) return undefined;
    const separate = entry.separate ?? release.form.consolidated === 'no';
    const members = [
      `${span}${type === 'instant' ? 'Instant' : 'Duration'}`,
      separate ? 'NonConsolidatedMember' : 'ConsolidatedMember',
      ...(entry.recordDate ? [schedule[entry.recordDate].member] : []),
      end === undefined ? (isExpected(period, current, entry.recordDate) ? 'ForecastMember' : 'ResultMember') : ends[end],
    ];
    return members.join('_');
  };
  const named = (concept: string, period: string, key: 'element' | 'change', end?: End): FilingName | undefined => {
    const entry = entries.get(concept);
    const element = entry?.[key];
    const context = entry && contextOf(concept, period, entry, end);
    if (element === undefined || context === undefined) return undefined;
    return { element: `${prefix}:${element}`, context, ...(entry?.unverified && { unverified: true as const }) };
  };
  return {
    ofAmount: (concept, period, end) => named(concept, period, 'element', end),
    ofChange: (concept, period) => named(concept, period, 'change'),
  };
}

const ends: Readonly<Record<End, string>> = { upper: 'UpperMember', lower: 'LowerMember' };

/** CurrentYear, PriorAccumulatedQ3; undefined for a stretch that begins inside its year, and for years farther away. */
function spanOf(period: PeriodDates, current: PeriodDates): string | undefined {
  const year = years.get(period.fiscalYear - current.fiscalYear);
  const part = fiscalPart(period);
  if (year === undefined) return undefined;
  if (part === 'year') return `${year}Year`;
  const begins = part === 'cumulative' || (part === 'quarter' && period.quarter === 1);
  return begins ? `${year}AccumulatedQ${period.quarter}` : undefined;
}

/** What ends after the period of the release is expected; of a dividend, what its record date does. */
function isExpected(period: Period, current: Period, recordDate: RecordDate | undefined): boolean {
  if (!recordDate) return period.end > current.end;
  const years = period.fiscalYear - current.fiscalYear;
  return years > 0 || (years === 0 && schedule[recordDate].quarter > current.quarter);
}
