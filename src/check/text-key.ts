// Turn a text into the key of all that the checks of single texts read of it: its words, and the figures and facts that it prints.
import { conceptOf } from '../figures/fact-key.ts';
import { contentKey } from '../model/content-key.ts';
import type { Bound, Document, Figure } from '../model/document.ts';
import type { FactKey, Financials } from '../model/financials.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Kind, Memory } from '../model/memory.ts';
import type { Concept, Release } from '../model/release.ts';
import type { TypedText } from './typed-text.ts';

/** What the checks of single texts read of a release, its facts and its document. */
export interface TextSources {
  readonly release: Pick<Release, 'literals' | 'periods' | 'concepts'> & { readonly spec: Pick<Release['spec'], 'errata'> };
  readonly financials: Pick<Financials, 'facts'>;
  readonly document: Pick<Document, 'figures'>;
}

/** Stands for what all texts of a release are read with. */
const contexts: Kind<object> = { name: 'check/context', bytes: () => 0 };

/** Keys of the texts of one document. */
export function textKeys(sources: TextSources, memory: Memory): (text: TypedText) => string {
  const context = memory.numberOf(memory.recall(contexts, contextKey(sources.release), () => ({})));
  return (text) => `${context}${textKey(text, sources)}`;
}

/** Literals and errata in their order; of periods, what tells which of them a date or a comparison names. */
function contextKey({ literals, spec, periods }: TextSources['release']): string {
  let key = `${contentKey(literals)}\n${contentKey(spec.errata)}`;
  for (const { id, end, fiscalYear, quarter, previous } of periods.values()) {
    key += `\n${id} ${end} ${fiscalYear} ${quarter} ${previous ?? ''}`;
  }
  return key;
}

function textKey({ lang, text, typed, runs }: TypedText, sources: TextSources): string {
  let key = ` ${lang} ${stringKey(text)}${typed === text ? '=' : stringKey(typed)}`;
  for (const { inline, start, end } of runs) {
    if (inline.figure === undefined && inline.bound === undefined) continue;
    key += `\n${start} ${end}`;
    const figure = inline.figure === undefined ? undefined : sources.document.figures[inline.figure];
    if (inline.figure !== undefined) key += figure ? ` figure${figureKey(figure, lang, sources)}` : ' unknown figure';
    if (inline.bound) key += boundKey(inline.bound, lang, sources);
  }
  return key;
}

function figureKey({ fact, measure, against, printed }: Figure, lang: Lang, sources: TextSources): string {
  const compared = against === undefined ? '' : ` against${factPart(against, lang, sources)}`;
  return ` ${measure} ${printed.sign}${factPart(fact, lang, sources)}${compared}`;
}

function boundKey(bound: Bound, lang: Lang, sources: TextSources): string {
  switch (bound.by) {
    case 'date':
      return ` date ${bound.iso}`;
    case 'period':
      return ` period ${bound.period}`;
    case 'direction':
      return ` direction${factPart(bound.fact, lang, sources)}${factPart(bound.against, lang, sources)}`;
    case 'rate':
    case 'issuer':
    case 'conjunction':
    case 'outcome':
      return ` ${bound.by}`;
  }
}

/** The fact with its value, and what its concept says of a rise, of its unit and of either sign. */
function factPart(key: FactKey, lang: Lang, { financials, release }: TextSources): string {
  const fact = financials.facts.get(key);
  const concept = release.concepts.get(fact?.concept ?? conceptOf(key));
  return ` ${key} ${fact ? `${fact.value.n}/${fact.value.d}` : 'none'} ${concept ? conceptPart(concept, lang) : 'none'}`;
}

function conceptPart({ id, unit, better, outcomes }: Concept, lang: Lang): string {
  const names = outcomes ? stringKey(inLang(outcomes.gain, lang).value) + stringKey(inLang(outcomes.loss, lang).value) : '-';
  return `${id} ${unit} ${better} ${names}`;
}

/** Any characters, so that no two texts run into the same key. */
const stringKey = (text: string): string => `${text.length}:${text}`;
