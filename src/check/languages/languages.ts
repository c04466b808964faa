// Turn figures that two languages print differently into findings, pair by pair, and what only some of them print into notes.

import { overlap, type PrintedRange } from '../../figures/rounding.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { type OneSidedTable, oneSidedTables } from './one-sided-tables.ts';
import { aspectOf, type Group, type Printing, printingsOf } from './printings.ts';

/** Each two of them once, in their order; none for a release in one language. */
export function languagePairs(languages: readonly Lang[]): readonly (readonly [Lang, Lang])[] {
  return languages.flatMap((one, index) => languages.slice(index + 1).map((other) => [one, other] as const));
}

export const languagesAgree: DocumentCheck = { code: 'check/languages', severity: 'error', run: (printed) => compareLanguages(printed) };

function compareLanguages(printed: Printed): readonly FindingDetails[] {
  const { languages, parts } = printed.document;
  // A language without a part has nothing to agree with.
  const written = languages.filter((lang) => parts.some((part) => part.lang === lang));
  const pairs = languagePairs(written);
  const groups = printingsOf(printed);
  return [
    ...inPairs(disagreement, groups, pairs),
    ...inPairs(oppositeWords, groups, pairs),
    ...(pairs.length > 0 ? oneSided(groups, written) : []),
    ...oneSidedTables(printed.document).map(onlyTable),
  ];
}

const onlyTable = ({ statement, languages, at }: OneSidedTable): FindingDetails => ({
  severity: 'note',
  message: say`only the ${languages} has the table ${statement}`,
  at,
});

type PairCheck = (here: readonly Printing[], there: readonly Printing[]) => FindingDetails | undefined;

function inPairs(check: PairCheck, groups: readonly Group[], pairs: ReturnType<typeof languagePairs>): readonly FindingDetails[] {
  const found: FindingDetails[] = [];
  for (const group of groups) {
    for (const [one, other] of pairs) {
      const [here, there] = [group.get(one), group.get(other)];
      const details = here && there && check(here, there);
      if (details) found.push(details);
    }
  }
  return found;
}

const nameOf = ({ lang }: Printing): string => language(lang).name;

/** A printing whose fact the other language prints too, and never so that both can stand for one value. */
function disagreement(here: readonly Printing[], there: readonly Printing[]): FindingDetails | undefined {
  const first = here[0];
  if (first && allSame(first, here) && allSame(first, there)) return undefined;
  const ranges = new Map([...here, ...there].map((printing) => [printing, printing.range?.()]));
  const alone = (one: Printing, others: readonly Printing[]) => {
    const own = ranges.get(one);
    return own !== undefined && others.every((other) => areApart(own, ranges.get(other)));
  };
  const lonely = here.find((each) => alone(each, there));
  const one = lonely ?? (there.some((each) => alone(each, here)) ? here[0] : undefined);
  const other = lonely ? there[0] : there.find((each) => alone(each, here));
  if (!one || !other) return undefined;
  return {
    message: say`${one.subject} (${aspectOf(one)}) prints ${one.text} in ${nameOf(one)} and ${other.text} in ${nameOf(other)}, which no rounding explains`,
    ...(one.at ? { at: one.at } : {}),
    ...(other.at ? { related: [{ at: other.at, message: say`the ${nameOf(other)} prints ${other.text}` }] } : {}),
    hints: ['look for an override, a literal or a stated fact that holds in one language only'],
  };
}

const areApart = (one: PrintedRange, other: PrintedRange | undefined): boolean => other !== undefined && !overlap(one, other);

/** Whether both print one value of one: most figures stand in a table that every language prints. */
function same({ figure: one }: Printing, { figure: other }: Printing): boolean {
  return one !== undefined && other !== undefined && one.printed.equals(other.printed) && one.exact.equals(other.exact);
}

function allSame(first: Printing, others: readonly Printing[]): boolean {
  for (const other of others) if (other !== first && !same(first, other)) return false;
  return first.figure !== undefined;
}

/** Words written with a change: 増 beside "a decrease". Words that say how good it was are held against their like only. */
function oppositeWords(here: readonly Printing[], there: readonly Printing[]): FindingDetails | undefined {
  if (here[0]?.aspect !== 'change') return undefined;
  for (const [one, opposite] of [
    ['up', 'down'],
    ['down', 'up'],
    ['better', 'worse'],
    ['worse', 'better'],
  ] as const) {
    const first = here.find((each) => says(each, one));
    const second = there.find((each) => says(each, opposite));
    if (!first || !second) continue;
    return {
      message: say`${first.subject} (${aspectOf(first)}) prints ${first.text} in ${nameOf(first)} and ${second.text} in ${nameOf(second)}: one of them says the wrong direction`,
      ...(first.at ? { at: first.at } : {}),
      ...(second.at ? { related: [{ at: second.at, message: say`the ${nameOf(second)} prints ${second.text}` }] } : {}),
      hints: ['let both follow the same figures: use the helpers change and direction'],
    };
  }
  return undefined;
}

function says({ lang, text }: Printing, word: 'up' | 'down' | 'better' | 'worse'): boolean {
  // A pattern that searches globally remembers where it stopped: match anew.
  return text.search(language(lang).words.directions[word]) >= 0;
}

/** One note for each subject of which some languages print an aspect that others do not. */
function oneSided(groups: readonly Group[], written: readonly Lang[]): FindingDetails[] {
  const partial = new Map<string, { readonly who: string; readonly printings: Printing[] }>();
  for (const group of groups) {
    const having = written.filter((lang) => group.has(lang));
    const first = having[0] === undefined ? undefined : group.get(having[0])?.[0];
    if (!first || having.length === written.length) continue;
    const who = say`${sayAll(
      having.map((lang) => language(lang).name),
      ' and ',
    )} ${having.length === 1 ? sayWord('prints') : sayWord('print')}`;
    const key = `${who} ${first.subject}`;
    const known = partial.get(key) ?? { who, printings: [] };
    known.printings.push(first);
    partial.set(key, known);
  }
  return [...partial.values()].map(({ who, printings }) => {
    const [first] = printings as [Printing, ...Printing[]];
    const shown = sayAll(
      printings.map((each) => (each.aspect === 'amount' ? each.text : say`${aspectOf(each)}: ${each.text}`)),
      '; ',
    );
    return {
      severity: 'note',
      message: say`only the ${who} ${first.subject}: ${shown}`,
      ...(first.at ? { at: first.at } : {}),
    };
  });
}
