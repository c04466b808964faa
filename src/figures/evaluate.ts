// Turn a formula into an exact value at one period, with its coarseness and the facts that it was made of, or say what is missing.

import { Exact } from '../model/exact.ts';
import { type Expression, expressionText } from '../model/expression.ts';
import type { Cell, Fact, FactKey, Financials, ValueRange } from '../model/financials.ts';
import { dataLimits } from '../model/limits.ts';
import { holdsZero, overEnds, reversed } from './ends.ts';
import { factKey, lookUpFact } from './fact-key.ts';
import type { FigureSources } from './figure-sources.ts';
import { fromPercent } from './scale.ts';
import { unsplit } from './splits.ts';
import { added, divided, exactly, multiplied, negated } from './value-range.ts';

/** The value of an expression. */
export interface Term {
  /** In base units. */
  readonly value: Exact;
  /** High end of a range; `value` is its low end. */
  readonly upper?: Exact;
  /** A figure that it is made of is undecided: the values say nothing. */
  readonly undecided?: true;
  /** It is made of nils alone, of which a sum is a nil. */
  readonly nil?: true;
  /** How far the true value may lie from `value`, because typed figures are coarse: half a unit of each, carried through. */
  readonly halfUnit: Exact;
  /** What the true value may be, by the way in which each typed figure was rounded. */
  readonly range: ValueRange;
  /** Facts used, each once, in order of the formula. */
  readonly inputs: readonly FactKey[];
}

/** Why an expression has no value at a period. */
export type Absence =
  /** No fact of this concept at this period. */
  | { readonly kind: 'fact'; readonly concept: string; readonly period: string }
  /** `previous()` was asked for and the period names none. */
  | { readonly kind: 'previous'; readonly period: string }
  /** A division by this expression, which is zero at this period. */
  | { readonly kind: 'zero'; readonly divisor: string; readonly period: string }
  /** `printed()` was asked for a cell that the statement does not print at this period. */
  | { readonly kind: 'printed'; readonly statement: string; readonly concept: string; readonly period: string }
  /** The value has more digits than `dataLimits.valueDigits`: factors multiply, or quotients of unlike figures add up. */
  | { readonly kind: 'long'; readonly period: string };

/** A value, or everything that is missing for it. */
export type Evaluation = { readonly term: Term } | { readonly absent: readonly Absence[] };

/** Where an expression finds what it names. */
export interface Environment {
  /** The fact of a concept at a period, or the release's own stated fact. */
  readonly fact: (concept: string, period: string) => Fact | undefined;
  /** The period whose closing balances open this one. */
  readonly previous: (period: string) => string | undefined;
  /** The percent-of cell of a concept at a period. */
  readonly printed: (statement: string, concept: string, period: string) => Cell | undefined;
}

/** The exact value of `expression` at `period`. Half units add up in sums, and are carried through products and quotients at their worst. */
export function evaluate(expression: Expression, period: string, environment: Environment): Evaluation {
  switch (expression.kind) {
    case 'number':
      return { term: { ...sharp(expression.value), inputs: [] } };
    case 'concept':
      return evaluateConcept(expression.concept, period, environment);
    case 'at':
      return evaluateConcept(expression.concept, expression.period, environment);
    case 'previous': {
      const previous = environment.previous(period);
      return previous === undefined ? { absent: [{ kind: 'previous', period }] } : evaluate(expression.of, previous, environment);
    }
    case 'unsplit': {
      const fact: Environment['fact'] = (concept, at) => {
        const found = environment.fact(concept, at);
        return found && unsplit(found);
      };
      return evaluate(expression.of, period, { ...environment, fact });
    }
    case 'printed': {
      const { statement, concept } = expression;
      const cell = environment.printed(statement, concept, period);
      if (!cell) return { absent: [{ kind: 'printed', statement, concept, period }] };
      const inputs = [...new Set([factKey(concept, period), ...cell.inputs])];
      const upper = cell.upper && { upper: fromPercent(cell.upper.printed) };
      return { term: { ...sharp(fromPercent(cell.printed)), ...upper, ...(cell.undecided && { undecided: true as const }), inputs } };
    }
    case 'negate': {
      const of = evaluate(expression.of, period, environment);
      return 'absent' in of ? of : { term: { ...of.term, ...reversed(of.term), range: negated(of.term.range) } };
    }
    case 'binary':
      return evaluateRow(expression, period, environment);
  }
}

function evaluateConcept(concept: string, period: string, environment: Environment): Evaluation {
  const fact = environment.fact(concept, period);
  if (!fact) return { absent: [{ kind: 'fact', concept, period }] };
  const { key, value, upper, undecided, nil, halfUnit, range } = fact;
  const open = { ...(upper && { upper }), ...(undecided && { undecided }), ...(nil && { nil: true as const }) };
  return { term: { value, ...open, halfUnit, range, inputs: [key] } };
}

/** A value without anything open. */
function sharp(value: Exact): Omit<Term, 'inputs'> {
  return { value, halfUnit: Exact.zero, range: exactly(value) };
}

type Binary = Extract<Expression, { kind: 'binary' }>;

/** A sum of many terms is a tree that is deep on its left: its operations are worked off one by one, the first term first. */
function evaluateRow(last: Binary, period: string, environment: Environment): Evaluation {
  const operations: Binary[] = [];
  let first: Expression = last;
  for (; first.kind === 'binary'; first = first.left) operations.push(first);
  const start = evaluate(first, period, environment);
  const absent: Absence[] = 'absent' in start ? [...start.absent] : [];
  let term: Omit<Term, 'inputs'> | undefined = 'term' in start ? start.term : undefined;
  const inputs = new Set('term' in start ? start.term.inputs : []);
  for (const { op, right } of operations.reverse()) {
    const next = evaluate(right, period, environment);
    if ('absent' in next) {
      absent.push(...next.absent);
      term = undefined;
    } else if (term && op === '/' && !next.term.undecided && holdsZero(next.term)) {
      absent.push({ kind: 'zero', divisor: expressionText(right), period });
      term = undefined;
    } else if (term) {
      term = combine(op, term, next.term);
      for (const key of next.term.inputs) inputs.add(key);
      if (!isTooLong(term.value) && !isTooLong(term.halfUnit) && !isTooLong(term.range.low) && !isTooLong(term.range.high)) continue;
      absent.push({ kind: 'long', period });
      term = undefined;
    }
  }
  return term ? { term: { ...term, inputs: [...inputs] } } : { absent };
}

const longest = 10n ** BigInt(dataLimits.valueDigits);

function isTooLong({ n, d }: Exact): boolean {
  return n >= longest || n <= -longest || d >= longest;
}

/** What one operation comes to: undecided where a side is, nil where there was nothing to add up, a range where a side is one. */
function combine(op: Binary['op'], a: Omit<Term, 'inputs'>, b: Omit<Term, 'inputs'>): Omit<Term, 'inputs'> {
  if (a.undecided || b.undecided) return { ...sharp(Exact.zero), undecided: true };
  const nil = a.nil && (b.nil || op === '*' || op === '/') ? { nil: true as const } : b.nil && op === '*' ? { nil: true as const } : {};
  if (!a.upper && !b.upper) return { ...combineValues(op, a, b), ...nil };
  const { range, halfUnit } = combineValues(op, a, b);
  const ends = overEnds(a, b, operations[op]);
  return { halfUnit, range, value: ends?.value ?? a.value, ...(ends?.upper && { upper: ends.upper }), ...nil };
}

const operations: Readonly<Record<Binary['op'], (a: Exact, b: Exact) => Exact>> = {
  '+': (a, b) => a.add(b),
  '-': (a, b) => a.sub(b),
  '*': (a, b) => a.mul(b),
  '/': (a, b) => a.div(b),
};

/** Value, half unit and range of one operation on low ends. */
function combineValues(op: Binary['op'], a: Omit<Term, 'inputs'>, b: Omit<Term, 'inputs'>): Omit<Term, 'inputs'> {
  switch (op) {
    case '+':
      return { value: a.value.add(b.value), halfUnit: a.halfUnit.add(b.halfUnit), range: added(a.range, b.range) };
    case '-':
      return { value: a.value.sub(b.value), halfUnit: a.halfUnit.add(b.halfUnit), range: added(a.range, negated(b.range)) };
    case '*': {
      const halfUnit = a.value.abs().mul(b.halfUnit).add(b.value.abs().mul(a.halfUnit)).add(a.halfUnit.mul(b.halfUnit));
      return { value: a.value.mul(b.value), halfUnit, range: multiplied(a.range, b.range) };
    }
    case '/': {
      const value = a.value.div(b.value);
      const least = b.value.abs().sub(b.halfUnit);
      // A divisor that may be zero leaves nothing known: the quotient's own size stands for that.
      const halfUnit = least.sign <= 0 ? value.abs().add(a.halfUnit) : a.halfUnit.add(value.abs().mul(b.halfUnit)).div(least);
      const range = divided(a.range, b.range) ?? { low: value.sub(halfUnit), high: value.add(halfUnit), lowIn: true, highIn: true };
      return { value, halfUnit, range };
    }
  }
}

/** Facts of the release's own stand in at every period that has none; `printed()` reads the first percent-of cell. */
export function environmentOf(release: FigureSources, financials: Financials): Environment {
  return {
    fact: (concept, period) => lookUpFact(financials.facts, concept, period),
    previous: (period) => release.periods.get(period)?.previous,
    printed: (statement, concept, period) => {
      const found = financials.statements.get(statement) ?? financials.unprinted.get(statement);
      const cells = found?.rows.flatMap((row) => row.cells) ?? [];
      return cells.find((cell) => cell?.concept === concept && cell.measure === 'percent-of' && cell.column.period === period);
    },
  };
}
