// Turn figures as printed into exact values, and everything else into a fault that says what to write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFault, parseFigure } from '../../src/validate/parse-typed.ts';

const read = (text: string) => {
  const result = parseFigure(text);
  return isFault(result) ? result.hint : `${result.value}${result.percent ? ' percent' : ''}${result.nil ? ' nil' : ''} ${result.decimals}`;
};

describe('parseFigure', () => {
  it.each([
    ['10,568,342', '10568342 0'],
    ['10568342', '10568342 0'],
    ['(193,782)', '-193782 0'],
    ['△193,782', '-193782 0'],
    ['▲1', '-1 0'],
    ['-12.50', '-12.5 2'],
    ['−7', '-7 0'],
    ['-', '0 nil 0'],
    ['0', '0 0'],
    ['0.05', '0.05 2'],
    ['(0)', '0 0'],
    ['12.9', '12.9 1'],
    ['23.6%', '23.6 percent 1'],
    ['(1.8)%', '-1.8 percent 1'],
    ['(1.8%)', '-1.8 percent 1'],
    ['85.870300', '85.8703 6'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['1,23,456', 'write 123,456 if that is the figure'],
    ['1234,567', 'write 1,234,567 if that is the figure'],
    ['(1,23)', 'write (123) if that is the figure'],
    ['１２３', 'write 123'],
    ['（１，２３４）', 'write (1,234)'],
    ['23.6％', 'write 23.6%'],
    ['–', 'write a plain hyphen - for nil'],
    ['007', 'write the figure without it'],
    ['1'.repeat(25), 'write the figure in its scale'],
    ...[
      '',
      ' ',
      'abc',
      '1.',
      '.5',
      '1.2.3',
      '(1',
      '1)',
      '((1))',
      '--1',
      '-(1)',
      '1e5',
      '0x10',
      '1 000',
      '%',
      '()',
      ',1',
      '1%%',
      'Infinity',
    ].map((text) => [text, 'write it as printed: 10,568,342 or (193,782), - for nil']),
  ])('refuses %j', (text, hint) => {
    expect(read(text ?? '')).toBe(hint);
  });

  it('reads back every figure that it would print', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => {
        const digits = (value < 0n ? -value : value).toString().replace(/\B(?=(\d{3})+$)/g, ',');
        const result = parseFigure(value < 0n ? `(${digits})` : digits);
        expect(isFault(result) ? result.message : result.value.toString()).toBe(value.toString());
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFigure(text)));
  });
});
