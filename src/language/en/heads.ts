// Turn English heads into what they say of a period.
import { matchesIn } from '../../model/matches.ts';
import type { HeadReading, HeadSayings, NamedDay, NamedNumber } from '../heads.ts';
import { months } from './writing.ts';

const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}${name === 'September' ? '|t' : ''})?`).join('|')})\\.?`;
const monthFirst = new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'gi');
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month},? (\\d{4})\\b`, 'gi');
const monthOnly = new RegExp(`\\b${month} (\\d{4})\\b`, 'gi');
const slashed = /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g;

const counts: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, index) => [word, index + 1]),
);
const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);

const monthNumber = (name: string): number =>
  months.findIndex((each) => each.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

const lengths: readonly (readonly [RegExp, (words: RegExpMatchArray) => number])[] = [
  [/\b([a-z]+|\d{1,2})[ -]months?\b/gi, ([, count = '']) => counts.get(count.toLowerCase()) ?? Number(count)],
  // Weeks of a retailer's year: thirteen a quarter.
  [/\b(\d{1,2})[ -]weeks?\b/gi, ([, count = '']) => Math.round((Number(count) * 12) / 52)],
  [/\bhalf[ -]years? (?:ended|ending)\b|\b(?:first|second)[ -]half\b|\bhalf ended\b/gi, () => 6],
  [/\bquarter (?:ended|ending)\b/gi, () => 3],
  [/\bfull[ -]year\b|\byears? (?:ended|ending)\b|\bannual\b/gi, () => 12],
];

const quarters: readonly RegExp[] = [
  /\b(first|second|third|fourth)[ -]quarter\b/gi,
  /\b([1-4])(?:st|nd|rd|th)[ -]quarter\b/gi,
  /\b([1-4])Q(?:\d{2})?\b/gi,
  /\bQ([1-4])\b/gi,
];

const comparison = /\bcompar|\bch(?:an)?ge?\b|\bvs\b|\bversus\b|%|\byoy\b|\bqoq\b|\bover\b/i;
const yearBefore =
  /\byoy\b|\by\/y\b|\byear[ -]o(?:ver|n)[ -](?:the[ -])?year\b|\b(?:prior|previous|preceding)[ -](?:fiscal[ -])?year\b|\bsame (?:period|quarter)\b/i;
const quarterBefore =
  /\bqoq\b|\bq\/q\b|\bquarter[ -]o(?:ver|n)[ -](?:the[ -])?quarter\b|\bsequential\b|\b(?:prior|previous|preceding)[ -]quarter\b/i;
const current = /\b(?:current|this) (?:fiscal |interim |cumulative )*(?:period|year|quarter|half|month)/i;
const earlier =
  /\b(?:prior|previous|preceding|last)[ -](?:fiscal |interim |cumulative )*(?:period|year|quarter|half)|\byear[ -](?:ago|earlier|before)\b/i;

export const heads: HeadReading = {
  shareOf: (label) => `% of ${label}`,
  changeFrom: (period) => (period === undefined ? 'Change (%)' : `Change from ${period} (%)`),
  comparisons: {
    rate: /\b(?:rates? of (?:change|increase|decrease|growth)|growth rates?|percent(?:age)? (?:change|increase|decrease))\b|% change\b|\bchange \(%\)/,
    amount: /\b(?:amounts? of (?:change|increase|decrease)|changes? in amounts?|change \(amount\))(?![a-z])/,
  },
  differenceFrom: (period) => (period === undefined ? 'Change' : `Change from ${period}`),
  ofMember: (label, member) => `${label} (${member})`,
  currencies: new Map([
    ['JPY', /\bJPY\b|\byen\b|¥/i],
    ['USD', /\bUSD\b|\bdollars?\b|\$/i],
  ]),
  pieces: (head) => head.split(/(?<= )/),
  sayingsIn,
};

function sayingsIn(head: string): HeadSayings {
  const { days, rest } = daysIn(head);
  const found = (patterns: readonly RegExp[], value: (words: RegExpMatchArray) => number): readonly NamedNumber[] =>
    patterns.flatMap((pattern) => matchesIn(rest, pattern).map((words) => ({ value: value(words), words: words[0] })));
  const base = yearBefore.exec(head) ?? quarterBefore.exec(head);
  const which = comparison.test(head) ? null : (current.exec(head) ?? earlier.exec(head));
  return {
    lengths: lengths.flatMap(([pattern, value]) => found([pattern], value)).filter(({ value }) => value > 0),
    quarters: [
      ...found(quarters, ([, name = '']) => ordinals.get(name.toLowerCase()) ?? Number(name)),
      ...found([/\bfirst[ -]half\b/gi], () => 2),
      ...found([/\bsecond[ -]half\b/gi], () => 4),
    ],
    fiscalYears: [
      ...found([/\b(?:fiscal(?: year)?|FY) ?(\d{4})\b(?!\/)/gi], ([, year]) => Number(year)),
      ...found([/\b[1-4]Q(\d{2})\b/gi, /\bFY ?'?(\d{2})\b(?!\/)/gi], ([, year]) => Number(year)),
    ],
    days,
    ...(which && { which: { is: current.test(which[0]) ? 'current' : 'earlier', words: which[0] } }),
    ...(base && { base: { is: yearBefore.test(base[0]) ? 'year-before' : 'quarter-before', words: base[0] } }),
  };
}

/** Days, and the text without them. */
function daysIn(head: string): { readonly days: readonly NamedDay[]; readonly rest: string } {
  const days: NamedDay[] = [];
  const take = (text: string, pattern: RegExp, day: (words: readonly string[]) => Omit<NamedDay, 'words'>) =>
    text.replace(pattern, (...words) => {
      days.push({ ...day(words), words: words[0] });
      return ' ';
    });
  let rest = take(head, monthFirst, ([, name = '', day, year]) => ({ year: Number(year), month: monthNumber(name), day: Number(day) }));
  rest = take(rest, dayFirst, ([, day, name = '', year]) => ({ year: Number(year), month: monthNumber(name), day: Number(day) }));
  rest = take(rest, slashed, ([, year, number, day]) => ({ year: Number(year), month: Number(number), day: Number(day) }));
  rest = take(rest, monthOnly, ([, name = '', year]) => ({ year: Number(year), month: monthNumber(name) }));
  return { days, rest };
}
