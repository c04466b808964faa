// Turn English names of what a figure is compared with, or is of, into periods: compared to the same quarter of the previous year, 2Q01.
import { type BaseNamed, type BaseNames, basesBy, type MatchedGroups, type OwnPeriodName, type TypedPeriod } from '../comparison-words.ts';
import { months } from './writing.ts';

const lead =
  /\ufffc (?:that|those) (?:of|for|in) |(?:compared (?:to|with|against)|as against|against|versus|vs\.|from|than|over|on|above|below|short of|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topped|outpaced|outstripped|relative to|in comparison (?:to|with)|in contrast to) /gi;
const article = '(?:that (?:of|for|in) |those (?:of|for|in) |the (?:figure|level|amount|result)s? (?:of|for|in|at) |its |in |at |for )?';
const last = '(?:previous|prior|last|preceding|immediately preceding)';
const span = '(?:quarter|half(?:[- ]year)?|period|term|(?:three|six|nine|twelve) months|first half|(?:first|second|third|fourth) quarter)';

const namesOf = (...names: readonly string[]) => new RegExp(`${article}(?<name>(?:${names.join('|')})\\b)`, 'iy');
/** Sought only where one of its words follows: its many ways take the engine longer than those of all other names. */
const yearsBefore: BaseNames['namesFirst'] = {
  needs: /same|corresponding|comparable|like|year/i,
  // The longest article, `the immediately preceding year`.
  within: 80,
  names: namesOf(
    `(?<yearBefore>(?:the |a |its )?(?:(?:same|corresponding|comparable|like) ${span} (?:(?:of|in|from|a|one|the|${last}|fiscal) ){0,3}(?:year(?: earlier| ago| before)?|${last} year)` +
      `|(?:a|one|the) year (?:earlier|ago|before)|${last}[- ]year(?:[’']s)? ${span}|year[- ](?:ago|earlier) (?:${span}|level|figure)|year before))`,
  ),
};
/** Behind words that compare. `the last quarter’s` and `the last year-end` name more than the words alone. */
const names = namesOf(
  `(?<previousQuarter>(?:the end of )?(?:the |its )?${last} quarter(?![\\w’'])|the quarter before)`,
  `(?<yearEnd>(?:the )?end of (?:the |its )?${last} (?:consolidated )?(?:fiscal )?year|(?:the )?${last} (?:fiscal )?year[- ]end)`,
  `(?<previousYear>(?:the )?${last} (?:full |consolidated )?(?:fiscal )?year(?![\\w’'-]| end| ${span}))`,
  `(?<typed>(?:the end of )?(?<month>${months.join('|')})(?: (?<day>\\d{1,2}),)?(?: (?<year>\\d{4}))?` +
    '|(?:(?<quarter>[1-4])Q|the (?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th) quarter of (?:fiscal |FY ?)(?:year )?)(?<fiscalYear>\\d{4}|\\d{2}))',
);
const besideChange =
  /\b(?<name>(?<yearBefore>year[- ](?:on|over)[- ]year|on the year)|(?<previousQuarter>quarter[- ](?:on|over)[- ]quarter|on the quarter|sequentially))\b/gi;
const kinds = {
  yearBefore: 'year-before',
  previousQuarter: 'previous-quarter',
  yearEnd: 'year-end',
  previousYear: 'previous-year',
  typed: typedPeriod,
} as const;

const compared: BaseNames = {
  needs: new RegExp(`year|quarter|\\dQ|${months.join('|')}`, 'i'),
  lead,
  names,
  namesFirst: yearsBefore,
  kinds,
};
const sinceThen: BaseNames = { needs: /year|quarter|sequentially/i, names: besideChange, kinds };

export const bases = (text: string): readonly BaseNamed[] =>
  [...basesBy(compared, text), ...basesBy(sinceThen, text)].sort((a, b) => a.start - b.start);

/** Right behind an amount. */
export const ownPeriods: readonly OwnPeriodName[] = [
  {
    base: 'year-before',
    needs: /year/i,
    after: new RegExp(
      `^ (?:(?:in|of|for|at) (?:the (?:same|corresponding) ${span} (?:of|in) (?:the )?${last} (?:fiscal )?year|the ${last}[- ]year(?:[’']s)? ${span})|(?:in |of )?a year (?:earlier|ago|before))\\b`,
      'i',
    ),
  },
  { base: 'previous-quarter', needs: /quarter/i, after: new RegExp(`^ (?:in|of|for|at the end of) the ${last} quarter\\b`, 'i') },
  { base: 'year-end', needs: /year/i, after: new RegExp(`^ at the end of the ${last} fiscal year\\b`, 'i') },
];

const ordinals = ['first', 'second', 'third', 'fourth'];

function typedPeriod({ month, day, year, quarter, ordinal, fiscalYear }: MatchedGroups): TypedPeriod {
  const named = months.findIndex((name) => name.toLowerCase() === month?.toLowerCase());
  const counted = quarter ?? ordinal;
  const quarterNumber = counted === undefined ? undefined : 1 + ordinals.indexOf(counted.toLowerCase()) || Number.parseInt(counted, 10);
  return {
    ...(named >= 0 && { month: named + 1 }),
    ...(day !== undefined && { day: Number(day) }),
    ...(year !== undefined && { year: Number(year) }),
    ...(quarterNumber !== undefined && { quarter: quarterNumber }),
    ...(fiscalYear !== undefined && { fiscalYear: Number(fiscalYear) }),
  };
}
