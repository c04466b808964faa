// Turn an exact value into the words of a finding: digits grouped, in one scale, with the unit named once.
import type { Exact } from '../model/exact.ts';
import type { Fact } from '../model/financials.ts';
import type { Concept, Release } from '../model/release.ts';
import type { Scale, Unit } from '../model/unit.ts';
import { groupThousands, signedDigits } from './digits.ts';
import { inPercent, inPrintedUnits } from './scale.ts';

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
export function amountsOf(unit: Unit, release: Release, scale: Scale = release.issuer.scale): Amounts {
  const { currency } = release.issuer;
  if (unit === 'money') {
    return {
      digits: (value) => grouped(inPrintedUnits(value, unit, scale)),
      unit: scale === 'one' ? ` ${currency}` : ` ${scale} ${currency}`,
    };
  }
  if (unit === 'ratio') return { digits: (value) => grouped(inPercent(value)), unit: ' percent' };
  return { digits: grouped, unit: unit === 'per-share' ? ` ${currency}` : unit === 'count' ? '' : ` ${unit}` };
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
