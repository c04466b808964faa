// Turn an exact value into digits as a reader sees them: in a sentence, in the three pieces of a table cell, in the words of a finding.

import type { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept, Issuer, NegativeStyle } from '../model/release.ts';
import { say, sayWord } from '../model/say.ts';
import type { Scale, Unit } from '../model/unit.ts';
import type { FigureSources } from './figure-sources.ts';
import { inPercent, inPrintedUnits } from './scale.ts';

/** Digits of the magnitude with a comma every three places: 10,568,342 or 1,311.3. The value is expected to be rounded already. */
export function digits(value: Exact, decimals: number): string {
  const [whole = '', fraction] = value.abs().toFixed(decimals).split('.');
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

/** A comma every three digits from the right; a sign before them stays. */
export function groupThousands(whole: string): string {
  const first = whole.startsWith('-') ? 1 : 0;
  let cut = whole.length - 3;
  if (cut <= first) return whole;
  let groups = '';
  for (; cut > first; cut -= 3) groups = `,${whole.slice(cut, cut + 3)}${groups}`;
  return whole.slice(0, cut + 3) + groups;
}

/** The sign that a rounded value is printed with: its own, or of a zero that was rounded from below, by the issuer's rule, that of the exact one. */
export function printedSign(printed: Exact, exact: Exact, { signedZero }: Pick<Issuer, 'signedZero'>): -1 | 0 | 1 {
  return (printed.isZero && signedZero && exact.sign < 0 ? -1 : printed.sign) as -1 | 0 | 1;
}

/** Digits with the minus of Japanese issuers in running text, in every language: (-)1.8; with `negative` as tables print them: △1.8. */
export function signedDigits(value: Exact, decimals: number, negative?: NegativeStyle, sign = value.sign): string {
  const [before, after] = sign < 0 ? (negative ? signs[negative] : ['(-)', '']) : ['', ''];
  return before + digits(value, decimals) + after;
}

/** What stands before and after the digits of a negative figure. */
const signs: Readonly<Record<NegativeStyle, readonly [string, string]>> = {
  parentheses: ['(', ')'],
  triangle: ['△', ''],
  minus: ['\u2212', ''],
};

/** What stands before the digits, the digits, and what stands after them. */
export interface SplitFigure {
  readonly prefix: string;
  readonly core: string;
  readonly suffix: string;
}

/** Splits `value` by the issuer's style for negatives; `percent` adds the sign inside the parentheses: (1.4%). `signed` is the sign printed, where it is not the value's. */
export function splitFigure(value: Exact, decimals: number, negative: NegativeStyle, percent: boolean, signed = value.sign): SplitFigure {
  const core = digits(value, decimals);
  const sign = percent ? '%' : '';
  if (signed >= 0) return { prefix: '', core, suffix: sign };
  const [prefix, after] = signs[negative];
  return { prefix, core, suffix: sign + after };
}

/** Writes values of one unit. */
export interface Amounts {
  /** `39,038,343`, `-193,782`, `0.4`: every digit that the value has, or twelve decimals of one that never ends. */
  readonly digits: (value: Exact) => string;
  /** ` thousand JPY`, ` Gbps`, ` percent`, or nothing for a count. */
  readonly unit: string;
}

/** Decimals of a value that no decimal ends, enough to tell any two of them apart in a finding. */
const longest = 12;

/** `scale` is the issuer's unless given: the one that the figure to be read first is typed in. */
export function amountsOf(unit: Unit, release: FigureSources, scale: Scale = release.issuer.scale): Amounts {
  const { currency } = release.issuer;
  if (unit === 'money') {
    return {
      digits: (value) => grouped(inPrintedUnits(value, unit, scale)),
      unit: scale === 'one' ? say` ${sayWord(currency)}` : say` ${sayWord(scale)} ${sayWord(currency)}`,
    };
  }
  if (unit === 'ratio') return { digits: (value) => grouped(inPercent(value)), unit: ' percent' };
  return { digits: grouped, unit: unit === 'per-share' ? say` ${sayWord(currency)}` : unit === 'count' ? '' : say` ${unit}` };
}

/** Thousands separated by commas. */
export function grouped(value: Exact): string {
  const text = value.toString();
  const decimal = text.includes('/') ? value.toFixed(longest) : text;
  const [whole = '', fraction] = decimal.split('.');
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

/** A fact as a table of its concept's scale would round it, signed as prose signs: `(-)194`. */
export function roundedFact({ value, unit }: Fact, { scale, decimals }: Concept): string {
  return signedDigits(inPrintedUnits(value, unit, scale).round(decimals), decimals);
}
