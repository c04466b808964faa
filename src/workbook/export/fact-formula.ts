// Turn a computed fact into the formula of a spreadsheet that computes it from the cells of other facts.
import { evaluate } from '../../figures/evaluate.ts';
import { printedUnit } from '../../figures/scale.ts';
import { Exact } from '../../model/exact.ts';
import type { Expression } from '../../model/expression.ts';
import type { Fact } from '../../model/financials.ts';
import type { Concept, Release } from '../../model/release.ts';
import { parseFormula } from '../../validate/parse-formula.ts';

/** Where a formula finds what it names. */
export interface FormulaPlaces {
  readonly fact: (concept: string, period: string) => Fact | undefined;
  /** Its cell. */
  readonly place: (fact: Fact | undefined) => string | undefined;
}

/** Undefined for a fact whose formula asks for what has no cell, and for one that comes to something else than its formula says. */
export function factFormula(fact: Fact, concept: Concept, release: Release, { fact: find, place }: FormulaPlaces): string | undefined {
  const nowhere = { file: '', line: 1, column: 1, length: 1 };
  const parsed = parseFormula(fact.formula, () => nowhere);
  if ('fault' in parsed) return undefined;
  const previous = (period: string) => release.periods.get(period)?.previous;
  const found = evaluate(parsed.expression, fact.period, { fact: find, previous, printed: () => undefined });
  if (!('term' in found) || !found.term.value.equals(fact.value)) return undefined;

  const write = (expression: Expression, period: string, tight: number): string | undefined => {
    switch (expression.kind) {
      case 'number':
        return bracketed(expression.value.toString(), expression.value.toString().includes('/') ? 2 : 9, tight);
      case 'concept': {
        const named = find(expression.concept, period);
        const cell = place(named);
        const unit = named && release.concepts.get(named.concept);
        return cell === undefined || !unit ? undefined : inBase(cell, printedUnit(unit.unit, unit.scale), tight);
      }
      case 'previous': {
        const before = previous(period);
        return before === undefined ? undefined : write(expression.of, before, tight);
      }
      case 'negate': {
        const of = write(expression.of, period, 3);
        return of === undefined ? undefined : bracketed(`-${of}`, 1, tight);
      }
      case 'binary': {
        const own = expression.op === '+' || expression.op === '-' ? 1 : 2;
        const left = write(expression.left, period, own);
        const right = write(expression.right, period, own + 1);
        return left === undefined || right === undefined ? undefined : bracketed(`${left}${expression.op}${right}`, own, tight);
      }
      default:
        return undefined;
    }
  };
  const sum = sumInUnits(parsed.expression, fact, concept, release, { fact: find, place });
  if (sum !== undefined) return sum;
  const written = write(parsed.expression, fact.period, 0);
  return written === undefined ? undefined : fromBase(written, printedUnit(concept.unit, concept.scale));
}

/** Sums of figures in one scale need no turning into yen and back. */
function sumInUnits(
  expression: Expression,
  { period }: Fact,
  concept: Concept,
  release: Release,
  { fact, place }: FormulaPlaces,
): string | undefined {
  const write = (part: Expression): string | undefined => {
    if (part.kind === 'binary' && part.op === '*' && part.left.kind === 'number') return undefined;
    if (part.kind === 'binary' && (part.op === '+' || part.op === '-')) {
      const [left, right] = [write(part.left), write(part.right)];
      if (left === undefined || right === undefined) return undefined;
      return `${left}${part.op}${part.right.kind === 'concept' ? right : `(${right})`}`;
    }
    if (part.kind === 'negate') {
      const of = write(part.of);
      return of === undefined ? undefined : `-${part.of.kind === 'concept' ? of : `(${of})`}`;
    }
    if (part.kind !== 'concept') return undefined;
    const found = fact(part.concept, period);
    const unit = found && release.concepts.get(found.concept);
    return unit && unit.unit === concept.unit && unit.scale === concept.scale ? place(found) : undefined;
  };
  return write(expression);
}

function inBase(cell: string, unit: Exact, tight: number): string {
  if (unit.equals(Exact.one)) return cell;
  return bracketed(unit.compare(Exact.one) > 0 ? `${cell}*${unit.toString()}` : `${cell}/${Exact.one.div(unit).toString()}`, 2, tight);
}

function fromBase(formula: string, unit: Exact): string {
  if (unit.equals(Exact.one)) return formula;
  return unit.compare(Exact.one) > 0 ? `(${formula})/${unit.toString()}` : `(${formula})*${Exact.one.div(unit).toString()}`;
}

const bracketed = (formula: string, own: number, tight: number): string => (own < tight ? `(${formula})` : formula);
