// Turn a year that is the sum of its quarters into its facts: flows add up, balances are those of the last, averages and ratios are typed.
import { describe, expect, it } from 'vitest';
import { summedPeriods } from '../../src/check/dates/summed-periods.ts';
import { derive } from '../../src/derive/derive.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Period, Release } from '../../src/model/release.ts';
import { buildRelease } from '../support/build-release.ts';

const at = { file: 'y.yaml', line: 1, column: 1, length: 3 };

function summed(
  of: readonly string[],
  year: Readonly<Record<string, string>> = {},
  days: Readonly<Record<string, Partial<Period>>> = {},
): Release {
  const quarter = (sales: string, cash: string) => ({ facts: { sales, costs: '40', cash, debt: '5', shares: '10', margin: '10%' } });
  const release = buildRelease({
    regime: 'round',
    concepts: {
      shares: { unit: 'count' },
      margin: { unit: 'ratio' },
      'per-share': { unit: 'per-share', formula: 'profit / shares' },
      profit: { formula: 'sales - costs' },
    },
    periods: { q1: quarter('100', '7'), q2: quarter('110', '8'), q3: quarter('120', '9'), q4: quarter('130', '11'), fy: { facts: year } },
    statements: { result: { columns: ['q1 amount'], rows: 'sales\ncosts\nprofit\nper-share' } },
    relations: ['balance | it balances | cash | debt'],
  });
  const dates: Readonly<Record<string, Partial<Period>>> = {
    q1: { start: '2002-04-01', end: '2002-06-30' },
    q2: { start: '2002-07-01', end: '2002-09-30' },
    q3: { start: '2002-10-01', end: '2002-12-31' },
    q4: { start: '2003-01-01', end: '2003-03-31' },
    fy: { start: '2002-04-01', end: '2003-03-31', sum: { of, at } },
  };
  const concepts = new Map(
    [...release.concepts].map(([id, concept]) => {
      const type = id === 'sales' || id === 'costs' || id === 'shares' || id === 'margin' ? { periodType: 'duration' as const } : {};
      return [id, { ...concept, ...type }];
    }),
  );
  return {
    ...release,
    concepts,
    periods: new Map([...release.periods].map(([id, period]) => [id, { ...period, ...dates[id], ...days[id] }])),
  };
}

function facts(release: Release) {
  const findings: Finding[] = [];
  const { facts } = derive(release, (finding) => findings.push(finding));
  return { fact: (concept: string) => facts.get(`${concept}@fy`), findings: findings.map(({ code, message }) => `${code} ${message}`) };
}

describe('a period that is a sum', () => {
  it('adds up what adds up, takes balances from the last, and leaves the rest to be typed', () => {
    const { fact, findings } = facts(summed(['q1', 'q2', 'q3', 'q4']));
    expect(findings).toEqual([]);
    expect(fact('sales')?.value.toString()).toBe('460000');
    expect(fact('sales')?.formula).toBe('sales@q1 + sales@q2 + sales@q3 + sales@q4');
    expect(fact('profit')?.value.toString()).toBe('300000');
    expect(fact('cash')?.value.toString()).toBe('11000');
    for (const concept of ['shares', 'margin', 'per-share']) expect(fact(concept), concept).toBeUndefined();
  });

  it('gives way to nothing that is typed beside it, but for rounding', () => {
    expect(facts(summed(['q1', 'q2', 'q3', 'q4'], { sales: '461' })).findings).toEqual([]);
    expect(facts(summed(['q1', 'q2', 'q3', 'q4'], { sales: '560' })).findings).toEqual([
      expect.stringContaining('derive/fact-reported-and-computed sales@fy is typed as 560 and also computed'),
    ]);
    expect(
      facts(summed(['q1', 'q2', 'q3', 'q4'], { shares: '10' }))
        .fact('per-share')
        ?.value.toString(),
    ).toBe('30000');
  });

  it.each<[string, readonly string[], Readonly<Record<string, Partial<Period>>>, string]>([
    [
      'quarters in another order',
      ['q2', 'q1', 'q3', 'q4'],
      {},
      'fy is not the sum of q2, q1, q3, q4: q2 starts on 2002-07-01, fy on 2002-04-01',
    ],
    ['one left out', ['q1', 'q2', 'q4'], {}, 'q2 ends on 2002-09-30, q4 starts on 2003-01-01'],
    ['the last left out', ['q1', 'q2', 'q3'], {}, 'q3 ends on 2002-12-31, fy on 2003-03-31'],
    ['days that overlap', ['q1', 'q2', 'q3', 'q4'], { q3: { start: '2002-09-01' } }, 'q2 ends on 2002-09-30, q3 starts on 2002-09-01'],
  ])('is told of %s', (_, of, days, wanted) => {
    const release = summed(of, {}, days);
    const [finding] = summedPeriods.run(
      release,
      derive(release, () => {}),
    );
    expect(finding?.message).toContain(wanted);
  });

  it('may be of halves', () => {
    const release = summed(['q1', 'q3'], {}, { q1: { end: '2002-09-30' }, q3: { end: '2003-03-31' } });
    expect(
      summedPeriods.run(
        release,
        derive(release, () => {}),
      ),
    ).toEqual([]);
  });
});
