// Turn a day, or a year, into the year of its Japanese era: 平成31年, 令和元年.
import { matchesIn } from '../../model/matches.ts';
import type { EraReading } from '../era-reading.ts';
import { eraStarts } from '../eras.ts';

const names = ['令和', '平成', '昭和', '大正', '明治'] as const;

/** The eras, the latest first, each with its first day. */
const eras = names.map((name, index) => ({ name, start: eraStarts[index] ?? '' }));

/** By the name of an era, the year before its first: year 1 of 令和 is 2019. */
export const eraBases: Readonly<Record<string, number>> = Object.fromEntries(
  eras.map(({ name, start }) => [name, Number(start.slice(0, 4)) - 1]),
);

export const eraNames = names.join('|');

const numbered = (year: number): string => (year === 1 ? '元' : String(year));

/** 令和元年 of a day; of one before the first of them, the western year. */
export function eraYear(iso: string): string {
  const era = eras.find(({ start }) => start <= iso);
  const year = Number(iso.slice(0, 4));
  return era ? `${era.name}${numbered(year - Number(era.start.slice(0, 4)) + 1)}年` : `${year}年`;
}

/** 令和元 of a year that is named as a whole: by the era that begins in it, where one does. */
export function eraOfYear(year: number): string {
  return eraYear(`${year}-12-31`).slice(0, -1);
}

const kanji = '〇一二三四五六七八九';
const digits = '(\\d{1,2}|元|[一二三四五六七八九十]{1,3})';
const space = '[ \\u3000\\u00a0]{0,2}';
const day = new RegExp(`(${eraNames})${space}${digits}${space}年${space}(\\d{1,2})${space}月(?:${space}(\\d{1,2})${space}日)?`, 'g');

function value(typed: string): number {
  if (typed === '元') return 1;
  if (/^\d/.test(typed)) return Number(typed);
  const [tens = '', ones = ''] = typed.includes('十') ? typed.split('十') : ['', typed];
  return (typed.includes('十') ? 10 * (tens === '' ? 1 : kanji.indexOf(tens)) : 0) + Math.max(0, kanji.indexOf(ones));
}

const padded = (number: number): string => String(number).padStart(2, '0');

export const eraReading: EraReading = {
  named: (text) =>
    matchesIn(text, day).map(({ index, 0: words, 1: name = '', 2: typed = '', 3: month = '', 4: date }) => {
      const at = eras.findIndex((era) => era.name === name);
      const year = (eraBases[name] ?? 0) + value(typed);
      // A month is of an era of which it has a day.
      const [first, last] = [date ?? '1', date ?? '31'].map((each) => `${year}-${padded(Number(month))}-${padded(Number(each))}`);
      const isOf = (last ?? '') >= (eras[at]?.start ?? '') && (at <= 0 || (first ?? '') < (eras[at - 1]?.start ?? ''));
      return {
        start: index,
        end: index + words.length,
        isOf,
        next: at <= 0 ? '' : (eras[at - 1]?.start ?? ''),
        meant: `${eraYear(date === undefined ? (last ?? '') : (first ?? ''))}${Number(month)}月${date === undefined ? '' : `${Number(date)}日`}`,
      };
    }),
};
