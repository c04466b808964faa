// Turn what forecasts and dividends are typed as, undecided or a range, into both ends, and everything else into a fault that says what to write.
import { describe, expect, it } from 'vitest';
import { openText } from '../../src/figures/ends.ts';
import { isFault, parseOpenFigure } from '../../src/validate/parse-typed.ts';

const read = (text: string) => {
  const result = parseOpenFigure(text);
  return isFault(result) ? result.hint : `${openText(result, String)}${result.percent ? ' percent' : ''}${result.nil ? ' nil' : ''}`;
};

describe('parseOpenFigure', () => {
  it.each([
    ['6,000', '6000'],
    ['-', '0 nil'],
    ['undecided', 'undecided'],
    ['6,000..7,000', '6000..7000'],
    ['6,000 .. 7,000', '6000..7000'],
    ['18.00..20.50', '18..20.5'],
    ['(200)..100', '-200..100'],
    ['△300..△200', '-300..-200'],
    ['-3..-2', '-3..-2'],
    ['3.4%..20.7%', '3.4..20.7 percent'],
    ['0..5', '0..5'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['7,000..6,000', 'write the low end first'],
    ['△200..△300', 'write the low end first'],
    ['6,000..6,000', 'write the figure once'],
    ['-..6,000', 'write both ends as figures: 0..7,000'],
    ['3.4%..20.7', 'write both ends with the sign, or none'],
    ['6,000..', 'write it as printed: 10,568,342 or (193,782), - for nil'],
    ['1..2..3', 'write it as printed: 10,568,342 or (193,782), - for nil'],
    ['未定', 'write undecided: it is printed in the words of each language'],
    ['TBD', 'write undecided: it is printed in the words of each language'],
    ['To be determined', 'write undecided: it is printed in the words of each language'],
    ['6,000～7,000', 'write a range as 6,000..7,000'],
    ['6,000 to 7,000', 'write a range as 6,000..7,000'],
    ['6,000-7,000', 'write a range as 6,000..7,000'],
    ['6,000 – 7,000', 'write a range as 6,000..7,000'],
  ])('refuses %s', (text, hint) => {
    expect(read(text)).toBe(hint);
  });

  it('reads a text of a million characters in linear time', () => {
    for (const text of [
      '1'.repeat(1_000_000),
      '-'.repeat(1_000_000),
      '1~'.repeat(500_000),
      '1 to '.repeat(200_000),
      '.'.repeat(1_000_000),
    ]) {
      const start = performance.now();
      expect(isFault(parseOpenFigure(text))).toBe(true);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
