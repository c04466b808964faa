// Turn an exact value into digits as a reader sees them: separators, decimals, and the sign that prose writes.
import type { Exact } from '../model/exact.ts';
import type { NegativeStyle } from '../model/release.ts';

/** Digits of the magnitude with a comma every three places: 10,568,342 or 1,311.3. The value is expected to be rounded already. */
export function digits(value: Exact, decimals: number): string {
  const [whole = '', fraction] = value.abs().toFixed(decimals).split('.');
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

/** A comma every three digits from the right; a sign before them stays. */
export function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Digits with the minus of Japanese issuers in running text, in every language: (-)1.8; with `negative` as tables print them: △1.8. */
export function signedDigits(value: Exact, decimals: number, negative?: NegativeStyle): string {
  const [before, after] = value.sign < 0 ? (negative ? signs[negative] : ['(-)', '']) : ['', ''];
  return before + digits(value, decimals) + after;
}

/** What stands before and after the digits of a negative figure. */
export const signs: Readonly<Record<NegativeStyle, readonly [string, string]>> = {
  parentheses: ['(', ')'],
  triangle: ['△', ''],
  minus: ['\u2212', ''],
};
