// Turn a concept and a period into the key of their fact, a key back into both, and both into the fact: nothing else knows how a key is written.
import type { Fact, FactKey } from '../model/financials.ts';

/** What a fact is looked up by. */
export interface FactName {
  readonly concept: string;
  /** Period id, or `releasePeriod`. */
  readonly period: string;
}

/** The period of facts that the release itself states. */
export const releasePeriod = 'release';

/** Stands between concept and period; no period id holds it. */
const mark = '@';

/** The key of the fact of a concept at a period. */
export function factKey(concept: string, period: string): FactKey {
  return `${concept}${mark}${period}`;
}

/** The concept and the period of a key that `factKey` made. */
export function parseFactKey(key: FactKey): FactName {
  const cut = key.lastIndexOf(mark);
  return { concept: key.slice(0, cut), period: key.slice(cut + 1) };
}

/** The concept of a key that `factKey` made. */
export function conceptOf(key: FactKey): string {
  return parseFactKey(key).concept;
}

/** Its period. */
export function periodOf(key: FactKey): string {
  return parseFactKey(key).period;
}

/** A fact as a data file names it: `concept`, whose period the context gives, or `concept@period`, with the id or the role of a period. */
export function parseFactReference(text: string): { readonly concept: string; readonly period?: string } {
  return text.includes(mark) ? parseFactKey(text) : { concept: text };
}

/** Undefined when neither is there. */
export function lookUpFact(facts: ReadonlyMap<FactKey, Fact>, concept: string, period: string): Fact | undefined {
  return facts.get(factKey(concept, period)) ?? facts.get(factKey(concept, releasePeriod));
}
