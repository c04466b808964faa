// Turn a text into the key of all that the checks of single texts read of it: its words, and the figures and facts that it prints.
import { conceptOf, lookUpFact } from '../figures/fact-key.ts';
import { contentKey } from '../model/content-key.ts';
import type { Bound, Document, Figure } from '../model/document.ts';
import { expressionText } from '../model/expression.ts';
import type { Fact, FactKey, Financials } from '../model/financials.ts';
import type { Kind, Memory } from '../model/memory.ts';
import type { Concept, Release } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Labels } from '../model/span.ts';
import type { TypedText } from './typed-text.ts';

/** What the checks of single texts read of a release, its facts and its document. */
export interface TextSources {
  readonly release: Pick<Release, 'literals' | 'periods' | 'concepts'> & { readonly spec: Pick<Release['spec'], 'errata' | 'periods'> };
  readonly financials: Pick<Financials, 'facts'>;
  readonly document: Pick<Document, 'figures'>;
}

interface KeyedSources extends TextSources {
  /** Stands for a concept with its facts at every period. */
  readonly conceptKey: (id: string) => string;
}

/** Stands for what all texts of a release are read with. */
const contexts: Kind<object> = { name: 'check/context', bytes: () => 0 };

/** Stands for what a concept is and comes to. */
const concepts: Kind<object> = { name: 'check/concept', bytes: () => 0 };

/** Keys of the texts of one document. */
export function textKeys(sources: TextSources, memory: Memory): (text: TypedText) => string {
  const context = memory.numberOf(memory.recall(contexts, contextKey(sources.release), () => ({})));
  const known = new Map<string, string>();
  const keyed: KeyedSources = {
    ...sources,
    conceptKey: (id) => {
      const key = known.get(id) ?? String(memory.numberOf(memory.recall(concepts, conceptKey(id, sources), () => ({}))));
      known.set(id, key);
      return key;
    },
  };
  return (text) => `${context}${textKey(text, keyed)}`;
}

/** Literals and errata in their order; of periods, what tells which of them a date or a comparison names, and which are as long. */
function contextKey({ literals, spec, periods }: TextSources['release']): string {
  let key = `${contentKey(literals)}\n${contentKey(spec.errata)}\n${spec.periods.get('current')?.value ?? ''}`;
  for (const { id, start, end, fiscalYear, quarter, previous, fiscal } of periods.values()) {
    key += `\n${id} ${start} ${end} ${fiscalYear} ${quarter} ${previous ?? ''} ${fiscal?.start ?? ''} ${fiscal?.end ?? ''}`;
  }
  return key;
}

function textKey({ lang, text, typed, runs }: TypedText, sources: KeyedSources): string {
  let key = ` ${lang} ${stringKey(text)}${typed === text ? '=' : stringKey(typed)}`;
  for (const { inline, start, end } of runs) {
    if (inline.figure === undefined && inline.bound === undefined) continue;
    key += `\n${start} ${end}`;
    const figure = inline.figure === undefined ? undefined : sources.document.figures[inline.figure];
    if (inline.figure !== undefined) key += figure ? say` figure${figureKey(figure, sources)}` : ' unknown figure';
    if (inline.bound) key += boundKey(inline.bound, sources);
  }
  return key;
}

function figureKey({ fact, measure, against, exact, printed, upper, asserted }: Figure, sources: KeyedSources): string {
  const high = upper ? `..${upper.exact.n}/${upper.exact.d}` : '';
  const compared = against === undefined ? '' : ` against${factPart(against, sources)}`;
  return ` ${measure} ${asserted ?? ''} ${exact.n}/${exact.d}${high} ${printed.sign}${factPart(fact, sources)}${compared}`;
}

function boundKey(bound: Bound, sources: KeyedSources): string {
  switch (bound.by) {
    case 'date':
      return ` date ${bound.iso}`;
    case 'period':
      return ` period ${bound.period}`;
    case 'direction':
      return ` direction${factPart(bound.fact, sources)}${factPart(bound.against, sources)}`;
    case 'outcome':
      return ` outcome ${bound.sign}${factPart(bound.fact, sources)}`;
    case 'flag':
      return ` flag ${bound.flag} ${bound.says}`;
    case 'rate':
    case 'issuer':
    case 'conjunction':
      return ` ${bound.by}`;
  }
}

/** The fact with its value, and its concept: words may compare with other periods than the text prints. */
function factPart(key: FactKey, { financials, conceptKey }: KeyedSources): string {
  const fact = financials.facts.get(key);
  return ` ${key} ${fact ? valueKey(fact) : 'none'} ${conceptKey(fact?.concept ?? conceptOf(key))}`;
}

/** A value, both ends of a range, or that nothing is decided. */
function valueKey({ value, upper, undecided }: Fact): string {
  const low = `${value.n}/${value.d}`;
  return undecided ? 'undecided' : upper ? `${low}..${upper.n}/${upper.d}` : low;
}

/** What a concept says of a rise, of its unit, of either sign and of being a change itself; its values. */
function conceptKey(id: string, { financials, release }: TextSources): string {
  const concept = release.concepts.get(id);
  let key = concept ? conceptPart(concept) : 'none';
  for (const period of release.periods.keys()) {
    const fact = lookUpFact(financials.facts, id, period);
    if (fact) key += ` ${fact.key} ${valueKey(fact)}`;
  }
  return key;
}

function conceptPart({ id, unit, better, outcomes, heads, annual, labels, formula }: Concept): string {
  const names = [outcomes?.gain, outcomes?.loss, heads, annual?.labels, annual?.heads, annual?.outcomes?.gain, annual?.outcomes?.loss]
    .map((each) => (each ? labelsKey(each) : '-'))
    .join();
  return `${id} ${unit} ${better} ${names} ${labelsKey(labels)} ${formula ? expressionText(formula) : '-'}`;
}

const labelsKey = (labels: Partial<Labels>): string =>
  Object.entries(labels).reduce((key, [lang, label]) => `${key} ${lang} ${stringKey(label?.value ?? '')}`, '');

/** Any characters, so that no two texts run into the same key. */
const stringKey = (text: string): string => `${text.length}:${text}`;
