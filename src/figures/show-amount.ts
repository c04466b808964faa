// Turn an exact value into the words of a finding: digits grouped, in one scale, with the unit named once.
import { Exact } from '../model/exact.ts';
import type { Release } from '../model/release.ts';
import { type Scale, scales, type Unit } from '../model/unit.ts';

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
    const divisor = Exact.of(10n ** BigInt(scales[scale]));
    return { digits: (value) => grouped(value.div(divisor)), unit: scale === 'one' ? ` ${currency}` : ` ${scale} ${currency}` };
  }
  if (unit === 'ratio') return { digits: (value) => grouped(value.mul(Exact.of(100))), unit: ' percent' };
  return { digits: grouped, unit: unit === 'per-share' ? ` ${currency}` : unit === 'count' ? '' : ` ${unit}` };
}

/** Thousands separated by commas. */
export function grouped(value: Exact): string {
  const text = value.toString();
  const decimal = text.includes('/') ? value.toFixed(longest) : text;
  const [whole = '', fraction] = decimal.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
