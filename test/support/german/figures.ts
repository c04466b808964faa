// Turn figures into German. Digits are grouped as in the tables of the release, so that a figure looks the same everywhere.
import { signedDigits } from '../../../src/figures/digits.ts';
import type { FigureWriting } from '../../../src/language/writing.ts';
import type { Scale } from '../../../src/model/unit.ts';

const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: ' Tausend',
  man: ' Zehntausend',
  million: ' Millionen',
  oku: ' Hundert Millionen',
  billion: ' Milliarden',
};

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return options.bare
      ? number
      : `${options.prefix ?? ''}${number}${scaleWords[printed.scale]}${options.prefix === undefined ? ' Yen' : ''}`;
  },
  dollars: (printed, prefix) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return `${prefix ?? ''}${number}${scaleWords[printed.scale]}${prefix === undefined ? ' US-Dollar' : ''}`;
  },
  count: (printed, unit) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative) => `${signedDigits(value, decimals, negative)}%`,
  points: (value, decimals, negative, sign) => `${signedDigits(value, decimals, negative, sign)} Prozentpunkte`,
  times: (value, decimals) => `das ${signedDigits(value, decimals)}-Fache`,
};
