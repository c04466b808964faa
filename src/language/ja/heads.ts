// Turn Japanese heads into what they say of a period.
import { matchesIn } from '../../model/matches.ts';
import type { HeadReading, HeadSayings, NamedDay, NamedNumber } from '../heads.ts';
import { eraBases, eraNames } from './eras.ts';
import { text } from './text.ts';

const eraYear = new RegExp(`(${eraNames})(\\d{1,2}|元)年`, 'g');
/** A year of two figures is that of an era which the words before it name, 31年3月期; a number of years before months is none. */
const dayWords = /(\d{4}|(?<![\d.,])\d{1,2}(?=年\d{1,2}月期))年(\d{1,2})月(?:(\d{1,2})日|期)?/g;
const slashed = /(\d{4})\/(\d{1,2})\/(\d{1,2})/g;

const kanji = '〇一二三四五六七八九';
const digit = (text: string): number => (kanji.includes(text) ? kanji.indexOf(text) : Number(text));
const number = (text: string): number => (/^十/.test(text) ? 10 + (text.length > 1 ? digit(text.slice(1)) : 0) : digit(text));

const count = `(\\d{1,2}|十[一二]?|[一二三四五六七八九])`;
const monthCount = new RegExp(`${count}(?:か|ヶ|カ|ヵ|箇|ケ)月`, 'g');
const quarter = /第([1-4一二三四])四半期/g;
const quarterShort = /(?<![\dA-Za-z])([1-4])Q(?:\d{2})?(?![A-Za-z])|(?<![A-Za-z])Q([1-4])(?!\d)/g;
const cumulative = /第([1-4一二三四])四半期(?:連結)?累計/g;
/** Of days: 自 and 至, or a dash between two. */
const range = /自[^自至]{0,60}至|日?[~～〜]/;
const half = /中間(?:連結)?(?:会計)?期間?|上(?:半)?期|下(?:半)?期/g;

const comparison = /比|対|増減|[%％]|当初|当期(?:純|利|損)/;
const yearBefore = /前年同|対前年|前年比|前年度?対比|YOY|YoY/;
const quarterBefore = /前四半期|QOQ|QoQ/;
const current = /当(?:第|四半期|中間|連結|事業|会計|期|年度|半期)/;
const earlier = /前(?:年|第|四半期|中間|連結|事業|会計|期|半期)/;

export const heads: HeadReading = {
  shareOf: (label) => `対${label}比率（％）`,
  changeFrom: (period) => (period === undefined ? '増減率（％）' : `対${period}増減率（％）`),
  comparisons: { rate: /増減率|増加率|減少率|伸び率|伸率|成長率/, amount: /増減額|増加額|減少額|増減幅/ },
  differenceFrom: (period) => (period === undefined ? '増減額' : `対${period}増減額`),
  ofMember: (label, member) => `${label}（${member}）`,
  currencies: new Map([
    ['JPY', /JPY|円|¥/i],
    ['USD', /USD|ドル|\$/i],
  ]),
  // A date or a number of a quarter stays whole.
  pieces: (head) => (/\d/.test(head) ? head.split(/(?<=月期|対)/) : wordsOf(head)),
  sayingsIn,
};

/** Words by the dictionary; a bracket stays with what it holds. */
function wordsOf(head: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of text.words().segment(head)) {
    const last = words.at(-1);
    if (last !== undefined && (/[（(]$/.test(last) || /^[）)％%]/.test(segment))) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

function sayingsIn(typed: string): HeadSayings {
  const head = typed
    .replace(/\s+/g, '')
    .replace(eraYear, (_, era: string, year: string) => `${(eraBases[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`);
  const days: NamedDay[] = [];
  const take = (text: string, pattern: RegExp) =>
    text.replace(pattern, (words: string, year: string, month: string, day: string | undefined) => {
      days.push({ year: Number(year), month: Number(month), ...(day !== undefined && { day: Number(day) }), words });
      return ' ';
    });
  const isRange = range.test(head);
  const rest = take(take(head, dayWords), slashed);
  const found = (pattern: RegExp, value: (words: RegExpMatchArray) => number): readonly NamedNumber[] =>
    matchesIn(rest, pattern).map((words) => ({ value: value(words), words: words[0] }));
  const base = yearBefore.exec(head) ?? quarterBefore.exec(head);
  const which = comparison.test(head) ? null : (current.exec(head) ?? earlier.exec(head));
  return {
    lengths: [
      ...found(monthCount, ([, months = '']) => number(months)),
      ...found(cumulative, ([, name = '']) => 3 * number(name)),
      // A balance sheet is of the end of a quarter, whatever the length of the period that ends with it.
      ...(isRange ? found(/四半期(?:連結)?会計期間/g, () => 3) : []),
      ...(isRange || days.length === 0 ? found(half, () => 6) : []),
      ...found(/通期|年間/g, () => 12),
      ...(isRange ? found(/(?<!四半期)(?<!四半期連結)(?<!中間)(?<!中間連結)会計年度/g, () => 12) : []),
    ],
    quarters: [
      ...found(quarter, ([, name = '']) => number(name)),
      ...found(quarterShort, ([, before, after]) => Number(before ?? after)),
      ...found(/中間(?!配当)|上(?:半)?期/g, () => 2),
      ...found(/下(?:半)?期|会計年度|事業年度/g, () => 4),
    ],
    fiscalYears: [
      ...found(/(?<!\d)(\d{4})年度/g, ([, year]) => Number(year)),
      ...found(/(?<![\dA-Za-z])[1-4]Q(\d{2})(?!\d)/g, ([, year]) => Number(year)),
    ],
    days,
    ...(which && { which: { is: current.test(which[0]) ? 'current' : 'earlier', words: which[0] } }),
    ...(base && { base: { is: yearBefore.test(base[0]) ? 'year-before' : 'quarter-before', words: base[0] } }),
  };
}
