// Turn a concept and a column into one exact figure in printed units: thousand yen, thousand dollars, percent.

import { Exact } from '../model/exact.ts';
import type { Fact, FactKey } from '../model/financials.ts';
import type { Concept, Measure, Release } from '../model/release.ts';
import { type Scale, scales } from '../model/unit.ts';
import { changeWords } from './change-words.ts';

/** What is asked for: a concept as a column shows it. */
export interface Question {
  readonly concept: Concept;
  readonly period: string;
  readonly measure: Measure;
  /** Base of a percentage. */
  readonly of?: string;
  /** Period that a change is compared with. */
  readonly from?: string;
  /** What amounts and dollars are printed in. */
  readonly scale: Scale;
}

/** The answer, before any rounding. */
export interface ExactFigure {
  /** In printed units, with the sign of the fact. */
  readonly exact: Exact;
  readonly fact: FactKey;
  /** The fact, then the base or the compared fact. */
  readonly inputs: readonly FactKey[];
  readonly nil: boolean;
  /** Printed instead of a number, by the issuer's policy for changes. */
  readonly text?: string;
}

/**
 * - `figure` the figure
 * - `missing` the facts, by concept and period, that are not there
 * - `zero` the base or divisor that is zero
 * - `rateless` dollars asked of a release without a rate
 * - `senseless` dollars of a count, a count as percent of money: such a cell is blank
 */
export type Answer =
  | { readonly kind: 'figure'; readonly figure: ExactFigure }
  | { readonly kind: 'missing'; readonly facts: readonly { readonly concept: string; readonly period: string }[] }
  | { readonly kind: 'zero'; readonly base: FactKey }
  | { readonly kind: 'rateless' }
  | { readonly kind: 'senseless' };

const hundred = Exact.of(100);

export type FindFact = (concept: string, period: string) => Fact | undefined;

export function measureFigure(question: Question, fact: FindFact, release: Release): Answer {
  const { concept, period, measure } = question;
  const other = compared(question);
  const baseUnit = question.of === undefined ? concept.unit : release.concepts.get(question.of)?.unit;
  const money = concept.unit === 'money' || concept.unit === 'per-share';
  if ((measure === 'translated' && !money) || (measure === 'percent-of' && baseUnit !== concept.unit)) return { kind: 'senseless' };

  const own = fact(concept.id, period);
  const base = other && fact(other.concept, other.period);
  if (!own || (other && !base)) {
    return { kind: 'missing', facts: [...(own ? [] : [{ concept: concept.id, period }]), ...(other && !base ? [other] : [])] };
  }
  const figure = { fact: own.key, inputs: base && base !== own ? [own.key, base.key] : [own.key], nil: own.nil };
  if (measure === 'amount') return { kind: 'figure', figure: { ...figure, exact: scaled(own.value, question) } };
  if (measure === 'translated') {
    const rate = release.release.rate?.value;
    if (!rate || rate.isZero) return { kind: 'rateless' };
    return { kind: 'figure', figure: { ...figure, exact: scaled(own.value, question).div(rate) } };
  }
  if (!base) return { kind: 'senseless' };
  if (measure === 'percent-of') {
    if (base.value.isZero) return { kind: 'zero', base: base.key };
    return { kind: 'figure', figure: { ...figure, exact: own.value.div(base.value).mul(hundred) } };
  }
  const policy = release.issuer.change;
  if (base.value.isZero) {
    if (policy.policy === 'signed') return { kind: 'zero', base: base.key };
    return { kind: 'figure', figure: { ...figure, nil: false, exact: Exact.zero, text: policy.text } };
  }
  const exact = own.value.sub(base.value).div(base.value).mul(hundred);
  const text = changeWords(exact, own.value, base.value, policy);
  return { kind: 'figure', figure: { ...figure, nil: false, exact, ...(text === undefined ? {} : { text }) } };
}

/** The second fact of a percentage or a change. */
function compared({ concept, period, measure, of, from }: Question): { concept: string; period: string } | undefined {
  if (measure === 'percent-of' && of !== undefined) return { concept: of, period };
  if (measure === 'change' && from !== undefined) return { concept: concept.id, period: from };
  return undefined;
}

/** From base units to printed ones: ratios in percent, everything else in its scale. */
function scaled(value: Exact, { concept, scale }: Question): Exact {
  return concept.unit === 'ratio' ? value.mul(hundred) : value.div(Exact.of(10n ** BigInt(scales[scale])));
}
