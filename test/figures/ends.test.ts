// Turn ranges into the ends of what is made of them.
import { describe, expect, it } from 'vitest';
import { agreed, holdsZero, openText, overEnds, reversed, sameOpen } from '../../src/figures/ends.ts';
import { change, share, wayBetween } from '../../src/figures/measures.ts';
import { Exact } from '../../src/model/exact.ts';

const ranged = (text: string) => {
  const [low = '', high] = text.split('..');
  const read = (end: string) => Exact.read(end) ?? Exact.zero;
  return { value: read(low), ...(high !== undefined && { upper: read(high) }) };
};
const shown = (value: ReturnType<typeof overEnds>) => value && openText(value, (end) => end.round(1).toString());

describe('ends', () => {
  it.each([
    ['6000..7000', '5800', '3.4..20.7'],
    ['6000', '5000..6000', '0..20'],
    ['-200..100', '-100', '-200..100'],
    ['6000..6001', '6000', '0..0'],
    ['6000', '6000', '0'],
  ])('of the change of %s since %s are %s', (now, then, expected) => {
    expect(shown(overEnds(ranged(now), ranged(then), change))).toBe(expected);
  });

  it('have no share of what may be nothing', () => {
    expect(overEnds(ranged('1..2'), ranged('0'), share)).toBeUndefined();
    expect(['-1..2', '0..3', '-3..0', '0'].map((text) => holdsZero(ranged(text)))).toEqual([true, true, true, true]);
    expect(['1..2', '-2..-1', '4'].map((text) => holdsZero(ranged(text)))).toEqual([false, false, false]);
  });

  it('change places with their sign', () => {
    expect(openText(reversed(ranged('-200..300')), String)).toBe('-300..200');
    expect(openText(reversed(ranged('5')), String)).toBe('-5');
  });

  it.each([
    ['6000..7000', '5800', 'up'],
    ['5000..5700', '5800', 'down'],
    ['5000..6000', '5800', undefined],
    ['5800..6000', '5800', undefined],
    ['5800', '5000..5700', 'up'],
  ])('%s went one way since %s, or none that a word could say', (now, then, way) => {
    expect(agreed(ranged(now), ranged(then), (to, from) => wayBetween(from, to))?.all).toBe(way);
  });

  it('are the same where both leave the same open', () => {
    expect(sameOpen(ranged('1..2'), ranged('1..2'))).toBe(true);
    expect(sameOpen(ranged('1..2'), ranged('1..3'))).toBe(false);
    expect(sameOpen(ranged('0'), { ...ranged('0'), undecided: true })).toBe(false);
    expect(sameOpen({ ...ranged('0'), undecided: true }, { ...ranged('5'), undecided: true })).toBe(true);
  });
});
