// Scales, percent and rounding: from base units to printed ones and back, half up and cut, on either side of zero.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRounding, regimeOf } from '../../src/figures/rounding.ts';
import {
  changeHalfUnit,
  decimalsOf,
  fromPercent,
  halfUnit,
  inBaseUnits,
  inPercent,
  inPrintedUnits,
  lastDigit,
  sizeOf,
  typedDecimals,
} from '../../src/figures/scale.ts';
import { typedRange } from '../../src/figures/value-range.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Fact } from '../../src/model/financials.ts';
import { type Scale, scales, units } from '../../src/model/unit.ts';
import { buildRelease, exact, figure, span } from '../support/build-release.ts';

describe('a scale', () => {
  it('divides base units, and ratios are in percent whatever the scale', () => {
    expect(inPrintedUnits(exact('1500750000'), 'money', 'thousand').toString()).toBe('1500750');
    expect(inPrintedUnits(exact('1060000000'), 'money', 'oku').toString()).toBe('10.6');
    expect(inPrintedUnits(exact('4200000'), 'count', 'man').toString()).toBe('420');
    expect(inPrintedUnits(exact('0.109'), 'ratio', 'million').toString()).toBe('10.9');
    expect(inPrintedUnits(exact('-51.74'), 'per-share', 'one').toString()).toBe('-51.74');
  });

  it('multiplies them back, exactly', () => {
    const names = Object.keys(scales) as Scale[];
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom(...units), fc.constantFrom(...names), (n, unit, scale) => {
        const value = Exact.of(n, 7n);
        expect(inBaseUnits(inPrintedUnits(value, unit, scale), unit, scale).equals(value)).toBe(true);
      }),
    );
  });

  it('has the size of its name', () => {
    expect(Object.keys(scales).map((scale) => sizeOf(scale as Scale).toString())).toEqual([
      '1',
      '1000',
      '10000',
      '1000000',
      '100000000',
      '1000000000',
    ]);
    expect(inPercent(exact('0.109')).toString()).toBe('10.9');
    expect(fromPercent(exact('10.9')).toString()).toBe('0.109');
    expect([0, 1, 3].map((decimals) => lastDigit(decimals).toString())).toEqual(['1', '0.1', '0.001']);
  });
});

describe('rounding', () => {
  it.each([
    ['2.5', '3', '2'],
    ['2.4999', '2', '2'],
    ['-2.5', '-3', '-2'],
    ['-2.4', '-2', '-2'],
    ['-0.5', '-1', '0'],
    ['0.5', '1', '0'],
    ['1592.9', '1593', '1592'],
    ['-1592.9', '-1593', '-1592'],
  ])('of %s is %s half up on the magnitude, %s cut toward zero', (value, rounded, cut) => {
    expect(plainRounding(exact(value), 0, 'round').toString()).toBe(rounded);
    expect(plainRounding(exact(value), 0, 'foot').toString()).toBe(rounded);
    expect(plainRounding(exact(value), 0, 'truncate').toString()).toBe(cut);
  });

  it('keeps the decimals asked for', () => {
    expect(plainRounding(exact('10.949'), 1, 'round').toString()).toBe('10.9');
    expect(plainRounding(exact('10.95'), 1, 'round').toString()).toBe('11');
    expect(plainRounding(exact('10.95'), 1, 'truncate').toString()).toBe('10.9');
    expect(plainRounding(Exact.of(2, 3), 2, 'truncate').toString()).toBe('0.66');
  });

  it('of a change is never a cut: a rise of 0.99 is not none', () => {
    expect(regimeOf({ measure: 'change', regime: 'truncate' })).toBe('round');
    for (const measure of ['amount', 'translated', 'percent-of', 'times'] as const)
      expect(regimeOf({ measure, regime: 'truncate' })).toBe('truncate');
  });
});

describe('decimals', () => {
  it('are those behind the point, typed or needed', () => {
    expect(['815', '5,040.00', '(1.8)%', '12.9', '-'].map(typedDecimals)).toEqual([0, 2, 1, 1, 0]);
    expect([exact('121.740'), exact('100'), exact('-0.125'), Exact.of(1, 3)].map(decimalsOf)).toEqual([2, 0, 3, 0]);
  });
});

describe('the coarseness of a typed figure', () => {
  const { concepts, periods } = buildRelease({
    concepts: {
      cost: { scale: 'million' },
      speed: { unit: 'Mbps' },
      growth: { unit: 'ratio' },
      sales: { scale: 'one' },
      users: { unit: 'count', scale: 'man' },
    },
    periods: { now: { facts: { cost: '815', speed: '12.9', growth: '23.6%', sales: '815', users: '4.2' } } },
  });
  const of = (id: string) => {
    const [concept, fact] = [concepts.get(id), periods.get('now')?.facts.get(id)];
    return concept && fact && halfUnit(fact, concept).toString();
  };

  it('is half a unit of its last digit in base units; yen and people are whole', () => {
    expect(['cost', 'speed', 'growth', 'sales', 'users'].map(of)).toEqual(['500000', '0.05', '0.0005', '0', '500']);
  });

  it('goes into a change from both sides', () => {
    const fact = (value: string, half: string): Fact => ({
      key: '',
      concept: '',
      period: '',
      unit: 'money',
      value: figure(value),
      nil: false,
      origin: 'reported',
      inputs: [],
      formula: '',
      halfUnit: exact(half),
      range: typedRange(figure(value), exact(half), 'round'),
      at: span('periods.yaml', 1),
    });
    // 815 ± 0.5 on 800 ± 0.5: 0.5 and 815/800 × 0.5, in percent of 800.
    expect(changeHalfUnit(fact('815', '0.5'), fact('800', '0.5')).round(4).toString()).toBe('0.1262');
    expect(changeHalfUnit(fact('815', '0.5'), fact('(800)', '0.5')).round(4).toString()).toBe('0.1262');
    expect(changeHalfUnit(fact('815', '0.5'), fact('0', '0.5')).isZero).toBe(true);
  });
});
