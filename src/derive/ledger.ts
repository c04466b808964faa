// Turn reported figures and definitions into facts, each worked out when it is first asked for, so that no order is needed.

import { amountsOf } from '../figures/digits.ts';
import { openText, sameOpen } from '../figures/ends.ts';
import { type Absence, type Environment, evaluate, type Term } from '../figures/evaluate.ts';
import { conceptOf, type FactName, factKey, parseFactKey, releasePeriod } from '../figures/fact-key.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { difference } from '../figures/measures.ts';
import { addsUp } from '../figures/rounding.ts';
import { halfUnit } from '../figures/scale.ts';
import { type Restating, restatingOf, splitInside, splitWithin } from '../figures/splits.ts';
import { exactly, meet, typedRange, typedRounding } from '../figures/value-range.ts';
import { Exact } from '../model/exact.ts';
import type { Cell, Fact, FactKey, ValueRange } from '../model/financials.ts';
import type { Concept, ReportedFact, TypedRounding } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { Regime } from '../model/statement-spec.ts';
import type { Report } from './codes.ts';
import { type Definition, definitions, namedFacts } from './definitions.ts';
import { periodSums } from './period-sums.ts';
import { remainders } from './remainders.ts';
import { isRoundedSum, isSum, typedAndComputed } from './typed-totals.ts';

/** Facts by concept and period. */
export interface Ledger {
  /** The fact at this period, or the release's own stated fact of the concept; undefined when there is none. */
  readonly fact: (concept: string, period: string) => Fact | undefined;
  /** Why there is no fact: the figures at the ends of all formulas that were tried, or the concept itself. */
  readonly missing: (concept: string, period: string) => readonly Missing[];
}

/** A figure that would have to be typed. */
export interface Missing {
  readonly concept: string;
  readonly period: string;
  /** Of kind `fact` when nothing defines the concept; otherwise what stopped its formula. */
  readonly why: Absence;
}

const noDefinitions: readonly Definition[] = [];

/** Finds the percent-of cell that `printed()` names. */
export type PrintedCell = (statement: string, concept: string, period: string) => Cell | undefined;

/** Findings about a fact (circular, reported and computed, two totals that disagree) are reported once, when it is first asked for. */
export function ledger(release: FigureSources, printed: PrintedCell, report: Report): Ledger {
  const defined = definitions(release);
  const [remainder, summed] = [remainders(release), periodSums(release)];
  /** By concept, then period; undefined for what has no fact. */
  const known = new Map<string, Map<string, Fact | undefined>>();
  const absences = new Map<FactKey, readonly Absence[]>();
  /** Facts that are being worked out: each is needed by the one before it, or by a printed cell that that one needs. */
  const open: Pending[] = [];
  const isOpen = new Set<FactKey>();
  const loops = new Set<string>();
  const environment: Environment = {
    fact: (concept, period) => fact(concept, period),
    previous: (period) => {
      const previous = release.periods.get(period)?.previous;
      return previous !== undefined && release.periods.has(previous) ? previous : undefined;
    },
    printed,
  };

  function fact(id: string, period: string): Fact | undefined {
    const found = known.get(id)?.get(period);
    if (found || isKnown(id, period)) return found;
    const concept = release.concepts.get(id);
    if (!concept) return undefined;
    const key = factKey(id, period);
    if (isOpen.has(key)) {
      reportLoop(key, concept);
      return undefined;
    }
    workOut(concept, period, key);
    return known.get(id)?.get(period);
  }

  function isKnown(id: string, period: string): boolean {
    return known.get(id)?.has(period) ?? false;
  }

  function know(id: string, period: string, found: Fact | undefined): void {
    const ofConcept = known.get(id);
    if (ofConcept) ofConcept.set(period, found);
    else known.set(id, new Map([[period, found]]));
  }

  /** Settles what a fact needs before the fact itself, without going deeper into the stack: periods and formulas may follow from hundreds. */
  function workOut(concept: Concept, period: string, key: FactKey): void {
    // Most figures are typed and need no others.
    if (definitionsAt(concept.id, period).length === 0) {
      know(concept.id, period, settle(concept, period, key));
      return;
    }
    const first = open.length;
    const begin = (pending: Omit<Pending, 'needs'>): void => {
      open.push({ ...pending, needs: needsOf(pending.concept, pending.period) });
      isOpen.add(pending.key);
    };
    begin({ concept, period, key });
    for (let last = open.at(-1); last && open.length > first; last = open.at(-1)) {
      const next = last.needs.next();
      if (!next.done) {
        const { concept: id, period: at } = next.value;
        if (isKnown(id, at)) continue;
        const needed = release.concepts.get(id);
        const neededKey = factKey(id, at);
        if (needed && !isOpen.has(neededKey)) begin({ concept: needed, period: at, key: neededKey });
        continue;
      }
      const found = settle(last.concept, last.period, last.key);
      open.pop();
      isOpen.delete(last.key);
      know(last.concept.id, last.period, found);
    }
  }

  /** The facts that the formulas of a concept name, in order. */
  function* needsOf({ id }: Concept, period: string): Generator<FactName> {
    for (const { expression } of definitionsAt(id, period)) yield* namedFacts(expression, period, environment.previous);
  }

  /** The ways to compute a concept at a period; the tree of a statement that is not printed gives way to a typed figure. */
  function definitionsAt(id: string, period: string): readonly Definition[] {
    if (period === releasePeriod) return [];
    const all = defined.get(id) ?? noDefinitions;
    const own = reportedAt(id, period) ? all.filter(({ unprinted }) => !unprinted) : all;
    const rest = remainder(id, period) ?? summed(id, period);
    return rest ? [...own, rest] : own;
  }

  function reportedAt(id: string, period: string): ReportedFact | undefined {
    return period === releasePeriod ? release.spec.stated.get(id) : release.periods.get(period)?.facts.get(id);
  }

  function settle(concept: Concept, period: string, key: FactKey): Fact | undefined {
    const reported = reportedAt(concept.id, period);
    const split = splitWithin(concept.id, period, release);
    if (split) return withoutTotal(concept, period, key, split.at);
    const restating = restatingOf(concept.id, period, release);
    const made = compute(concept, period, key);
    // What is computed from restated figures is restated itself.
    const computed = made && restating ? { ...made, restated: restatedBy(restating) } : made;
    const { regime } = release.issuer;
    const asTyped = reported && fromReported(reported, concept, period, key, regime);
    const typed = asTyped && restatedFor(asTyped, restating);
    if (reported && typed && computed) {
      const explains = !addsUp(regime) && isRoundedSum(typed, computed, definitionsAt(concept.id, period));
      if (explains && meet(typed.range, computed.range)) {
        const apart = typed.value.sub(computed.value);
        return apart.isZero ? typed : { ...typed, apart };
      }
      report(typedAndComputed(reported, computed, explains, amountsOf(concept.unit, release, concept.scale)));
    }
    if (computed) return computed;
    if (typed) return typed;
    if (period !== releasePeriod && release.spec.stated.has(concept.id)) return fact(concept.id, releasePeriod);
    return undefined;
  }

  function compute(concept: Concept, period: string, key: FactKey): Fact | undefined {
    const ways = definitionsAt(concept.id, period);
    if (ways.length === 0) return undefined;
    const tried = ways.map((definition) => ({
      definition,
      result: evaluate(definition.expression, period, environment),
    }));
    absences.set(
      key,
      tried.flatMap(({ result }) => ('absent' in result ? result.absent : [])),
    );
    const [first, ...others] = tried.flatMap(({ definition, result }) => ('term' in result ? [{ definition, term: result.term }] : []));
    if (!first) return undefined;
    for (const other of others) {
      if (other.definition.unprinted || other.definition.remainder || sameOpen(other.term, first.term)) continue;
      const { digits, unit } = amountsOf(concept.unit, release, concept.scale);
      const apart = difference(first.term.value, other.term.value);
      const isSingle = [first.term, other.term].every(({ upper, undecided }) => !upper && !undecided);
      report({
        severity: 'error',
        code: 'derive/totals-disagree',
        message: say`${key} is ${openText(first.term, digits)} by ${first.definition.name} and ${openText(other.term, digits)} by ${other.definition.name}${isSingle ? say`, a difference of ${digits(apart)}${unit}` : ''}`,
        at: other.definition.at,
        related: [{ at: first.definition.at, message: first.definition.text }],
        hints: ['compare the parts of the two: a figure is missing from one of them, or enters with the wrong sign'],
      });
    }
    reportMixedSum(first, concept, period);
    const isNil =
      first.definition.nilOfNils === true &&
      first.term.inputs.every((input) => {
        const part = parseFactKey(input);
        return fact(part.concept, part.period)?.nil;
      });
    return fromTerm(first.term, first.definition, concept, period, key, isNil);
  }

  /** Amounts for a share as it was before a split, and as it is after it, are not added. */
  function reportMixedSum({ term, definition }: { term: Term; definition: Definition }, concept: Concept, period: string): void {
    const [split] = concept.unit === 'per-share' && isSum(definition.expression) ? splitInside(period, release) : [];
    if (!split) return;
    const added = term.inputs.filter((each) => each !== factKey(concept.id, period) && fact(conceptOf(each), period)?.nil === false);
    if (added.length < 2) return;
    report({
      severity: 'error',
      code: 'derive/split-total',
      message: say`${factKey(concept.id, period)} adds ${sayAll(added, ' and ')} over the split of ${split.on}, before and after which a share is not the same`,
      at: definition.at,
      related: [{ at: split.at, message: 'the split' }],
      hints: [say`list ${concept.id} under no-total of the split: it prints the sign for none, and a note tells the amounts`],
    });
  }

  function reportLoop(key: FactKey, concept: Concept): void {
    const keys = open.map((pending) => pending.key);
    const loop = [...keys.slice(keys.indexOf(key)), key];
    // What a statement that is not printed would add up is no fault of this release: the figure is missing where it is asked for.
    if (loop.some((each) => defined.get(conceptOf(each))?.some(({ unprinted }) => unprinted))) return;
    // The same formulas run in a circle at every period: once is enough.
    const circle = [...new Set(loop.map(conceptOf))].sort().join(' ');
    if (loops.has(circle)) return;
    loops.add(circle);
    report({
      severity: 'error',
      code: 'derive/circular',
      message: sayAll(loop, ' needs '),
      at: defined.get(concept.id)?.[0]?.at ?? concept.at,
      related: loop.slice(1, -1).flatMap((each) => {
        const definition = defined.get(conceptOf(each))?.[0];
        return definition ? [{ at: definition.at, message: say`${each} is ${definition.text}` }] : [];
      }),
      hints: ['report one of these figures in the period file, or take it out of the formula of another'],
    });
  }

  /** Every fact that is missing is looked into once, however many formulas it stops. */
  function missing(concept: string, period: string): readonly Missing[] {
    const found: Missing[] = [];
    const seen = new Set<FactKey>();
    const ahead: Missing[] = [{ concept, period, why: { kind: 'fact', concept, period } }];
    for (let next = ahead.pop(); next; next = ahead.pop()) {
      if (next.why.kind !== 'fact') {
        found.push(next);
        continue;
      }
      const asked = next.why;
      const key = factKey(asked.concept, asked.period);
      if (seen.has(key) || fact(asked.concept, asked.period)) continue;
      seen.add(key);
      const direct = (absences.get(key) ?? []).map((why) => ({ concept: asked.concept, period: asked.period, why }));
      if (direct.length === 0) found.push({ concept: asked.concept, period: asked.period, why: asked });
      ahead.push(...direct.reverse());
    }
    return found;
  }

  return { fact, missing };
}

/** A fact that is being worked out, and what of its needs has not been seen to. */
interface Pending {
  readonly concept: Concept;
  readonly period: string;
  readonly key: FactKey;
  readonly needs: Iterator<FactName>;
}

/** `regime` is the issuer's. */
function fromReported(reported: ReportedFact, concept: Concept, period: string, key: FactKey, regime: Regime): Fact {
  const coarse = halfUnit(reported, concept);
  return {
    key,
    concept: concept.id,
    period,
    unit: concept.unit,
    value: reported.value,
    nil: reported.nil,
    ...(reported.undecided && { undecided: true as const }),
    ...(reported.upper && { upper: reported.upper }),
    origin: period === releasePeriod || reported.source !== undefined ? 'stated' : 'reported',
    inputs: [],
    formula: '',
    halfUnit: coarse,
    range: typedRangeOf(reported, coarse, typedRounding(concept, regime)),
    at: reported.at,
  };
}

/** As if the split had been at the beginning of the period. */
function restatedFor(fact: Fact, restating: Restating | undefined): Fact {
  if (!restating || fact.nil || fact.undecided) return fact;
  const { factor } = restating;
  const of = (value: Exact): Exact => value.mul(factor);
  return {
    ...fact,
    value: of(fact.value),
    ...(fact.upper && { upper: of(fact.upper) }),
    halfUnit: of(fact.halfUnit),
    range: { ...fact.range, low: of(fact.range.low), high: of(fact.range.high) },
    restated: restatedBy(restating),
  };
}

const restatedBy = ({ ratio, factor, splits }: Restating): NonNullable<Fact['restated']> => ({ ratio, factor, at: splits[0].at });

/** Amounts of before and after a split are not added. */
function withoutTotal({ id, unit }: Concept, period: string, key: FactKey, split: Span): Fact {
  const exact = { value: Exact.zero, halfUnit: Exact.zero, range: exactly(Exact.zero) };
  return { key, concept: id, period, unit, ...exact, nil: true, split, origin: 'computed', inputs: [], formula: '', at: split };
}

/** What may be meant between both ends of a range. */
function typedRangeOf({ value, upper }: ReportedFact, coarse: Exact, rounding: TypedRounding): ValueRange {
  const low = typedRange(value, coarse, rounding);
  if (!upper) return low;
  const { high, highIn } = typedRange(upper, coarse, rounding);
  return { ...low, high, highIn };
}

function fromTerm(term: Term, definition: Definition, concept: Concept, period: string, key: FactKey, isNil: boolean): Fact {
  return {
    key,
    concept: concept.id,
    period,
    unit: concept.unit,
    value: term.value,
    nil: isNil || term.nil === true,
    ...(term.undecided && { undecided: true as const }),
    ...(term.upper && { upper: term.upper }),
    origin: 'computed',
    inputs: term.inputs,
    formula: definition.text,
    halfUnit: term.halfUnit,
    range: term.range,
    at: definition.at,
  };
}
