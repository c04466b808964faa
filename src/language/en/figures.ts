// Turn figures into English as Japanese issuers write it for American readers.
import { signedDigits } from '../../figures/digits.ts';
import type { Scale } from '../../model/unit.ts';
import type { FigureWriting } from '../figure-writing.ts';

/** Scale words. English has no 10^4 and 10^8: they are written in full so that no figure is silently rescaled. */
const scaleWords: Readonly<Record<Scale, string>> = {
  one: '',
  thousand: ' thousand',
  man: ' ten thousand',
  million: ' million',
  oku: ' hundred million',
  billion: ' billion',
};

export const figures: FigureWriting = {
  money: (printed, options = {}) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return options.bare ? number : `${options.prefix ?? 'JPY'}${number}${scaleWords[printed.scale]}`;
  },
  dollars: (printed, prefix = '$') =>
    `${prefix}${signedDigits(printed.value, printed.decimals, printed.negative)}${scaleWords[printed.scale]}`,
  count: (printed, unit) => {
    const number = signedDigits(printed.value, printed.decimals, printed.negative);
    return unit === 'Gbps' || unit === 'Mbps' ? number + unit : number + scaleWords[printed.scale];
  },
  percent: (value, decimals, negative) => `${signedDigits(value, decimals, negative)}%`,
  times: (value, decimals) => `${signedDigits(value, decimals)} times`,
};
