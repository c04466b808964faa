// Parts beside their total under each way of rounding: what it explains, and what it does not.
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import type { TypedRounding } from '../../src/model/release.ts';
import type { Regime } from '../../src/model/statement-spec.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';

function codes(draft: ReleaseDraft): readonly string[] {
  const release = buildRelease(draft);
  const found: string[] = [];
  const financials = derive(release, ({ code }) => found.push(code));
  check(release, financials, ({ code }) => found.push(code));
  return found;
}

const million = { scale: 'million' } as const;

/** Parts in millions beside a total in thousands or millions. */
function parts(regime: Regime, typed: readonly string[], total: string, totalScale: 'thousand' | 'million' = 'thousand'): ReleaseDraft {
  const names = typed.map((_, index) => `p${index}`);
  return {
    regime,
    concepts: { ...Object.fromEntries(names.map((name) => [name, million])), total: { scale: totalScale } },
    periods: { now: { facts: { ...Object.fromEntries(names.map((name, index) => [name, typed[index] ?? ''])), total } } },
    relations: [`parts | adds up | ${names.join(' + ')} | total`],
  };
}

describe('parts that were cut off', () => {
  it.each([
    ['as the case of a half year', ['9,462', '5,893'], '15,356,276', true],
    ['exactly their total', ['9,462', '5,893'], '15,355,000', true],
    ['all but two units', ['9,462', '5,893'], '15,356,999', true],
    ['two units', ['9,462', '5,893'], '15,357,001', false],
    ['more than their total', ['9,462', '5,893'], '15,353,999', false],
    ['rounding would explain, cutting does not', ['9,463', '5,893'], '15,355,100', false],
    ['losses, which are cut toward zero', ['(9,462)', '(5,893)'], '(15,356,276)', true],
    ['losses that come to more than their total', ['(9,462)', '(5,893)'], '(15,353,724)', false],
    ['a loss beside a profit, below', ['9,462', '(5,893)'], '3,568,100', true],
    ['a loss beside a profit, above', ['9,462', '(5,893)'], '3,569,900', true],
    ['a loss beside a profit, too far', ['9,462', '(5,893)'], '3,570,100', false],
    ['a nil is nothing', ['9,462', '-'], '9,462,999', true],
    ['a nil explains nothing', ['9,462', '-'], '9,463,001', false],
    ['a zero may be anything below one, of either sign', ['9,462', '0'], '9,461,100', true],
  ])('%s', (_, typed, total, holds) => {
    expect(codes(parts('truncate', typed, total))).toEqual(holds ? [] : ['check/parts']);
  });

  it.each([
    [['10', '20', '30'], '60', true],
    [['10', '20', '30'], '61', true],
    [['10', '20', '30'], '62', true],
    [['10', '20', '30'], '63', false],
    [['10', '20', '30'], '59', false],
  ])('in the unit of their total: %s of %s', (typed, total, holds) => {
    expect(codes(parts('truncate', typed, total, 'million'))).toEqual(holds ? [] : ['check/parts']);
  });
});

describe('parts that were rounded half-up', () => {
  it.each([
    [['10', '20', '30'], '61,499', true],
    [['10', '20', '30'], '61,502', false],
    [['10', '20', '30'], '58,502', true],
    [['10', '20', '30'], '58,498', false],
    [['(10)', '(20)', '(30)'], '(61,499)', true],
  ])('miss their total by half a unit each: %s of %s', (typed, total, holds) => {
    for (const regime of ['round', 'foot'] as const) expect(codes(parts(regime, typed, total))).toEqual(holds ? [] : ['check/parts']);
  });

  it('of one percentage may come to 101, and never to 99 of two', () => {
    const shares = (a: string, b: string): ReleaseDraft => ({
      concepts: { a: { unit: 'ratio' }, b: { unit: 'ratio' } },
      periods: { now: { facts: { a, b } } },
      relations: ['parts | all of it | a + b | 1'],
    });
    // 25.5 and 74.5 are 26 and 75; what prints 25 and 74 is less than 25.5 and 74.5.
    expect(codes(shares('26%', '75%'))).toEqual([]);
    expect(codes(shares('25%', '74%'))).toEqual(['check/parts']);
  });
});

describe('how a concept is typed', () => {
  it.each<[TypedRounding, string, boolean]>([
    ['round', '14,600', true],
    ['round', '15,400', true],
    ['truncate', '15,400', true],
    ['truncate', '14,600', false],
    ['up', '14,600', true],
    ['up', '13,001', true],
    ['up', '13,000', false],
    ['up', '15,400', false],
  ])('is said by it where it is not as the issuer prints: %s, %s', (typed, total, holds) => {
    for (const regime of ['round', 'truncate'] as const) {
      const draft: ReleaseDraft = {
        regime,
        concepts: { a: { ...million, typed }, b: { ...million, typed }, total: { typed: 'up' } },
        periods: { now: { facts: { a: '10', b: '5', total } } },
        relations: ['parts | adds up | a + b | total'],
      };
      expect(codes(draft)).toEqual(holds ? [] : ['check/parts']);
    }
  });
});

describe('a coarse figure beside fine ones', () => {
  it.each([
    ['truncate', '671', true],
    ['truncate', '672', false],
    ['truncate', '670', false],
    ['round', '672', true],
    ['round', '671', false],
  ] as const)('is held as it was %sd: %s for 671.95', (regime, ebitda, holds) => {
    const draft: ReleaseDraft = {
      regime,
      concepts: { ebitda: million },
      periods: { now: { facts: { ebitda, operating: '500,000', depreciation: '171,950' } } },
      relations: ['explained-difference | adjusted | ebitda | operating + depreciation'],
    };
    expect(codes(draft)).toEqual(holds ? [] : ['check/explained-difference']);
  });
});

describe('a total that is typed', () => {
  const typed = (regime: Regime, sum: string, more: Partial<ReleaseDraft> = {}): ReleaseDraft => ({
    regime,
    periods: { now: { facts: { a: '100', b: '200', c: '300', sum } } },
    statements: { result: { columns: ['now amount'], rows: 'a\nb\nc\nsum = a + b + c' } },
    ...more,
  });

  it.each([
    ['truncate', '600', true],
    ['truncate', '602', true],
    ['truncate', '603', false],
    ['truncate', '599', false],
    ['round', '601', true],
    ['round', '599', true],
    ['round', '602', false],
    ['round', '598', false],
  ] as const)('under %s stands as typed where rounding explains it: %s', (regime, sum, stands) => {
    expect(codes(typed(regime, sum))).toEqual(stands ? [] : ['derive/fact-reported-and-computed']);
    const { statements, adjustments } = derive(buildRelease(typed(regime, sum)), () => {});
    const printed = statements.get('result')?.rows.at(-1)?.cells[0]?.printed.toString();
    expect([printed, adjustments]).toEqual([stands ? sum : '600', []]);
  });

  it('is an error where columns foot, or nothing was rounded, or more than a sum is computed', () => {
    const fault = ['derive/fact-reported-and-computed'];
    expect(codes(typed('foot', '601'))).toEqual(fault);
    const yen = Object.fromEntries(['a', 'b', 'c', 'sum'].map((name) => [name, { scale: 'one' as const }]));
    expect(codes(typed('truncate', '600', { concepts: yen }))).toEqual(fault);
    const product: ReleaseDraft = {
      regime: 'truncate',
      concepts: { fee: { formula: 'base * 2' } },
      periods: { now: { facts: { base: '50', fee: '100' } } },
    };
    expect(codes(product)).toEqual(fault);
  });

  it('may be of another unit, but not of what is whole as it is typed', () => {
    const of = (unit: 'Gbps' | 'per-share', sum: string) => {
      const concepts = Object.fromEntries(['a', 'b', 'c', 'sum'].map((name) => [name, { unit }]));
      return codes({ ...typed('round', ''), concepts, periods: { now: { facts: { a: '18.0', b: '4.7', c: '0.0', sum } } } });
    };
    const fault = ['derive/fact-reported-and-computed'];
    expect([of('Gbps', '22.8'), of('Gbps', '23.0'), of('per-share', '22.7')]).toEqual([[], fault, fault]);
  });

  it('of two results of the year before is held likewise through previous()', () => {
    const move = (moved: string): ReleaseDraft => ({
      regime: 'truncate',
      concepts: { move: { formula: 'cash - previous(cash)' } },
      periods: { now: { previous: 'before', facts: { cash: '500', move: moved } }, before: { facts: { cash: '300' } } },
    });
    expect([codes(move('199')), codes(move('201'))]).toEqual([[], ['derive/fact-reported-and-computed']]);
  });

  it('carries what it misses its parts by into what follows from it, and no more', () => {
    const roll = (closing: string, sum: string): ReleaseDraft => ({
      regime: 'truncate',
      periods: {
        now: { previous: 'before', facts: { a: '100', b: '200', sum, closing } },
        before: { facts: { closing: '1,000' } },
      },
      statements: { result: { columns: ['now amount'], rows: 'a\nb\nsum = a + b' } },
      relations: ['equity-roll | moves by the result | closing | previous(closing) + sum'],
    });
    expect([codes(roll('1,301', '301')), codes(roll('1,300', '301')), codes(roll('1,302', '301'))]).toEqual([[], [], []]);
    expect([codes(roll('1,303', '301')), codes(roll('1,299', '301')), codes(roll('1,301', '300'))]).toEqual(
      Array.from({ length: 3 }, () => ['check/equity-roll']),
    );
  });
});

describe('columns whose totals are sums of what is printed', () => {
  const sheet = (more: Partial<ReleaseDraft> = {}): ReleaseDraft => ({
    regime: 'sum',
    rate: '100',
    periods: { now: { facts: { a: '140', b: '140', c: '640' } } },
    statements: { sheet: { columns: ['now translated', 'now percent-of all regime round'], rows: 'a\nb\nsum = a + b\nc\nall = sum + c' } },
    ...more,
  });

  it('foot, and are no wrong translation', () => {
    expect(codes(sheet())).toEqual([]);
    const { statements, adjustments } = derive(buildRelease(sheet()), () => {});
    // 1.4, 1.4 and 6.4: 9.2 in all, printed 8.
    expect(statements.get('sheet')?.rows.map(({ cells }) => cells[0]?.printed.toString())).toEqual(['1', '1', '2', '6', '8']);
    expect(adjustments.map(({ concept, treatment }) => `${concept} ${treatment}`)).toEqual(['sum plug', 'all plug']);
  });

  it('pass on what an override of a part takes, and tell of a total that one holds', () => {
    expect(codes(sheet({ overrides: ['sheet | a | now translated | 1.40 | 2'] }))).toEqual([]);
    expect(codes(sheet({ overrides: ['sheet | sum | now translated | 2.80 | 3'] }))).toEqual(['derive/cannot-foot', 'check/footing']);
  });

  it('take no typed total', () => {
    expect(codes(sheet({ periods: { now: { facts: { a: '140', b: '140', c: '640', sum: '281' } } } }))).toEqual([
      'derive/fact-reported-and-computed',
    ]);
  });
});
