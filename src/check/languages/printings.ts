// Turn a document into its printings of facts, dates and periods, grouped by what is printed: what languages are compared by.
import { lookUpFact } from '../../figures/fact-key.ts';
import { type PrintedRange, rangeAt, rangeOf } from '../../figures/rounding.ts';
import { printedUnit, typedDecimals } from '../../figures/scale.ts';
import type { Figure } from '../../model/document.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';

/** One printing of a fact, a date or a period. */
export interface Printing {
  readonly lang: Lang;
  /** The fact, or the date or period as data has it. */
  readonly subject: string;
  /** What of it: its amount, its change from another fact. */
  readonly aspect: Figure['measure'] | 'date' | 'period';
  /** The other fact of a share, a change, a multiple. */
  readonly against?: FactKey | undefined;
  readonly text: string;
  /** Set for a figure. */
  readonly figure?: Pick<Figure, 'exact' | 'printed'>;
  /** The values that it can stand for; absent where there is nothing to compare. */
  readonly range?: (() => PrintedRange) | undefined;
  readonly at?: Span | undefined;
}

/** Printings of one subject and aspect by language, in the order in which they stand. */
export type Group = Map<Lang, Printing[]>;

/** Figures, then literals that state a fact in words, then dates and periods. */
export function printingsOf(printed: Printed): readonly Group[] {
  return groupsOf([...figures(printed), ...statedWords(printed), ...datesAndPeriods(printed)]);
}

/** In the order in which each is first printed. */
function groupsOf(printings: readonly Printing[]): readonly Group[] {
  const groups: Group[] = [];
  const bySubject = new Map<string, Map<string, Map<string, Group>>>();
  const newMap = <T>() => new Map<string, T>();
  const newGroup = (): Group => {
    const group: Group = new Map();
    groups.push(group);
    return group;
  };
  for (const printing of printings) {
    const ofSubject = entryOf(bySubject, printing.subject, newMap<Map<string, Group>>);
    const ofAspect = entryOf(ofSubject, printing.aspect, newMap<Group>);
    const group = entryOf(ofAspect, printing.against ?? '', newGroup);
    const alike = group.get(printing.lang);
    if (alike) alike.push(printing);
    else group.set(printing.lang, [printing]);
  }
  return groups;
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** In words. */
export function aspectOf({ aspect, against }: Printing): string {
  return against === undefined
    ? say`${sayWord(aspect)}`
    : say`${sayWord(aspect)} ${aspect === 'percent-of' ? sayWord('of') : sayWord('from')} ${against}`;
}

function figures({ document, financials, release }: Printed): Printing[] {
  const { regime } = release.issuer;
  return document.figures.map((figure) => {
    const { lang, fact: subject, measure: aspect, against, text, at } = figure;
    const fact = financials.facts.get(subject);
    const range = fact && (() => rangeOf(figure, fact, regime));
    return { lang, subject, aspect, against, text, figure, range, at };
  });
}

/** Literals that state a fact in words: `second highest`. */
function statedWords({ texts, release, financials, locate, literalsIn }: Printed): Printing[] {
  const found: Printing[] = [];
  for (const text of texts) {
    for (const { literal, start, end } of literalsIn(text)) {
      const { says } = literal;
      const fact = says && lookUpFact(financials.facts, says.concept, says.period);
      const concept = fact && release.concepts.get(fact.concept);
      if (!says || !concept) continue;
      const unit = printedUnit(concept.unit, concept.scale);
      const range = () => rangeAt(says.value.mul(unit), unit, typedDecimals(says.text), false);
      const at = locate(text, start, end - start);
      found.push({ lang: text.lang, subject: fact.key, aspect: 'amount', text: literal.text, range, at });
    }
  }
  return found;
}

function datesAndPeriods({ texts }: Printed): Printing[] {
  const found: Printing[] = [];
  for (const { lang, runs } of texts) {
    for (const { inline } of runs) {
      const { bound, text, at } = inline;
      if (bound?.by === 'date') found.push({ lang, subject: bound.iso, aspect: 'date', text, at });
      else if (bound?.by === 'period') found.push({ lang, subject: bound.period, aspect: 'period', text, at });
    }
  }
  return found;
}
