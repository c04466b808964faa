// Turn releases and the ids of later ones into the periods that each role moves to.
import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { daysOfMonths } from '../../src/roll/days-of-months.ts';
import { patternOf, usualPatterns } from '../../src/roll/period-pattern.ts';
import { shiftPeriods } from '../../src/roll/shift-periods.ts';
import { yearOfQuarters } from '../../src/roll/year-of-quarters.ts';
import { buildRelease } from '../support/build-release.ts';

type Days = readonly [start: string, end: string, year: number, quarter: number, previous?: string];

/** A release whose periods are as given, by id, and whose roles name some of them. */
function releaseOf(periods: Readonly<Record<string, Days>>, roles: Readonly<Record<string, string>>): Release {
  const base = buildRelease({ periods: Object.fromEntries(Object.keys(periods).map((id) => [id, { facts: {} }])) });
  const at = { file: 'x', line: 1, column: 1, length: 1 };
  return {
    ...base,
    periods: new Map(
      Object.entries(periods).map(([id, [start, end, fiscalYear, quarter, previous]]) => [
        id,
        { id, start, end, fiscalYear, quarter, ...(previous !== undefined && { previous }), facts: new Map(), controls: [], at },
      ]),
    ),
    spec: { ...base.spec, periods: new Map(Object.entries(roles).map(([role, value]) => [role, { value, at }])) },
  };
}

const iij = releaseOf(
  {
    '1q02': ['2002-04-01', '2002-06-30', 2002, 1],
    '2q01': ['2001-07-01', '2001-09-30', 2001, 2],
    '2q02': ['2002-07-01', '2002-09-30', 2002, 2, '1q02'],
    '3q02': ['2002-10-01', '2002-12-31', 2002, 3, '2q02'],
  },
  { current: '2q02', 'prior-year': '2q01', 'prior-quarter': '1q02', next: '3q02' },
);

const aoba = releaseOf(
  {
    '2024h1': ['2023-04-01', '2023-09-30', 2024, 2],
    '2025fy': ['2024-04-01', '2025-03-31', 2025, 4],
    '2025h1': ['2024-04-01', '2024-09-30', 2025, 2],
    '2026fy': ['2025-04-01', '2026-03-31', 2026, 4, '2025fy'],
    '2026h1': ['2025-04-01', '2025-09-30', 2026, 2, '2025fy'],
  },
  { current: '2026h1', 'prior-year': '2025h1', 'year-before': '2024h1', 'year-end': '2025fy', 'full-year': '2026fy' },
);

/** `role=id start..end` of each, `*` after one that has a file. */
function shifted(release: Release, id: string, given: Readonly<Record<string, string>> = {}): readonly string[] | string {
  const found = shiftPeriods(release, id, new Map(Object.entries(given)));
  if ('message' in found) return found.message;
  const roles = [...found.roles].map(([role, { dates, file }]) => `${role}=${dates.id} ${dates.start}..${dates.end}${file ? '*' : ''}`);
  return [...roles, `previous=${found.previous?.dates.id}`];
}

describe('periods of a later release', () => {
  it.each<[string, Release, string, readonly string[]]>([
    [
      'the next quarter',
      iij,
      '3q02',
      [
        'current=3q02 2002-10-01..2002-12-31*',
        'prior-year=3q01 2001-10-01..2001-12-31',
        'prior-quarter=2q02 2002-07-01..2002-09-30*',
        'next=4q02 2003-01-01..2003-03-31',
        'previous=2q02',
      ],
    ],
    [
      'a quarter of the next year, whose prior year is a file of this one',
      iij,
      '1q03',
      [
        'current=1q03 2003-04-01..2003-06-30',
        'prior-year=1q02 2002-04-01..2002-06-30*',
        'prior-quarter=4q02 2003-01-01..2003-03-31',
        'next=2q03 2003-07-01..2003-09-30',
        'previous=4q02',
      ],
    ],
    [
      'a year after a quarter',
      iij,
      'fy02',
      [
        'current=fy02 2002-04-01..2003-03-31',
        'prior-year=fy01 2001-04-01..2002-03-31',
        'prior-quarter=3q02 2002-10-01..2002-12-31*',
        'next=1q03 2003-04-01..2003-06-30',
        'previous=fy01',
      ],
    ],
    [
      'the first half of the next year: its year-end is the forecast of this one',
      aoba,
      '2027h1',
      [
        'current=2027h1 2026-04-01..2026-09-30',
        'prior-year=2026h1 2025-04-01..2025-09-30*',
        'year-before=2025h1 2024-04-01..2024-09-30*',
        'year-end=2026fy 2025-04-01..2026-03-31*',
        'full-year=2027fy 2026-04-01..2027-03-31',
        'previous=2026fy',
      ],
    ],
    [
      'nine months after six: years stay, the year so far grows',
      aoba,
      '2026q3',
      [
        'current=2026q3 2025-04-01..2025-12-31',
        'prior-year=2025q3 2024-04-01..2024-12-31',
        'year-before=2024q3 2023-04-01..2023-12-31',
        'year-end=2025fy 2024-04-01..2025-03-31*',
        'full-year=2026fy 2025-04-01..2026-03-31*',
        'previous=2025fy',
      ],
    ],
    [
      'the year after its half: what is forecast is the year after it',
      aoba,
      '2026fy',
      [
        'current=2026fy 2025-04-01..2026-03-31*',
        'prior-year=2025fy 2024-04-01..2025-03-31*',
        'year-before=2024fy 2023-04-01..2024-03-31',
        'year-end=2025fy 2024-04-01..2025-03-31*',
        'full-year=2027fy 2026-04-01..2027-03-31',
        'previous=2025fy',
      ],
    ],
  ])('%s', (_, release, id, wanted) => expect(shifted(release, id)).toEqual(wanted));

  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['an id that names no period', 'autumn', {}, 'nothing tells the days of the period autumn'],
    ['an earlier one', '1q02', {}, '1q02 ends on 2002-06-30, not after 2q02, which ends on 2002-09-30'],
    ['the same', '2q02', {}, '2q02 ends on 2002-09-30, not after 2q02, which ends on 2002-09-30'],
    ['a role that there is not', '3q02', { prior: '3q01' }, 'there is no role prior'],
  ])('refuses %s', (_, id, given, wanted) => expect(shifted(iij, id, given)).toBe(wanted));

  it('takes the period that somebody names', () => {
    expect(shifted(iij, 'autumn', { current: '3q02' })).toContain('current=3q02 2002-10-01..2002-12-31*');
    expect(shifted(iij, '3q02', { next: '1q02' })).toContain('next=1q02 2002-04-01..2002-06-30*');
    expect(shifted(iij, '3q02', { 'prior-year': 'oct01' })).toContain('prior-year=oct01 2001-10-01..2001-12-31');
  });

  it('refuses to guess days of a company that closes on no day of a month, and takes files of its own', () => {
    const weeks = releaseOf({ '1q02': ['2002-03-31', '2002-06-29', 2002, 1] }, { current: '1q02' });
    expect(shifted(weeks, '2q02')).toContain('is not of whole months');
    const more = releaseOf(
      { '1q02': ['2002-03-31', '2002-06-29', 2002, 1], '2q02': ['2002-06-30', '2002-09-28', 2002, 2] },
      { current: '1q02' },
    );
    expect(shifted(more, '2q02')).toContain('current=2q02 2002-06-30..2002-09-28*');
  });

  it('refuses an id that another period has', () => {
    const taken = releaseOf(
      {
        '2q02': ['2002-07-01', '2002-09-30', 2002, 2],
        '2q01': ['2001-07-01', '2001-09-30', 2001, 2],
        '3q01': ['2001-04-01', '2001-12-31', 2001, 3],
      },
      { current: '2q02', 'prior-year': '2q01' },
    );
    expect(shifted(taken, '3q02')).toMatch(/^prior-year would be 3q01, from 2001-10-01 to 2001-12-31/);
  });
});

describe('the pattern of an id', () => {
  const quarter = { start: '2002-07-01', end: '2002-09-30', fiscalYear: 2002, quarter: 2 };
  const year = { start: '2002-04-01', end: '2003-03-31', fiscalYear: 2002, quarter: 4 };
  it.each([
    ['2q02', quarter, '4q12'],
    ['2002q2', quarter, '2012q4'],
    ['q2-2002', quarter, 'q4-2012'],
    ['fy2002-2q', quarter, 'fy2012-4q'],
    ['h1-02', { ...quarter, start: '2002-04-01' }, 'h2-12'],
    ['fy02', year, 'fy12'],
    ['2002', year, '2012'],
  ])('%s', (id, dates, wanted) => {
    const pattern = patternOf({ id, ...dates });
    expect(pattern?.format({ year: 2012, quarter: 4 })).toBe(wanted);
    expect(pattern?.parse(wanted)).toEqual({ year: 2012, quarter: 4 });
    expect(pattern?.parse(`${wanted}x`)).toBeUndefined();
  });

  it('is none where the numbers are not those of the period', () => {
    for (const id of ['3q02', '2q03', 'summer', 'x2002']) expect(patternOf({ id, ...quarter }), id).toBeUndefined();
    expect(
      usualPatterns(1999)
        .find((pattern) => pattern.parse('1q00'))
        ?.parse('1q00'),
    ).toEqual({ year: 2000, quarter: 1 });
  });
});

describe('days of whole months', () => {
  it.each([
    ['2002-07-01', '2002-09-30', 3, 3, { start: '2002-10-01', end: '2002-12-31' }],
    ['2003-12-01', '2004-02-29', 12, 3, { start: '2004-12-01', end: '2005-02-28' }],
    ['2002-04-01', '2002-09-30', 6, 12, { start: '2002-04-01', end: '2003-03-31' }],
    ['2002-03-21', '2002-06-20', 3, 3, { start: '2002-06-21', end: '2002-09-20' }],
    ['2002-07-01', '2002-09-30', -12, 3, { start: '2001-07-01', end: '2001-09-30' }],
    ['2002-06-30', '2002-09-28', 3, 3, undefined],
  ])('%s to %s, %d months later', (start, end, later, months, wanted) =>
    expect(daysOfMonths({ start, end }, later, months)).toEqual(wanted),
  );
});

it('makes a year of quarters that are there, and of the one that is still to come', () => {
  const current = {
    dates: { id: 'fy02', start: '2002-04-01', end: '2003-03-31', fiscalYear: 2002, quarter: 4 },
    from: iij.periods.get('3q02')!,
  };
  expect(yearOfQuarters(iij, current)?.quarters.map(({ dates, file }) => `${dates.id}${file ? '*' : ''}`)).toEqual([
    '1q02*',
    '2q02*',
    '3q02*',
    '4q02',
  ]);
  const half = {
    dates: { id: '2026fy', start: '2025-04-01', end: '2026-03-31', fiscalYear: 2026, quarter: 4 },
    from: aoba.periods.get('2026h1')!,
  };
  expect(yearOfQuarters(aoba, half)).toBeUndefined();
});
