// Turn a value into the text that a data file types for it, in the manner of the figures that stand beside it.
import type { Exact } from '../model/exact.ts';
import type { NegativeStyle } from '../model/release.ts';
import { groupThousands } from './digits.ts';
import { decimalsOf, typedDecimals } from './scale.ts';

/** How figures of a file are typed. */
export interface TypedManner {
  /** What stands before and after the digits of a negative figure. */
  readonly negative: readonly [string, string];
  /** Thousands are parted by commas. */
  readonly grouped: boolean;
  /** Decimals at least. */
  readonly decimals: number;
  /** The sign `%` of a negative figure in parentheses stands inside them. */
  readonly percentInside: boolean;
}

/** A value as data files have it. */
export interface TypedValue {
  /** In the scale of its concept; of a ratio, in percent. */
  readonly value: Exact;
  /** Nothing, typed as a hyphen. */
  readonly nil: boolean;
  /** Typed with the sign `%`. */
  readonly percent: boolean;
}

const signs: Readonly<Record<NegativeStyle, readonly [string, string]>> = {
  parentheses: ['(', ')'],
  triangle: ['△', ''],
  minus: ['-', ''],
};

/**
 * The manner of figures in the order given, the nearest first: what the first does not show, a later one may. `decimals` are those of
 * the figure that is replaced, or of its concept; where no figure is negative, it is written as the issuer prints negative ones.
 */
export function mannerOf(texts: readonly string[], decimals: number, negative: NegativeStyle): TypedManner {
  const [signed] = texts.flatMap((text) => {
    const sign = /^[-−△▲(]/.exec(text)?.[0];
    return sign === undefined || text === '-' ? [] : [sign];
  });
  const [large] = texts.filter((text) => /\d,\d|\d{4}/.test(text));
  const inside = texts.find((text) => text.startsWith('(') && text.includes('%'));
  return {
    negative: signed === undefined ? signs[negative] : signed === '(' ? ['(', ')'] : [signed, ''],
    grouped: large === undefined || large.includes(','),
    decimals,
    percentInside: inside?.endsWith('%)') ?? false,
  };
}

/** The manner of one text that is replaced, and for what it does not show that of its neighbours. */
export function mannerLike(text: string, neighbours: readonly string[], negative: NegativeStyle): TypedManner {
  return mannerOf([text, ...neighbours], typedDecimals(text), negative);
}

/** Every digit that the value has. */
export function typedText({ value, nil, percent }: TypedValue, { negative, grouped, decimals, percentInside }: TypedManner): string {
  if (nil) return '-';
  const [whole = '', fraction] = value
    .abs()
    .toFixed(Math.max(decimals, decimalsOf(value)))
    .split('.');
  const digits = (grouped ? groupThousands(whole) : whole) + (fraction === undefined ? '' : `.${fraction}`);
  const sign = percent ? '%' : '';
  if (value.sign >= 0) return digits + sign;
  const [before, after] = negative;
  return before === '(' && percentInside ? `${before}${digits}${sign}${after}` : `${before}${digits}${after}${sign}`;
}
