// Turn English names of days, months, lengths, quarters and fiscal years into what they say of a period: Six Months Ended September 30, 2025.
import { matchesIn } from '../../model/matches.ts';
import type { DaySaid, EndedNamed, PeriodSaid, TimeNamed } from '../legends.ts';
import { type NamingGroup, type NamingPattern, namedBy } from '../naming-patterns.ts';

type PeriodPattern = NamingPattern<PeriodSaid>;

const month =
  '\\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
const monthStarts = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const day = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)';
const counts = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
  ' ',
);
const ordinals = 'first second third fourth fifth sixth'.split(' ');
const ordinal = `(${ordinals.join('|')}|\\d{1,2}(?:st|nd|rd|th))`;

const monthOf = (name = ''): number => monthStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const countOf = (word = ''): number => (/^\d/.test(word) ? Number(word) : counts.indexOf(word.toLowerCase()) + 1);
const ordinalOf = (word = ''): number => (/^\d/.test(word) ? Number.parseInt(word, 10) : ordinals.indexOf(word.toLowerCase()) + 1);
const yearOf = (typed: string | undefined): { readonly year?: number } => (typed === undefined ? {} : { year: Number(typed) });
const patternOf = (source: string): RegExp => new RegExp(source, 'gi');

const through = ' ?(?:-|to|through|until) ?';
const withYear = '(?:,? ?((?:19|20)\\d\\d))?';
const dayOf = (name: string | undefined, date: string | undefined, typed: string | undefined): DaySaid => ({
  ...yearOf(typed),
  month: monthOf(name),
  day: Number(date),
});

/** The verb is no month. */
const inMonth =
  (says: PeriodPattern['says']): PeriodPattern['says'] =>
  (groups) =>
    groups.includes('may') ? [] : says(groups);

const aMonth = `\\b(?:${monthStarts.join('|')})`;
/** Each finds what a pattern cannot do without, so that most texts are not searched by it. */
const needs = {
  yearEnd: /years?,?(?: \d{4},?)? end/i,
  monthLast: new RegExp(`(?:to|through|until|-) ?${aMonth}`, 'i'),
  dayFirst: new RegExp(`\\d(?:st|nd|rd|th)? (?:of )?${aMonth}`, 'i'),
  digitAfter: new RegExp(`${aMonth}[a-z]*\\.?,? ?\\d`, 'i'),
};
const aDigit = /\d/;

const groups: readonly NamingGroup<PeriodSaid>[] = [
  {
    needs: needs.yearEnd,
    patterns: [
      {
        // Of a quarter or a half, or still to end: the year that it belongs to; by itself, the year that is reported.
        pattern: patternOf(
          `\\b((?:of|in) (?:the )?)?(?:(?:fiscal|business|financial) )?years?,?(?: (?:19|20)\\d\\d,?)? (ended|ending) (?:on )?${month}(?: ${day},?)?(?:,? ?(\\d{4}))?`,
        ),
        says: inMonth(([of, verb, name, date, typed]) => {
          const yearEnd: PeriodSaid = { by: 'fiscal-year-end', ...yearOf(typed), month: monthOf(name) };
          if (of !== undefined || verb?.toLowerCase() !== 'ended') return [yearEnd];
          return [
            yearEnd,
            { by: 'length', months: 12 },
            ...(date === undefined ? [] : [{ by: 'day', ...dayOf(name, date, typed) } as const]),
          ];
        }),
      },
    ],
  },
  {
    needs: needs.monthLast,
    patterns: [
      {
        pattern: patternOf(`${month} ?${day}${withYear}${through}${month} ?${day}${withYear}`),
        says: inMonth(([name, date, typed, name2, date2, typed2]) => [
          { by: 'span', from: dayOf(name, date, typed), to: dayOf(name2, date2, typed2) },
        ]),
      },
    ],
  },
  {
    needs: needs.dayFirst,
    patterns: [
      {
        pattern: patternOf(`(?<![\\d.,])${day} ${month}${withYear}${through}${day} ${month}${withYear}`),
        says: inMonth(([date, name, typed, date2, name2, typed2]) => [
          { by: 'span', from: dayOf(name, date, typed), to: dayOf(name2, date2, typed2) },
        ]),
      },
    ],
  },
  {
    needs: needs.digitAfter,
    patterns: [
      {
        pattern: patternOf(`${month} ?${day}${withYear}`),
        says: inMonth(([name, date, typed]) => [{ by: 'day', ...dayOf(name, date, typed) }]),
      },
    ],
  },
  {
    needs: needs.dayFirst,
    patterns: [
      {
        pattern: patternOf(`(?<![\\d.,])${day} (?:of )?${month}${withYear}`),
        says: inMonth(([date, name, typed]) => [{ by: 'day', ...dayOf(name, date, typed) }]),
      },
    ],
  },
  {
    needs: aDigit,
    patterns: [
      {
        pattern: /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g,
        says: ([typed, , name, date]) => [{ by: 'day', year: Number(typed), month: Number(name), day: Number(date) }],
      },
    ],
  },
  {
    needs: needs.monthLast,
    patterns: [
      {
        pattern: patternOf(`${month} ?(?:-|to|through) ?${month}(?:,? ?(\\d{4}))?`),
        says: inMonth(([from, to, typed]) => [
          { by: 'months', from: monthOf(from), to: monthOf(to) },
          ...(typed === undefined ? [] : [{ by: 'year', year: Number(typed) } as const]),
        ]),
      },
    ],
  },
  {
    needs: needs.digitAfter,
    patterns: [
      {
        pattern: patternOf(`${month},? ?((?:19|20)\\d\\d)`),
        says: inMonth(([name, typed]) => [{ by: 'month', ...yearOf(typed), month: monthOf(name) }]),
      },
    ],
  },
  {
    needs: aDigit,
    patterns: [
      { pattern: /\b(?:[Ee]nded|[Ee]nding|[Aa]s [Oo]f|[Aa]t) [A-Z][a-z]{2,}\.? \d{1,2},? \d{4}/g, says: () => [{ by: 'no-month' }] },
    ],
  },
  {
    needs: /month|week|half|quarter/i,
    patterns: [
      {
        // Three and six months, three- and six-month: the second is read by itself.
        pattern: patternOf(
          `(?<![\\d.,-])\\b(${counts.join('|')}|\\d{1,2})(?:[ -]months?|-)?(?:,? and | & |/)(?=(?:${counts.join('|')}|\\d{1,2})[ -]months?\\b)`,
        ),
        says: ([count]) => [{ by: 'length', months: countOf(count) }],
      },
      {
        pattern: patternOf(
          `(?<!\\b(?:next|past|last|within|previous|every|coming|than|under|over|about) )(?<![\\d.,-])\\b(${counts.join('|')}|\\d{1,2})[ -]months?\\b(?! (?:ago|later|before|after|or less|or more|from))`,
        ),
        says: ([count]) => [{ by: 'length', months: countOf(count) }],
      },
      {
        // Thirteen weeks are a quarter.
        pattern: /(?<![\d.,-])\b(\d{2})[ -]weeks? (?:ended|ending)\b/gi,
        says: ([weeks]) => [{ by: 'length', months: Math.round((Number(weeks) * 7) / 30.4) }],
      },
      { pattern: /\bhalf[- ]year\b/gi, says: () => [{ by: 'length', months: 6 }] },
      {
        pattern: patternOf(`\\b${ordinal}[ -](?:fiscal )?quarter(?:,? (?:of )?| of (?:the )?year )((?:19|20)\\d\\d)\\b`),
        says: ([word, typed]) => [
          { by: 'quarter', quarter: ordinalOf(word) },
          { by: 'year-of-quarter', year: Number(typed) },
        ],
      },
      {
        pattern: patternOf(`\\b${ordinal}[ -](?:fiscal )?quarters?\\b(?![- ]?ends?\\b)`),
        says: ([word]) => [{ by: 'quarter', quarter: ordinalOf(word) }],
      },
    ],
  },
  {
    needs: /\d|half/i,
    patterns: [
      { pattern: /(?<![\d.,-])\b([1-9])Q ?(?:FY ?)?(\d{4}|\d{2})?\b/g, says: (groups) => labelOf('quarter', groups) },
      { pattern: /\bQ([1-9])\b/g, says: (groups) => labelOf('quarter', groups) },
      { pattern: patternOf(`\\b${ordinal}[ -]half\\b`), says: ([word]) => [{ by: 'half', half: ordinalOf(word) }] },
      { pattern: /(?<![\d.,-])\b([1-9])H ?(?:FY ?)?(\d{4}|\d{2})?\b/g, says: (groups) => labelOf('half', groups) },
      { pattern: /\bH([12])\b/g, says: (groups) => labelOf('half', groups) },
      {
        pattern: /\bFY ?(\d{1,2})\/(\d{4}|\d{2})\b/gi,
        says: ([name, typed]) => [{ by: 'term', year: Number(typed), month: Number(name) }],
      },
      { pattern: /\bFY ?(\d{4})\/(\d{1,2})\b/gi, says: ([typed, name]) => [{ by: 'term', year: Number(typed), month: Number(name) }] },
      { pattern: /\b(?:FY|fiscal(?: year)?) ?'?(\d{4}|\d{2})\b/gi, says: ([typed]) => [{ by: 'fiscal-year', year: Number(typed) }] },
    ],
  },
  {
    needs: /interim|results/i,
    patterns: [
      { pattern: /\binterim (?=period|results|financial|consolidated|statements)/gi, says: () => [{ by: 'half', half: 1 }] },
      {
        pattern: /\b(?:annual|full[- ]year|year[- ]end) (?:consolidated )?(?:financial )?results\b/gi,
        says: () => [{ by: 'length', months: 12 }],
      },
    ],
  },
  {
    needs: /for the /i,
    patterns: [
      {
        pattern:
          /(?<=\b(?:income|operations|flows|results|earnings|statements?|equity|loss|losses) )for the (?:full |whole |fiscal )?year(?= in |,| ?\(|$)/gi,
        says: () => [{ by: 'length', months: 12 }],
      },
    ],
  },
  {
    needs: aDigit,
    patterns: [{ pattern: /(?<![\d.,/-])\b((?:19|20)\d\d)\b(?![,.]\d)/g, says: ([typed]) => [{ by: 'year', year: Number(typed) }] }],
  },
];
function labelOf(by: 'quarter' | 'half', [digit, typed]: readonly (string | undefined)[]): readonly PeriodSaid[] {
  const said: PeriodSaid = by === 'quarter' ? { by, quarter: Number(digit) } : { by, half: Number(digit) };
  return typed === undefined ? [said] : [said, { by: 'fiscal-year', year: Number(typed) }];
}

export const periodsNamed = (text: string) => namedBy(groups, text);

const statementLength: readonly NamingGroup<PeriodSaid>[] = [
  {
    needs: / month|-month/i,
    patterns: [
      {
        pattern: patternOf(`(?<![\\d.,-])\\b(${counts.join('|')}|\\d{1,2})[ -]months? (?:period )?(?:ended|ending)\\b`),
        says: ([count]) => [{ by: 'length', months: countOf(count) }],
      },
    ],
  },
];

export const lengthsNamed = (text: string) => namedBy(statementLength, text);

const timeName = /\b(?:months|weeks)(?: periods?)? (?:ended|ending)\b|\(cumulative\)|\b(as of)\b/gi;

export const timesNamed = (text: string): readonly TimeNamed[] =>
  matchesIn(text, timeName).map(({ index, 0: words, 1: day }) => ({
    start: index,
    end: index + words.length,
    names: day === undefined ? 'duration' : 'instant',
  }));

const endedName = patternOf(
  `(?<![\\d.,-])\\b(?:(${counts.join('|')}|\\d{1,2})[ -]months?(?: periods?)?|((?:fiscal |business |financial )?year)|(quarter)|half(?:[ -]year)?) (?:ended|ending)(?: on)? (?=\\ufffc)`,
);

export const endedNamed = (text: string): readonly EndedNamed[] =>
  / end(?:ed|ing) /i.test(text)
    ? matchesIn(text, endedName).map(({ index, 0: words, 1: count, 2: year, 3: quarter }) => ({
        start: index,
        end: index + words.length - 1,
        beside: index + words.length,
        months: count === undefined ? (year !== undefined ? 12 : quarter !== undefined ? 3 : 6) : countOf(count),
      }))
    : [];
