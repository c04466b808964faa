// Turn figures that two languages print differently into findings, pair by pair, and what only some of them print into notes.

import { lookUpFact } from '../figures/fact-key.ts';
import { overlap, type PrintedRange, rangeAt, rangeOf } from '../figures/rounding.ts';
import { printedUnit, typedDecimals } from '../figures/scale.ts';
import { language } from '../language/languages.ts';
import type { Figure } from '../model/document.ts';
import type { FindingDetails } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { DocumentCheck, Printed } from './check-shapes.ts';

/** Each two of them once, in their order; none for a release in one language. */
export function languagePairs(languages: readonly Lang[]): readonly (readonly [Lang, Lang])[] {
  return languages.flatMap((one, index) => languages.slice(index + 1).map((other) => [one, other] as const));
}

/** One printing of a fact, a date or a period. */
interface Printing {
  readonly lang: Lang;
  /** The fact, or the date or period as data has it. */
  readonly subject: string;
  /** What of it: its amount, its change from another period. */
  readonly aspect: string;
  readonly text: string;
  /** Set for a figure. */
  readonly figure?: Pick<Figure, 'exact' | 'printed'>;
  /** The values that it can stand for; absent where there is nothing to compare. */
  readonly range?: () => PrintedRange;
  readonly at?: Span | undefined;
}

/** Printings of one subject and aspect in each language that has any, in the order in which they stand. */
type Group = Map<Lang, Printing[]>;

export const languagesAgree: DocumentCheck = { code: 'check/languages', severity: 'error', run: (printed) => compareLanguages(printed) };

function compareLanguages(printed: Printed): readonly FindingDetails[] {
  const { languages, parts } = printed.document;
  // A language without a part has nothing to agree with.
  const written = languages.filter((lang) => parts.some((part) => part.lang === lang));
  const groups = groupsOf([...figures(printed), ...statedWords(printed), ...datesAndPeriods(printed)]);
  const pairs = languagePairs(written);
  const each = (check: (one: readonly Printing[], other: readonly Printing[]) => FindingDetails[]) =>
    groups.flatMap((group) =>
      pairs.flatMap(([one, other]) => {
        const [here, there] = [group.get(one), group.get(other)];
        return here && there ? check(here, there) : [];
      }),
    );
  return [...each(disagreement), ...each(oppositeWords), ...(pairs.length > 0 ? oneSided(groups, written) : [])];
}

/** In the order in which each is first printed. */
function groupsOf(printings: readonly Printing[]): readonly Group[] {
  const groups: Group[] = [];
  const bySubject = new Map<string, Map<string, Group>>();
  for (const printing of printings) {
    const ofSubject = entryOf(bySubject, printing.subject, () => new Map<string, Group>());
    const group = entryOf(ofSubject, printing.aspect, () => {
      const made: Group = new Map();
      groups.push(made);
      return made;
    });
    entryOf(group, printing.lang, () => []).push(printing);
  }
  return groups;
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const nameOf = ({ lang }: Printing): string => language(lang).name;

function figures({ document, financials, release }: Printed): Printing[] {
  return document.figures.map((figure): Printing => {
    const { lang, fact: key, measure, against, text, at } = figure;
    const fact = financials.facts.get(key);
    const aspect = against === undefined ? measure : `${measure} ${measure === 'percent-of' ? 'of' : 'from'} ${against}`;
    const printing = { lang, subject: key, aspect, text, figure, at };
    return fact ? { ...printing, range: () => rangeOf(figure, fact, release.issuer.regime) } : printing;
  });
}

/** Literals that state a fact in words: `second highest`. */
function statedWords({ texts, release, financials, locate, literalsIn }: Printed): Printing[] {
  return texts.flatMap((text) =>
    literalsIn(text).flatMap(({ literal, start, end }) => {
      const fact = literal.says && lookUpFact(financials.facts, literal.says.concept, literal.says.period);
      const concept = fact && release.concepts.get(fact.concept);
      if (!literal.says || !fact || !concept) return [];
      const unit = printedUnit(concept.unit, concept.scale);
      const range = rangeAt(literal.says.value.mul(unit), unit, typedDecimals(literal.says.text), false);
      const at = locate(text, start, end - start);
      return [{ lang: text.lang, subject: fact.key, aspect: 'amount', text: literal.text, range: () => range, at }];
    }),
  );
}

function datesAndPeriods({ texts }: Printed): Printing[] {
  return texts.flatMap(({ lang, runs }) =>
    runs.flatMap(({ inline: { bound, text, at } }) => {
      if (bound?.by !== 'date' && bound?.by !== 'period') return [];
      const subject = bound.by === 'date' ? bound.iso : bound.period;
      return [{ lang, subject, aspect: bound.by, text, at }];
    }),
  );
}

/** A printing whose fact the other language prints too, and never so that both can stand for one value. */
function disagreement(here: readonly Printing[], there: readonly Printing[]): FindingDetails[] {
  const first = here[0];
  if (first && here.every((each) => same(first, each)) && there.every((each) => same(first, each))) return [];
  const ranges = new Map([...here, ...there].map((printing) => [printing, printing.range?.()]));
  const alone = (one: Printing, others: readonly Printing[]) => {
    const own = ranges.get(one);
    return own !== undefined && others.every((other) => areApart(own, ranges.get(other)));
  };
  const lonely = here.find((each) => alone(each, there));
  const one = lonely ?? (there.some((each) => alone(each, here)) ? here[0] : undefined);
  const other = lonely ? there[0] : there.find((each) => alone(each, here));
  if (!one || !other) return [];
  return [
    {
      message: `${one.subject} (${one.aspect}) prints ${one.text} in ${nameOf(one)} and ${other.text} in ${nameOf(other)}, which no rounding explains`,
      ...(one.at ? { at: one.at } : {}),
      ...(other.at ? { related: [{ at: other.at, message: `the ${nameOf(other)} prints ${other.text}` }] } : {}),
      hints: ['look for an override, a literal or a stated fact that holds in one language only'],
    },
  ];
}

const areApart = (one: PrintedRange, other: PrintedRange | undefined): boolean => other !== undefined && !overlap(one, other);

/** Whether both print one value of one: most figures stand in a table that every language prints. */
function same({ figure: one }: Printing, { figure: other }: Printing): boolean {
  return one !== undefined && other !== undefined && one.printed.equals(other.printed) && one.exact.equals(other.exact);
}

/** Words written with a change: 増 beside "a decrease". Words that say how good it was are held against their like only. */
function oppositeWords(here: readonly Printing[], there: readonly Printing[]): FindingDetails[] {
  if (!here[0]?.aspect.startsWith('change')) return [];
  for (const [one, opposite] of [
    ['up', 'down'],
    ['down', 'up'],
    ['better', 'worse'],
    ['worse', 'better'],
  ] as const) {
    const first = here.find((each) => says(each, one));
    const second = there.find((each) => says(each, opposite));
    if (!first || !second) continue;
    return [
      {
        message: `${first.subject} (${first.aspect}) prints ${first.text} in ${nameOf(first)} and ${second.text} in ${nameOf(second)}: one of them says the wrong direction`,
        ...(first.at ? { at: first.at } : {}),
        ...(second.at ? { related: [{ at: second.at, message: `the ${nameOf(second)} prints ${second.text}` }] } : {}),
        hints: ['let both follow the same figures: use the helpers change and direction'],
      },
    ];
  }
  return [];
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
    const who = `${having.map((lang) => language(lang).name).join(' and ')} ${having.length === 1 ? 'prints' : 'print'}`;
    const key = `${who} ${first.subject}`;
    const known = partial.get(key) ?? { who, printings: [] };
    known.printings.push(first);
    partial.set(key, known);
  }
  return [...partial.values()].map(({ who, printings }) => {
    const [first] = printings as [Printing, ...Printing[]];
    const shown = printings.map(({ aspect, text }) => (aspect === 'amount' ? text : `${aspect}: ${text}`)).join('; ');
    return {
      severity: 'note',
      message: `only the ${who} ${first.subject}: ${shown}`,
      ...(first.at ? { at: first.at } : {}),
    };
  });
}
