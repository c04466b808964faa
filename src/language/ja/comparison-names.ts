// Turn Japanese names of what a figure is compared with, or is of, into periods: 前年同期比, 前四半期末から, 2002年３月期に比べ.
import { type BaseNamed, type BaseNames, basesBy, type MatchedGroups, type OwnPeriodName, type TypedPeriod } from '../comparison-words.ts';

/** How far one thing lies from another. */
export const much = '(?:大幅に|大きく|やや|わずかに|若干|小幅に|さらに)?';
const compared = `(?:比|(?=(?:の実績|の水準)?(?:比|対比|に比べ|と比べ|に比較|と比較|から|に対し|より|を${much}[上下]回|に届か|に及ば)))`;
const yearBefore = '(?:対)?前年(?:同(?:四半期|中間期|期|月)(?:連結累計期間)?(?:末)?|(?:四半|中間)期)';

/** Longer names first: 前期 is the beginning of 前期末. */
const names = new RegExp(
  `(?<name>(?:${[
    `(?<yearBefore>${yearBefore})`,
    '(?<previousQuarter>(?:直)?前四半期末?)',
    '(?<yearEnd>前(?:連結会計|事業|会計|連結)?年度末|前期末)',
    '(?<previous>(?<!直)前期)',
    '(?<previousYear>前(?:連結会計|事業|会計|連結)?年度|前年)',
    '(?<typed>(?<year>\\d{4})年(?<month>\\d{1,2})月(?:期|末|(?<day>\\d{1,2})日)?|(?<fiscalYear>\\d{4})年度第(?<quarter>[1-4])四半期)',
  ].join('|')})${compared})`,
  'g',
);
const baseNames: BaseNames = {
  needs: /前|\d年/,
  names,
  kinds: {
    yearBefore: 'year-before',
    previousQuarter: 'previous-quarter',
    yearEnd: 'year-end',
    previous: 'previous',
    previousYear: 'previous-year',
    typed: typedPeriod,
  },
};

export const bases = (text: string): readonly BaseNamed[] => basesBy(baseNames, text);

/** From the name of a period to the amount that is of it. */
const ofPeriod = '(?:実績)?(?:の|は|には|に計上した[^、。（）\ufffc]{0,16})?\ufffc*$';

export const ownPeriods: readonly OwnPeriodName[] = [
  { base: 'year-before', needs: /前/, before: new RegExp(`${yearBefore}${ofPeriod}`) },
  { base: 'previous-quarter', needs: /前/, before: new RegExp(`前四半期末?${ofPeriod}`) },
  { base: 'previous', needs: /前/, before: new RegExp(`前期${ofPeriod}`) },
  { base: 'year-end', needs: /前/, before: new RegExp(`(?:前(?:連結会計|事業)年度末|前期末)${ofPeriod}`) },
];

/** The parts of a typed name that were matched, as numbers. */
function typedPeriod({ year, month, day, fiscalYear, quarter }: MatchedGroups): TypedPeriod {
  const parts = Object.entries({ year, month, day, fiscalYear, quarter });
  return Object.fromEntries(parts.flatMap(([name, digits]) => (digits === undefined ? [] : [[name, Number(digits)]])));
}
