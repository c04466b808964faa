// Turn facts and a measure into one exact figure in printed units (thousand yen, thousand dollars, percent), or the words printed instead of it.

import type { Figure } from '../model/document.ts';
import { Exact } from '../model/exact.ts';
import type { Incomparable } from '../model/exceptions.ts';
import type { Fact, FactKey } from '../model/financials.ts';
import type { ForLangs } from '../model/language.ts';
import type { ChangePolicy, Concept, PublishedChange } from '../model/release.ts';
import type { Measure } from '../model/statement-spec.ts';
import type { Scale, Unit } from '../model/unit.ts';
import { comparedName } from './compared-fact.ts';
import { type Ends, endsOf, holdsZero, overEnds } from './ends.ts';
import type { FactName } from './fact-key.ts';
import type { FigureSources } from './figure-sources.ts';
import { change, difference, isComparison, share, times, translated } from './measures.ts';
import { inPrintedUnits } from './scale.ts';
import { incomparableOf, publishedChangeOf } from './told-changes.ts';

/** Facts that are there, and what is asked of them. */
export interface FactQuestion {
  readonly fact: Fact;
  readonly measure: Figure['measure'];
  /** percent-of: the base; change, difference, times: the compared fact. */
  readonly against?: Fact | undefined;
  /** What amounts and dollars are printed in. */
  readonly scale: Scale;
}

/** A concept as a column shows it. */
export interface ColumnQuestion {
  readonly concept: Concept;
  readonly period: string;
  readonly measure: Measure;
  /** Base of a percentage. */
  readonly of?: string | undefined;
  /** Period that a change or a difference is compared with. */
  readonly from?: string | undefined;
  /** What amounts and dollars are printed in. */
  readonly scale: Scale;
  /** What it is printed with: a change may reach its limit by rounding. */
  readonly decimals: number;
}

/** What the data say of a comparison instead of its figures. */
export type ToldChange =
  | { readonly treatment: 'published'; readonly entry: PublishedChange }
  | { readonly treatment: 'incomparable'; readonly entry: Incomparable };

/** What a column shows, before any rounding. */
export interface ExactFigure {
  /** In printed units, with the sign of the fact. */
  readonly exact: Exact;
  /** High end of a range, likewise; `exact` is the low end. */
  readonly upper?: Exact;
  /** Nothing is decided: `exact` says nothing. A share or a change of it is a nil. */
  readonly undecided?: true;
  readonly fact: FactKey;
  /** The fact, then the base or the compared fact. */
  readonly inputs: readonly FactKey[];
  /** The amount, the dollars or the share of a nil, which prints the issuer's dash; a change or a difference from a nil or to one is no nil. */
  readonly nil: boolean;
  /** Printed instead of a number, by the issuer's policy for changes. */
  readonly text?: ForLangs<string>;
  /** A change that is not worked out: as it was published, or not comparable. */
  readonly told?: ToldChange;
}

/**
 * Why there is no figure.
 * - `zero` the base or divisor that is zero
 * - `rateless` dollars asked of a release without a rate
 * - `senseless` dollars of a count, a share of another unit, a multiple of a loss: a cell is blank, a sentence cannot say it
 */
export type NoFigure = { readonly kind: 'zero'; readonly base: FactKey } | { readonly kind: 'rateless' } | { readonly kind: 'senseless' };

/** `missing`: the facts, by concept and period, that are not there. */
export type ColumnAnswer =
  | { readonly kind: 'figure'; readonly figure: ExactFigure }
  | { readonly kind: 'missing'; readonly facts: readonly FactName[] }
  | NoFigure;

/** The fact of a concept at a period, if there is one. */
type FindFact = (concept: string, period: string) => Fact | undefined;

/** The exact value in printed units: the one place where a measure of facts is worked out. */
export function measureFacts(question: FactQuestion, release: FigureSources): Measured | NoFigure {
  const { fact, measure, against, scale } = question;
  if (!isSensible(measure, fact.unit, against?.unit)) return { kind: 'senseless' };
  if (measure === 'amount') return found(fact, (value) => inPrintedUnits(value, fact.unit, scale)) ?? { kind: 'senseless' };
  if (measure === 'translated') {
    const rate = release.spec.rate?.value;
    const dollars = (value: Exact) => {
      const amount = rate && translated(value, rate);
      return amount && inPrintedUnits(amount, fact.unit, scale);
    };
    return found(fact, dollars) ?? { kind: 'rateless' };
  }
  if (!against) return { kind: 'senseless' };
  if (fact.undecided || against.undecided) return { kind: 'exact', exact: Exact.zero, undecided: true };
  if (measure === 'difference') {
    const ends = overEnds(fact, against, (value, base) => inPrintedUnits(difference(value, base), fact.unit, scale));
    return ends ? measured(ends) : { kind: 'senseless' };
  }
  // A loss is no multiple of anything, and nothing is a multiple of a loss or of nothing.
  if (measure === 'times' && (against.value.sign <= 0 || fact.value.sign < 0)) return { kind: 'senseless' };
  if (holdsZero(against)) return { kind: 'zero', base: against.key };
  // A range is all of itself, whichever of its values it takes.
  const ends =
    fact === against
      ? overEnds({ value: fact.value }, { value: fact.value }, comparisons[measure])
      : overEnds(fact, against, comparisons[measure]);
  return ends ? measured(ends) : { kind: 'zero', base: against.key };
}

/** A figure that there is: a value, a range, or one that is undecided. */
export interface Measured extends Pick<ExactFigure, 'exact' | 'upper' | 'undecided'> {
  readonly kind: 'exact';
}

const comparisons = { 'percent-of': share, change, times } as const;

/** What a column shows of a concept; a change from nothing is the policy's words, where the policy has words. */
export function measureFigure(question: ColumnQuestion, find: FindFact, release: FigureSources): ColumnAnswer {
  const { concept, period, measure, of, from, scale, decimals } = question;
  const other = comparedName({ concept: concept.id, period, measure, of, from });
  if (!isSensible(measure, concept.unit, release.concepts.get(other?.concept ?? '')?.unit)) return { kind: 'senseless' };

  const fact = find(concept.id, period);
  const against = other && find(other.concept, other.period);
  const told = fact && toldChange({ measure, fact, from, against }, release);
  if (told) {
    const exact = told.treatment === 'published' ? told.entry.value : Exact.zero;
    const inputs = against && against !== fact ? [fact.key, against.key] : [fact.key];
    const dash = told.treatment === 'incomparable' || told.entry.nil ? { text: release.issuer.nil } : {};
    return { kind: 'figure', figure: { exact, fact: fact.key, inputs, nil: false, ...dash, told } };
  }
  if (!fact || (other && !against)) {
    return { kind: 'missing', facts: [...(fact ? [] : [{ concept: concept.id, period }]), ...(other && !against ? [other] : [])] };
  }
  const answer = measureFacts({ fact, measure, scale, against }, release);
  const inputs = against && against !== fact ? [fact.key, against.key] : [fact.key];
  const nil = fact.nil && !isComparison(measure);
  const { change: policy } = release.issuer;
  if (answer.kind === 'exact' && answer.undecided) {
    return { kind: 'figure', figure: { exact: Exact.zero, fact: fact.key, inputs, undecided: true, nil: setsBeside(measure) } };
  }
  if (answer.kind === 'zero' && measure === 'change' && policy.policy !== 'signed') {
    return { kind: 'figure', figure: { exact: Exact.zero, fact: fact.key, inputs, nil, text: policy.text } };
  }
  if (answer.kind !== 'exact') return answer;
  const { exact, upper } = answer;
  const text = measure === 'change' && against ? wordsOfChange(fact, against, decimals, policy) : undefined;
  const figure = { exact, ...(upper && { upper }), fact: fact.key, inputs, nil };
  return { kind: 'figure', figure: text === undefined ? figure : { ...figure, text } };
}

/** What the data say of a comparison of a fact instead of its figures: `from` is the period compared with, `against` its fact, if there is one. */
export function toldChange(
  { measure, fact, from, against }: Pick<FactQuestion, 'measure' | 'fact' | 'against'> & { readonly from?: string | undefined },
  release: FigureSources,
): ToldChange | undefined {
  if (!isComparison(measure)) return undefined;
  const comparison = { concept: fact.concept, period: fact.period, from };
  const dash = incomparableOf(comparison, release);
  if (dash) return { treatment: 'incomparable', entry: dash };
  const published = measure === 'change' && !against ? publishedChangeOf(comparison, release) : undefined;
  return published && { treatment: 'published', entry: published };
}

/** Only money has dollars; only like is a share of like. */
function isSensible(measure: Figure['measure'], unit: Unit, base: Unit | undefined): boolean {
  if (measure === 'translated') return unit === 'money' || unit === 'per-share';
  return measure !== 'percent-of' || unit === base;
}

/** Whether a measure sets a figure beside another one: of what is undecided it is a nil. */
export function setsBeside(measure: Figure['measure']): boolean {
  return measure === 'percent-of' || isComparison(measure);
}

const measured = ({ value, upper }: Ends): Measured => ({ kind: 'exact', exact: value, ...(upper && { upper }) });

/** Both ends of a fact, written by `make`; undefined where that has nothing to write. */
function found(fact: Fact, make: (value: Exact) => Exact | undefined): Measured | undefined {
  const [low, high] = endsOf(fact).map(make);
  if (!low) return undefined;
  return { ...measured({ value: low, ...(high && { upper: high }) }), ...(fact.undecided && { undecided: true }) };
}

/** Undefined where the change is printed as a number, at both ends of a range. */
export function wordsOfChange(now: Fact, then: Fact, decimals: number, policy: ChangePolicy): ForLangs<string> | undefined {
  for (const value of endsOf(now)) {
    for (const base of endsOf(then)) {
      const exact = change(value, base);
      const words = exact && changeWords({ change: exact, current: value, base, decimals }, policy);
      if (words !== undefined) return words;
    }
  }
  return undefined;
}

/** A change in percent from `base` to `current`, and how many decimals it is printed with. */
interface Changed {
  readonly change: Exact;
  readonly current: Exact;
  readonly base: Exact;
  readonly decimals: number;
}

/** Undefined where the change is printed as a number. */
export function changeWords({ change, current, base, decimals }: Changed, changes: ChangePolicy): ForLangs<string> | undefined {
  const { policy, text } = changes;
  if (isBeyond(change, decimals, changes)) return text;
  // A percentage of a loss, or from a loss, says nothing.
  return policy === 'nm' && (base.sign < 0 || current.sign < 0) ? text : undefined;
}

/** Whether a change is too large to be printed as a number. */
export function isBeyond(change: Exact, decimals: number, { beyond, limit }: Pick<ChangePolicy, 'beyond' | 'limit'>): boolean {
  if (beyond && change.abs().compare(beyond) > 0) return true;
  return limit !== undefined && change.abs().round(decimals).compare(limit) >= 0;
}
