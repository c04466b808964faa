// Turn a printed cell of a statement into the formula that comes to it: a total of what is printed over it, or the facts behind it, rounded.

import { conceptOf } from '../../figures/fact-key.ts';
import { addsUp, regimeOf } from '../../figures/rounding.ts';
import { lastDigit, printedUnit } from '../../figures/scale.ts';
import { Exact } from '../../model/exact.ts';
import type { Cell, FactKey, StatementRow } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';

/** Where a formula finds what it names. */
export interface CellPlaces {
  readonly release: Release;
  /** The cell of a fact, in the scale of its concept. */
  readonly fact: (key: FactKey) => string | undefined;
  readonly rate: string | undefined;
  /** The printed cell of another concept in the same column of the statement. */
  readonly beside: (concept: string) => { readonly address: string; readonly cell: Cell } | undefined;
}

/** Undefined for a figure that stands as it is typed, and for words. */
export function cellFormula(cell: Cell, { spec }: StatementRow, places: CellPlaces): string | undefined {
  if (cell.text !== undefined || cell.nil || cell.undecided || cell.upper) return undefined;
  return totalFormula(cell, spec.of ?? [], places) ?? factsFormula(cell, spec.negate, places);
}

/** Where the printed parts of a column come to its printed totals, a total is the sum of what is printed. */
function totalFormula(
  cell: Cell,
  of: readonly { readonly concept: string; readonly weight: 1 | -1 }[],
  { beside }: CellPlaces,
): string | undefined {
  if (of.length === 0 || !addsUp(regimeOf(cell.column))) return undefined;
  let sum = Exact.zero;
  let formula = '';
  for (const { concept, weight } of of) {
    const part = beside(concept);
    if (!part) return undefined;
    sum = weight === 1 ? sum.add(part.cell.printed) : sum.sub(part.cell.printed);
    formula += `${weight === 1 ? (formula === '' ? '' : '+') : '-'}${part.address}`;
  }
  if (!sum.equals(cell.printed)) return undefined;
  // Sums of binary fractions have a tail.
  return cell.decimals > 0 ? `ROUND(${formula},${cell.decimals})` : formula;
}

/** The unrounded figure by its facts, rounded as the regime says; what a column was moved by so that it adds up stands behind it. */
function factsFormula(cell: Cell, negate: boolean, { release, fact, rate }: CellPlaces): string | undefined {
  const { measure, decimals, exact, plain, printed } = cell;
  const [own, base] = [fact(cell.fact), cell.inputs.find((key) => key !== cell.fact)];
  const other = base === undefined ? undefined : fact(base);
  if (own === undefined) return undefined;
  const unitOf = (key: FactKey) => {
    const concept = release.concepts.get(conceptOf(key));
    return concept ? printedUnit(concept.unit, concept.scale) : Exact.one;
  };
  const unit = unitOf(cell.fact);
  const inUnits = (formula: string, of: Exact): string => {
    if (of.equals(Exact.one)) return formula;
    return of.compare(Exact.one) > 0 ? `${formula}*${of.toString()}` : `${formula}/${Exact.one.div(of).toString()}`;
  };
  const sign = negate ? '-' : '';
  let formula: string | undefined;
  if (measure === 'amount') {
    const concept = release.concepts.get(cell.concept);
    formula = inUnits(own, unit.div(printedUnit(concept?.unit ?? 'money', cell.scale)));
    // As it is typed so it is printed: there is nothing to work out.
    if (formula === own && printed.equals(exact) && !negate && release.periods.get(cell.column.period)?.facts.has(cell.concept))
      return undefined;
  } else if (measure === 'translated') {
    if (rate === undefined) return undefined;
    formula = `${inUnits(own, unit.div(printedUnit('money', cell.scale)))}/${rate}`;
  } else if (measure === 'percent-of') {
    // The base of the shares is a hundred of itself.
    const whole = other ?? own;
    formula = `${inUnits(`${own}/${whole}`, unit.div(base === undefined ? unit : unitOf(base)))}*100`;
  } else if (other !== undefined) formula = `(${own}-${other})/${other}*100`;
  if (formula === undefined) return undefined;
  const truncates = regimeOf(cell.column) === 'truncate';
  const round = truncates ? 'TRUNC' : 'ROUND';
  const whole = `${sign}${formula}`;
  const sharp = nearEdge(exact, decimals, truncates) ? `ROUND(${whole},${decimals + guard})` : whole;
  const moved = printed.sub(plain);
  const rounded = `${round}(${sharp},${decimals})`;
  if (moved.isZero) return rounded;
  const by = `${rounded}${moved.sign > 0 ? '+' : ''}${moved.toString()}`;
  return decimals > 0 ? `ROUND(${by},${decimals})` : by;
}

/** Digits beyond those printed at which a binary fraction is made the decimal that it stands for. */
const guard = 9;

const hair = Exact.of(1n, 1_000_000n);

/** Whether so little parts a figure from being rounded otherwise that the tail of a binary fraction could: 14.5, or 29 that is cut off. */
function nearEdge(exact: Exact, decimals: number, truncates: boolean): boolean {
  const unit = lastDigit(decimals);
  const edge = truncates ? exact : exact.abs().add(unit.div(Exact.of(2n)));
  return edge.sub(edge.round(decimals)).abs().compare(unit.mul(hair)) < 0;
}
