// Turn figures into Japanese as issuers write it in earnings releases.
import { signedDigits } from '../../figures/digits.ts';
import type { Scale } from '../../model/unit.ts';
import type { FigureWriting } from '../figure-writing.ts';

/** Scale words; 10^9 has no word of its own and is written as ten hundred-millions are read. */
const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: '千',
  man: '万',
  million: '百万',
  oku: '億',
  billion: '十億',
};

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    if (options.bare) return number;
    const amount = number + scaleWords[printed.scale];
    return options.prefix === undefined ? `${amount}円` : options.prefix + amount;
  },
  dollars: (printed, prefix) => {
    const amount = signedDigits(printed.value, printed.decimals, printed.negative) + scaleWords[printed.scale];
    return prefix === undefined ? `${amount}米ドル` : prefix + amount;
  },
  count: (printed, unit) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative) => `${signedDigits(value, decimals, negative)}%`,
  times: (value, decimals) => `${signedDigits(value, decimals)}倍`,
};
