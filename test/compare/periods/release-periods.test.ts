// What a record says of its periods into roles, so that the same role is one in any release.
import { describe, expect, it } from 'vitest';
import { fitsRole, periodMeant, releasePeriods } from '../../../src/compare/periods/release-periods.ts';
import { language } from '../../../src/language/languages.ts';
import type { BuildRecord } from '../../../src/model/build-record.ts';

function recordOf(givens: Readonly<Record<string, string>>): Pick<BuildRecord, 'figures'> {
  const at = { file: 'release.yaml', line: 1 };
  const list = Object.entries(givens).map(([given, value]) => ({ given, value, at }));
  return { figures: { format: 2, givens: list, overrides: [], facts: [], figures: [] } };
}

const third = releasePeriods(
  recordOf({
    'announced.en': '2003-02-12',
    'dates.filing': '2003-02-14',
    'periods.current': '3q02',
    'periods.prior-quarter': '2q02',
    'period.3q02': '2002-10-01 to 2002-12-31, year 2002, quarter 3',
    'period.2q02': '2002-07-01 to 2002-09-30, year 2002, quarter 2',
    'period.1q02': '2002-04-01 to 2002-06-30, year 2002, quarter 1',
  }),
);

describe('periods of a release', () => {
  it('have the roles of release.yaml, and else their distance from the current one', () => {
    expect(third.current).toBe('3q02');
    expect(['3q02', '2q02', '1q02', 'unknown'].map(third.roleOf)).toEqual([
      'current',
      'prior-quarter',
      '3 months, -6 from the current',
      'unknown',
    ]);
  });

  it('know what a day is: announced, named, first or last of a period', () => {
    expect([...third.rolesOfDay('2003-02-12')]).toEqual(['announced.en']);
    expect([...third.rolesOfDay('2002-12-31')]).toEqual(['last of current']);
    expect([...third.rolesOfDay('1999-01-01')]).toEqual([]);
  });

  it.each([
    ['en', 'the third quarter', '3q02', true],
    ['en', '2Q02', '2q02', false],
    ['en', 'December 2002', '3q02', true],
    ['ja', '第2四半期', '2q02', false],
    ['en', 'in 1998', undefined, false],
  ] as const)('are meant by typed words: %s %s', (lang, text, id, current) => {
    const said = language(lang).legends.periods(text);
    expect(periodMeant(said, third)).toBe(id);
    expect(fitsRole(said, 'current', third)).toBe(current);
  });

  it('are none where the record says none, and what is written otherwise is no period', () => {
    const none = releasePeriods(recordOf({ 'period.x': 'soon' }));
    expect([none.current, none.dates.size]).toEqual(['', 0]);
  });
});
