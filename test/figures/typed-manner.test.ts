// Values are typed in the manner of the figures beside them.
import { describe, expect, it } from 'vitest';
import { mannerLike, mannerOf, typedText } from '../../src/figures/typed-manner.ts';
import { Exact } from '../../src/model/exact.ts';
import type { NegativeStyle } from '../../src/model/release.ts';

const value = (text: string, percent = false) => ({ value: Exact.parse(text) ?? Exact.zero, nil: false, percent });

describe('a figure typed like its neighbour', () => {
  const cases: readonly (readonly [string, string, NegativeStyle, string, string])[] = [
    // replaced, value, negative style of the issuer, neighbours, typed
    ['10,568,342', '10568343', 'parentheses', '', '10,568,343'],
    ['10568342', '10568343', 'parentheses', '', '10568343'],
    ['815', '1234567', 'parentheses', '9876', '1234567'],
    ['815', '1234567', 'parentheses', '9,876', '1,234,567'],
    ['(193,782)', '-193783', 'triangle', '', '(193,783)'],
    ['△193,782', '-193783', 'parentheses', '', '△193,783'],
    ['▲193,782', '-1', 'parentheses', '', '▲1'],
    ['−193,782', '-1', 'parentheses', '', '−1'],
    ['193,782', '-193782', 'triangle', '', '△193,782'],
    ['193,782', '-193782', 'parentheses', '', '(193,782)'],
    ['193,782', '-193782', 'minus', '', '-193,782'],
    ['193,782', '-193782', 'parentheses', '△5', '△193,782'],
    ['-', '-193782', 'triangle', '(5)', '(193,782)'],
    ['29.70', '29.8', 'minus', '', '29.80'],
    ['29.7', '29.745', 'minus', '', '29.745'],
    ['0', '0', 'minus', '', '0'],
  ];
  it.each(cases)('%s becomes %s (%s, beside %s): %s', (old, now, negative, beside, typed) => {
    expect(typedText(value(now), mannerLike(old, beside === '' ? [] : [beside], negative))).toBe(typed);
  });

  it('has its sign % where the neighbours have it', () => {
    expect(typedText(value('-1.8', true), mannerLike('(2.0%)', [], 'triangle'))).toBe('(1.8%)');
    expect(typedText(value('-1.8', true), mannerLike('(2.0)%', [], 'triangle'))).toBe('(1.8)%');
    expect(typedText(value('-1.8', true), mannerLike('2.0%', [], 'triangle'))).toBe('△1.8%');
    expect(typedText(value('23.6', true), mannerOf([], 1, 'triangle'))).toBe('23.6%');
  });

  it('is a hyphen for nothing', () => {
    expect(typedText({ value: Exact.zero, nil: true, percent: false }, mannerOf(['5'], 0, 'triangle'))).toBe('-');
  });
});
