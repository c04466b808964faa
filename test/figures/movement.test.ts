// Which way a figure went, and whether that was good news, on either side of zero.
import { describe, expect, it } from 'vitest';
import { changeWords } from '../../src/figures/measure-figure.ts';
import { newsBetween, outcomeOf, turnBetween, wayBetween } from '../../src/figures/measures.ts';
import { exact, figure } from '../support/build-release.ts';

describe('between two values', () => {
  it.each([
    ['100', '110', 'up', 'better', undefined],
    ['110', '100', 'down', 'worse', undefined],
    ['100', '100', 'level', 'level', undefined],
    // A loss that narrows decreases, and is good news.
    ['(464,155)', '(193,782)', 'down', 'better', undefined],
    ['(193,782)', '(464,155)', 'up', 'worse', undefined],
    ['(10)', '0', 'down', 'better', undefined],
    ['(5,533)', '23,146', 'up', 'better', 'profit'],
    ['15,998', '(193,782)', 'down', 'worse', 'loss'],
    ['0', '5', 'up', 'better', 'profit'],
    ['0', '(5)', 'down', 'worse', 'loss'],
    ['0', '0', 'level', 'level', undefined],
  ])('from %s to %s a result goes %s, which is %s', (then, now, way, news, turn) => {
    expect(wayBetween(figure(then), figure(now))).toBe(way);
    expect(newsBetween(figure(then), figure(now), 'higher')).toBe(news);
    expect(turnBetween(figure(then), figure(now))).toBe(turn);
  });

  it('lower costs are good news', () => {
    expect(newsBetween(figure('100'), figure('90'), 'lower')).toBe('better');
    expect(newsBetween(figure('90'), figure('100'), 'lower')).toBe('worse');
  });
});

it('a result is named by its sign', () => {
  expect([figure('1'), figure('0'), figure('(1)')].map(outcomeOf)).toEqual(['gain', 'gain', 'loss']);
});

describe('the policy for changes', () => {
  const words = (change: string, now: string, then: string, policy: 'signed' | 'nm', beyond?: string, limit?: string) =>
    changeWords(
      { change: figure(change), current: figure(now), base: figure(then), decimals: 1 },
      { policy, text: 'n.m.', ...(beyond ? { beyond: exact(beyond) } : {}), ...(limit ? { limit: exact(limit) } : {}) },
    );

  it('prints words where a loss is on either side, if it says so', () => {
    expect(words('10', '110', '100', 'nm')).toBeUndefined();
    expect(words('(58.3)', '(193,782)', '(464,155)', 'nm')).toBe('n.m.');
    expect(words('(1,311.3)', '(193,782)', '15,998', 'nm')).toBe('n.m.');
    expect(words('(1,311.3)', '(193,782)', '15,998', 'signed')).toBeUndefined();
  });

  it('prints words beyond its limit, in either direction, and not at it', () => {
    expect(words('1,000', '1,100', '100', 'signed', '1000')).toBeUndefined();
    expect(words('1,000.1', '1,100.1', '100', 'signed', '1000')).toBe('n.m.');
    expect(words('(1,311.3)', '(193,782)', '15,998', 'signed', '1000')).toBe('n.m.');
  });

  it('prints words from a limit on, as the change would be rounded', () => {
    const limited = (change: string) => words(change, '1,100', '100', 'signed', undefined, '1000');
    expect(['999.9', '999.94', '(999.9)'].map(limited)).toEqual([undefined, undefined, undefined]);
    expect(['1,000', '999.95', '1,408.2', '(1,000)'].map(limited)).toEqual(['n.m.', 'n.m.', 'n.m.', 'n.m.']);
  });
});
