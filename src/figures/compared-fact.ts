// Turn a concept as a column, a control or an override names it into the fact that it is measured against.
import type { Figure } from '../model/document.ts';
import type { Override } from '../model/exceptions.ts';
import type { Cell, Fact, FactKey } from '../model/financials.ts';
import { type FactName, factKey, lookUpFact } from './fact-key.ts';
import { isComparison } from './measures.ts';

/** A figure by what it is made of. */
interface Measured {
  readonly concept: string;
  readonly period: string;
  readonly measure: Figure['measure'];
  /** percent-of: the concept that is 100 %, at the same period. */
  readonly of?: string | undefined;
  /** change, difference, times: the period compared with. */
  readonly from?: string | undefined;
}

/** The base of a share, the compared fact of a change, a difference or a multiple; undefined for amounts and dollars. */
export function comparedName({ concept, period, measure, of, from }: Measured): FactName | undefined {
  if (measure === 'percent-of') return of === undefined ? undefined : { concept: of, period };
  if (isComparison(measure)) return from === undefined ? undefined : { concept, period: from };
  return undefined;
}

/** The key of that fact. */
export function comparedKey(figure: Measured): FactKey | undefined {
  const name = comparedName(figure);
  return name && factKey(name.concept, name.period);
}

/** The fact that a cell is measured against: what its column names, or the release's own fact that stood in for that. */
export function comparedOfCell({ fact, concept, column, inputs, told }: Cell): FactKey | undefined {
  if (told) return inputs[1];
  const { period, measure, of, from } = column;
  return comparedName({ concept, period, measure, of, from }) && (inputs[1] ?? fact);
}

/** The facts that an override speaks of, the release's own where they stand in; undefined for one that is not there. */
export function factsOfOverride(
  override: Override,
  facts: ReadonlyMap<FactKey, Fact>,
): { readonly fact?: FactKey; readonly against?: FactKey } {
  const other = comparedName(override);
  const fact = lookUpFact(facts, override.concept, override.period);
  const against = other && lookUpFact(facts, other.concept, other.period);
  return { ...(fact ? { fact: fact.key } : {}), ...(against ? { against: against.key } : {}) };
}
