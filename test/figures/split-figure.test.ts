import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digits, splitFigure } from '../../src/figures/digits.ts';
import { Exact } from '../../src/model/exact.ts';

const value = (text: string) => Exact.parse(text) ?? Exact.zero;

describe('a figure of a table', () => {
  it('is split so that its last digit can stand at the column', () => {
    expect(splitFigure(value('33.6'), 1, 'parentheses', true)).toEqual({ prefix: '', core: '33.6', suffix: '%' });
    expect(splitFigure(value('7.5'), 1, 'parentheses', false)).toEqual({ prefix: '', core: '7.5', suffix: '' });
    expect(splitFigure(value('-15.1'), 1, 'parentheses', false)).toEqual({ prefix: '(', core: '15.1', suffix: ')' });
    expect(splitFigure(value('-1.4'), 1, 'parentheses', true)).toEqual({ prefix: '(', core: '1.4', suffix: '%)' });
    expect(splitFigure(value('-1592'), 0, 'triangle', false)).toEqual({ prefix: '△', core: '1,592', suffix: '' });
    expect(splitFigure(value('-1592'), 0, 'minus', false)).toEqual({ prefix: '\u2212', core: '1,592', suffix: '' });
  });

  it('is no loss when it is zero', () => {
    expect(splitFigure(value('-0.04').round(1), 1, 'parentheses', false)).toEqual({ prefix: '', core: '0.0', suffix: '' });
  });
});

describe('digits', () => {
  it('are grouped by three before the point only', () => {
    expect(digits(value('44960000'), 0)).toBe('44,960,000');
    expect(digits(value('1311.3'), 1)).toBe('1,311.3');
    expect(digits(value('1234.5678'), 4)).toBe('1,234.5678');
    expect(digits(value('999'), 0)).toBe('999');
  });

  it('read back as the value that they print', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 4 }), (units, decimals) => {
        const exact = Exact.of(units, 10n ** BigInt(decimals));
        expect(Exact.parse(digits(exact, decimals).replaceAll(',', ''))).toEqual(exact);
        expect(digits(exact, decimals)).toMatch(/^\d{1,3}(,\d{3})*(\.\d+)?$/);
      }),
    );
  });
});
