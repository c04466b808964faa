// Turn figures into German. Digits are grouped as in the tables of the release, so that a figure looks the same everywhere.
import { signedDigits } from '../../../src/figures/digits.ts';
import type { FigureWriting, RangedDigits } from '../../../src/language/writing.ts';
import type { Scale } from '../../../src/model/unit.ts';

const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: ' Tausend',
  man: ' Zehntausend',
  million: ' Millionen',
  oku: ' Hundert Millionen',
  billion: ' Milliarden',
};

function digitsOf({ value, decimals, negative, sign, upper }: RangedDigits): string {
  const low = signedDigits(value, decimals, negative, sign);
  return upper ? figures.range(low, signedDigits(upper, decimals, negative)) : low;
}

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = digitsOf(printed);
    return options.bare
      ? number
      : `${options.prefix ?? ''}${number}${scaleWords[printed.scale]}${options.prefix === undefined ? ' Yen' : ''}`;
  },
  perShare: (printed) => figures.money(printed),
  breakdown: { beforeFigure: ' ', betweenParts: ', ' },
  dollars: (printed, prefix) => {
    const number = digitsOf(printed);
    return `${prefix ?? ''}${number}${scaleWords[printed.scale]}${prefix === undefined ? ' US-Dollar' : ''}`;
  },
  count: (printed, unit) => {
    const number = digitsOf(printed);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative, sign, upper) =>
    `${digitsOf({ value, decimals, negative, upper, ...(sign !== undefined && { sign }) })}%`,
  points: (value, decimals, negative, sign) => `${signedDigits(value, decimals, negative, sign)} Prozentpunkte`,
  times: (value, decimals, upper) => `das ${digitsOf({ value, decimals, upper })}-Fache`,
  range: (low, high) => `${low} bis ${high}`,
  rangeMarks: [' bis '],
  undecided: 'unbestimmt',
  none: 'keine',
  undecidedWords: ['noch offen'],
};
