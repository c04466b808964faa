// Turn periods that a release compares and that are not as long as each other, or not where their roles say, into findings.

import type { FigureSources } from '../../figures/figure-sources.ts';
import { cellConcept, cellPeriod } from '../../figures/matrix-cells.ts';
import { periodTypesOf } from '../../figures/period-types.ts';
import { areOfOneLength, dateParts, daysBetween, fiscalPart, fiscalYearEnd, monthsOf } from '../../language/calendar.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** A period is compared with the same one of the year before, as long as itself, unless its file says why not. */
export const periodLengths: FigureCheck = {
  code: 'check/duration',
  severity: 'error',
  run: (release) => {
    const pairs = unlikePairs(release);
    const all = [...pairs.map(unlike), ...misplaced(release), ...partless(release)];
    const prior = release.periods.get(release.spec.periods.get('prior-year')?.value ?? '');
    if (all.length === 0 || !prior || !printsBalancesOnly(prior.id, release)) return all;
    // Balances are compared as they are: a year before may be the end of the last fiscal year.
    return [...pairs.filter(({ before }) => before !== prior).map(unlike), ...misplaced(release, prior), ...partless(release)];
  },
};

/** Two periods that are compared. */
export interface PeriodPair {
  readonly now: Period;
  readonly before: Period;
}

/** Whether a file says why one of them is of another length: a year in which the closing day moved, a first year. */
export const isSaid = ({ now, before }: PeriodPair): boolean => now.irregular !== undefined || before.irregular !== undefined;

/** Whether statements print balances of a period, and nothing that is measured over it. */
function printsBalancesOnly(period: string, release: FigureSources): boolean {
  const types = periodTypesOf(release);
  const measured = new Set(conceptsPrinted(period, release).map((concept) => types.get(concept)));
  return measured.has('instant') && !measured.has('duration');
}

/** The concepts of the cells that are of a period: a row may name another than its column. */
function conceptsPrinted(period: string, { statements, periods }: FigureSources): readonly string[] {
  const cells = [...statements.values()].flatMap((spec) =>
    spec.rows.flatMap((row) => spec.columns.map((column) => ({ row, column, spec }))),
  );
  return cells.flatMap(({ row, column, spec }) => {
    if (cellPeriod(row, column, periods) !== period) return [];
    const concept = cellConcept(row, column, spec);
    return concept === undefined || (column.only ?? concept) !== concept ? [] : [concept];
  });
}

/** `2026h1 is 6 months (183 days)`, so that a reader can count. */
export function lengthOf({ start, end }: Pick<Period, 'start' | 'end'>): string {
  const months = monthsOf(start, end);
  return say`${months} month${months === 1 ? '' : 's'} (${daysBetween(start, end) + 1} days)`;
}

/** The current period with the one in the role `prior-year`, and periods of roles a year apart that have no other to be compared with. */
export function unlikePairs({ spec, periods }: FigureSources): readonly PeriodPair[] {
  const current = periods.get(spec.periods.get('current')?.value ?? '');
  const prior = periods.get(spec.periods.get('prior-year')?.value ?? '');
  const direct = current && prior && !areOfOneLength(current, prior) ? [{ now: current, before: prior }] : [];
  const named = [...new Set([...spec.periods.values()].flatMap(({ value }) => periods.get(value) ?? []))];
  const yearApart = named.flatMap((now) => named.filter((before) => isYearBefore(before, now)).map((before) => ({ now, before })));
  const alike = yearApart.filter(({ now, before }) => areOfOneLength(now, before));
  const [later, earlier] = [new Set(alike.map(({ now }) => now)), new Set(alike.map(({ before }) => before))];
  const others = yearApart.filter(
    (pair) => !later.has(pair.now) && !earlier.has(pair.before) && !(pair.now === current && pair.before === prior),
  );
  return [...direct, ...others].filter((pair) => !isSaid(pair));
}

const isYearBefore = (before: Period, now: Period): boolean => before.quarter === now.quarter && before.fiscalYear === now.fiscalYear - 1;

function unlike({ now, before }: PeriodPair): FindingDetails {
  return {
    message: say`${before.id} is ${lengthOf(before)}, from ${before.start} to ${before.end}, and ${now.id}, which is compared with it, is ${lengthOf(now)}, from ${now.start} to ${now.end}`,
    at: before.dated?.start ?? before.at,
    related: [{ at: now.dated?.start ?? now.at, message: say`${now.id} starts here` }],
    hints: [
      'correct the first or last day of one of them, or name a period of the same length in release.yaml',
      'where the length of the fiscal year changed, say so in the file of the period that is not of the usual one: irregular: why',
    ],
  };
}

/** Days by which a period may end off the same day of the year before, or begin off the end of another: a week of a year of 53, and a leap day. */
const daySlack = 10;

/** Roles whose names say where their periods lie. */
function misplaced({ spec, periods }: FigureSources, exempt?: Period): FindingDetails[] {
  const role = (name: string): Period | undefined => periods.get(spec.periods.get(name)?.value ?? '');
  const current = role('current');
  if (!current) return [];
  const test = (name: string, holds: (other: Period) => boolean, wanted: string): FindingDetails[] => {
    const other = role(name);
    const typed = spec.periods.get(name);
    if (!other || !typed || other === exempt || isSaid({ now: current, before: other }) || holds(other)) return [];
    return [
      {
        message: say`${name} is ${other.id}, from ${other.start} to ${other.end}, and ${current.id}, the current period, is from ${current.start} to ${current.end}: ${wanted}`,
        at: typed.at,
        related: [{ at: other.dated?.end ?? other.at, message: say`${other.id} ends here` }],
        hints: [
          'name another period, or correct its days',
          'where the fiscal year changed, say so in the file of the period: irregular: why',
        ],
      },
    ];
  };
  const isQuarter = (period: Period): boolean => fiscalPart(period) === 'quarter';
  return [
    ...test('prior-year', ({ end }) => Math.abs(daysBetween(end, current.end) - 365) <= daySlack, 'they do not end a year apart'),
    ...test(
      'prior-quarter',
      (other) => !isQuarter(current) || !isQuarter(other) || Math.abs(daysBetween(other.end, current.start)) <= daySlack,
      'the one does not begin where the other ends',
    ),
    ...test('next', ({ start }) => start > current.end, 'it does not begin after it'),
  ];
}

/** Months of no quarter, half or year. */
const oddLengths: ReadonlySet<number> = new Set([2, 4, 5, 7, 8, 10, 11]);

/** Periods of a role that are as long as no part of a fiscal year, unless they begin with it. */
function partless({ spec, periods }: FigureSources): FindingDetails[] {
  const named = new Set([...spec.periods.values()].flatMap(({ value }) => periods.get(value) ?? []));
  return [...named].flatMap((period) => {
    const { id, start, end, fiscal, irregular, dated, at } = period;
    const firstMonth = (fiscalYearEnd(period).month % 12) + 1;
    if (fiscal || irregular !== undefined || !oddLengths.has(monthsOf(start, end)) || dateParts(start).month === firstMonth) return [];
    return [
      {
        message: say`${id} is ${lengthOf(period)}, from ${start} to ${end}, which no quarter, half or year is`,
        at: dated?.start ?? at,
        hints: ['correct its first or last day', 'where the fiscal year changed, say so in its file: irregular: why'],
      },
    ];
  });
}
