// Each measure on figures that can be worked out by hand, and on the ones of the sample that a naive rule gets wrong.
import { describe, expect, it } from 'vitest';
import { change, difference, isPercentage, share, times, translated } from '../../src/figures/measures.ts';
import { figure } from '../support/build-release.ts';

const zero = figure('0');

/** To `decimals` places, half up, as a table would print it; `nothing` where there is no value. */
const shown = (value: ReturnType<typeof share>, decimals = 1): string => value?.round(decimals).toFixed(decimals) ?? 'nothing';

describe('a share', () => {
  it('is a part in percent of the whole', () => {
    expect(share(figure('1'), figure('8'))?.toString()).toBe('12.5');
    expect(share(figure('8'), figure('8'))?.toString()).toBe('100');
    expect(share(figure('3'), figure('2'))?.toString()).toBe('150');
    expect(share(zero, figure('8'))?.toString()).toBe('0');
  });

  it('keeps the signs: a loss is a negative share of revenues, and of a loss a positive one', () => {
    expect(share(figure('(193,782)'), figure('10,568,342'))?.round(2).toString()).toBe('-1.83');
    expect(share(figure('(1)'), figure('(4)'))?.toString()).toBe('25');
  });

  it('of nothing is none', () => {
    expect(share(figure('1'), zero)).toBeUndefined();
  });
});

describe('a change', () => {
  it.each([
    ['110', '100', '10.0'],
    ['90', '100', '-10.0'],
    ['100', '100', '0.0'],
    ['0', '100', '-100.0'],
    // Across a sign and from a loss the base stands as it is: these are cells of the sample.
    ['(193,782)', '(464,155)', '-58.3'],
    ['(193,782)', '15,998', '-1311.3'],
    ['23,146', '(5,533)', '-518.3'],
    ['(20)', '(10)', '100.0'],
  ])('to %s from %s is %s percent', (now, then, percent) => {
    expect(shown(change(figure(now), figure(then)))).toBe(percent);
  });

  it('from nothing is none, to nothing too', () => {
    expect(change(figure('1'), zero)).toBeUndefined();
    expect(change(zero, zero)).toBeUndefined();
  });
});

describe('a difference', () => {
  it('is signed, and turns with its two figures', () => {
    expect(difference(figure('(193,782)'), figure('15,998')).toString()).toBe('-209780');
    expect(difference(figure('15,998'), figure('(193,782)')).toString()).toBe('209780');
    expect(difference(figure('11.0'), figure('14.1')).toString()).toBe('-3.1');
    expect(difference(figure('5'), zero).toString()).toBe('5');
  });
});

describe('a multiple', () => {
  it('is how many times the one goes into the other', () => {
    expect(shown(times(figure('22.7'), figure('6.7')))).toBe('3.4');
    expect(times(figure('1'), figure('4'))?.toString()).toBe('0.25');
    expect(times(zero, figure('4'))?.toString()).toBe('0');
  });

  it('of nothing is none', () => {
    expect(times(figure('1'), zero)).toBeUndefined();
  });
});

describe('a translation', () => {
  it('divides by the rate, exactly', () => {
    expect(shown(translated(figure('(193,782)'), figure('121.74')), 0)).toBe('-1592');
    expect(translated(figure('12,174'), figure('121.74'))?.toString()).toBe('100');
  });

  it('at a rate of nothing is none', () => {
    expect(translated(figure('1'), zero)).toBeUndefined();
  });
});

it('shares and changes are in percent, the other measures are not', () => {
  expect((['amount', 'translated', 'percent-of', 'change', 'times'] as const).filter(isPercentage)).toEqual(['percent-of', 'change']);
});
