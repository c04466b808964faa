// Turn Japanese names of days, months, lengths, quarters and fiscal years into what they say of a period: 2026年3月期, 第２四半期, ６か月間.
import { matchesIn } from '../../model/matches.ts';
import type { DaySaid, EndedNamed, PeriodSaid, TimeNamed } from '../legends.ts';
import { type NamingGroup, namedBy } from '../naming-patterns.ts';
import { eraBases, eraNames } from './eras.ts';

const kanjiDigits = '〇一二三四五六七八九';
const space = '[ \\u3000\\u00a0]{0,2}';
const number = '(\\d{1,4}|[〇一二三四五六七八九十]{1,4}|元)';
const year = `(?:(${eraNames})?${space}(?<!\\d)${number}${space}年${space})`;
const monthLetter = '[ヶか箇カヵケ]';

/** 12, 十二, 二〇〇二, 元. */
function value(text = ''): number {
  if (text === '元') return 1;
  if (/^\d/.test(text)) return Number(text);
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digits = (part: string) => Number([...part].map((each) => kanjiDigits.indexOf(each)).join(''));
  return text.includes('十') ? 10 * (tens === '' ? 1 : digits(tens)) + digits(ones) : digits(ones);
}

const calendarYear = (era: string | undefined, typed: string | undefined): { readonly year?: number } =>
  typed === undefined ? {} : { year: (eraBases[era ?? ''] ?? 0) + value(typed) };

const global = (source: string): RegExp => new RegExp(source, 'g');

const dayName = `${year}?${number}${space}月${space}${number}${space}日`;
const dayOf = ([era, typed, month, day]: readonly (string | undefined)[]): DaySaid => ({
  ...calendarYear(era, typed),
  month: value(month),
  day: value(day),
});

const groups: readonly NamingGroup<PeriodSaid>[] = [
  {
    needs: /月/,
    patterns: [
      {
        pattern: global(`${dayName}${space}(?:[-~〜―]|から|(?:\\| *)?至)${space}${dayName}`),
        says: (groups) => [{ by: 'span', from: dayOf(groups), to: dayOf(groups.slice(4)) }],
      },
      { pattern: global(dayName), says: (groups) => [{ by: 'day', ...dayOf(groups) }] },
    ],
  },
  {
    needs: /\d/,
    patterns: [
      {
        pattern: /(?<!\d)((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g,
        says: ([typed, , month, day]) => [{ by: 'day', year: Number(typed), month: Number(month), day: Number(day) }],
      },
    ],
  },
  {
    needs: /月/,
    patterns: [
      {
        // A term without a quarter is the whole year, in the name of this form.
        pattern: global(`${year}?${number}${space}月期(?!間)(${space}(?:通期|期末|年度|年間|本)?${space}(?:連結)?決算短信)?`),
        says: ([era, typed, month, whole]) => [
          { by: 'term', ...calendarYear(era, typed), month: value(month) },
          ...(whole === undefined ? [] : [{ by: 'length', months: 12 } as const]),
        ],
      },
      {
        pattern: global(`${year}?${number}${space}月?${space}(?:[-~〜―]|から)${space}${number}${space}月(?![末日])`),
        says: ([era, typed, from, to]) => [
          { by: 'months', from: value(from), to: value(to) },
          ...(typed === undefined ? [] : [{ by: 'year', year: calendarYear(era, typed).year ?? 0 } as const]),
        ],
      },
      {
        pattern: global(`${year}${number}${space}月`),
        says: ([era, typed, month]) => [{ by: 'month', ...calendarYear(era, typed), month: value(month) }],
      },
    ],
  },
  {
    needs: /四半期/,
    patterns: [
      {
        pattern: global(`第${space}${number}${space}四半期(?:連結)?累計(?:期間)?`),
        says: ([quarter]) => [{ by: 'cumulative', quarter: value(quarter) }],
      },
      {
        pattern: global(`第${space}${number}${space}四半期`),
        says: ([quarter]) => [{ by: 'quarter', quarter: value(quarter) }],
      },
    ],
  },
  {
    needs: /Q/,
    patterns: [
      { pattern: /(?<![A-Za-z\d.])([1-9])Q(?:FY)?(\d{4}|\d{2})?(?![A-Za-z\d])/g, says: quarterLabel },
      { pattern: /(?<![A-Za-z\d])Q([1-9])(?![\dA-Za-z])/g, says: quarterLabel },
    ],
  },
  {
    needs: /期|中間/,
    patterns: [
      {
        pattern:
          /上半期|(?<!以)上期(?!待)|中間期(?!間)|中間(?:連結)?(?:会計期間|決算|財務諸表|損益計算書|包括利益計算書|貸借対照表|キャッシュ)/g,
        says: () => [{ by: 'half', half: 1 }],
      },
      { pattern: /下半期|(?<!以)下期(?!待)/g, says: () => [{ by: 'half', half: 2 }] },
    ],
  },
  {
    needs: /月/,
    patterns: [
      {
        pattern: global(
          `(?<![\\d.,])${number}${space}${monthLetter}${space}月(?!${space}(?:以[内上下]|前|後|ごと|毎|超|未満|を超|ぶり|分))`,
        ),
        says: ([months]) => [{ by: 'length', months: value(months) }],
      },
    ],
  },
  {
    needs: /FY/,
    patterns: [
      { pattern: /(?<![A-Za-z])FY ?(\d{4})\/(\d{1,2})(?!\d)/g, says: ([typed, month]) => [term(typed, month)] },
      { pattern: /(?<![A-Za-z])FY ?(\d{4}|\d{2})(?![\d/])/g, says: ([typed]) => [{ by: 'fiscal-year', year: Number(typed) }] },
    ],
  },
  {
    needs: /年度/,
    patterns: [
      {
        pattern: global(`(${eraNames})?${space}(?<!\\d)${number}${space}年度`),
        says: ([era, typed]) => [{ by: 'fiscal-year', year: calendarYear(era, typed).year ?? 0 }],
      },
    ],
  },
  {
    needs: /決算/,
    patterns: [
      {
        pattern:
          /(?:通期|年間|(?<![半間前四期])期末|(?<!会計|前|翌|\d[ \u3000]?)年度|(?<![日基])本)(?:\([^()]{0,20}\))?の?(?:連結)?決算(?!期|日|月)/g,
        says: () => [{ by: 'length', months: 12 }],
      },
    ],
  },
  {
    needs: /計算書/,
    patterns: [
      {
        pattern: /(?<=計算書[ \u3000]?[（(])(?:通期|年間|連結会計年度|会計年度|事業年度)(?=[)）])/g,
        says: () => [{ by: 'length', months: 12 }],
      },
    ],
  },
  {
    needs: /年/,
    patterns: [
      {
        pattern: /(?<!\d)((?:19|20)\d\d)[ \u3000]?年(?!度)/g,
        says: ([typed]) => [{ by: 'year', year: Number(typed) }],
      },
      {
        pattern: global(`(${eraNames})${space}${number}${space}年`),
        says: ([era, typed]) => [{ by: 'year', year: calendarYear(era, typed).year ?? 0 }],
      },
    ],
  },
];

function quarterLabel([quarter, typed]: readonly (string | undefined)[]): readonly PeriodSaid[] {
  const fiscalYear = typed === undefined ? [] : [{ by: 'fiscal-year', year: Number(typed) } as const];
  return [{ by: 'quarter', quarter: Number(quarter) }, ...fiscalYear];
}

const term = (typed = '', month = ''): PeriodSaid => ({ by: 'term', year: Number(typed), month: Number(month) });

export const periodsNamed = (text: string) => namedBy(groups, text);

const statementLength: readonly NamingGroup<PeriodSaid>[] = [
  {
    needs: /月/,
    patterns: [
      {
        pattern: global(`(?<![\\d.,])${number}${space}${monthLetter}${space}月(?:累計期間|間?決算)`),
        says: ([months]) => [{ by: 'length', months: value(months) }],
      },
    ],
  },
];

export const lengthsNamed = (text: string) => namedBy(statementLength, text);

/** Between two days, a quarter by itself is read from their length. */
const ofDays = /自|[~〜]/;
const timeName = /(四半期(?:連結)?累計期間(?!末))|(四半期(?:連結)?会計期間(?!末))|(日現在)/g;

export function timesNamed(text: string): readonly TimeNamed[] {
  if (!/期間|現在/.test(text)) return [];
  return matchesIn(text, timeName).flatMap(({ index, 0: words, 1: cumulative, 2: quarter }): readonly TimeNamed[] => {
    const place = { start: index, end: index + words.length };
    if (cumulative !== undefined) return [{ ...place, names: 'duration' }];
    if (quarter === undefined) return [{ ...place, names: 'instant' }];
    return ofDays.test(text) ? [] : [{ ...place, names: 'quarter-alone' }];
  });
}

const endedName = global(
  `(?<=\\ufffc)(?:に|をもって|で)終(?:了|わ)(?:した|する|る|った)(?:${number}${space}${monthLetter}${space}月|(1年間?|一年間?|(?:連結)?(?:会計|事業)年度|年度)|(四半期)|(半期|中間期|半年))`,
);

export const endedNamed = (text: string): readonly EndedNamed[] =>
  text.includes('終')
    ? matchesIn(text, endedName).map(({ index, 0: words, 1: months, 2: year, 3: quarter }) => ({
        start: index,
        end: index + words.length,
        beside: index - 1,
        months: months === undefined ? (year !== undefined ? 12 : quarter !== undefined ? 3 : 6) : value(months),
      }))
    : [];
