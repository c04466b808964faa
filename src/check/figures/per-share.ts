// Turn printed figures per share that a reader cannot recompute from the printed result into findings.

import { grouped } from '../../figures/digits.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { lastDigit, sizeOf } from '../../figures/scale.ts';
import { Exact } from '../../model/exact.ts';
import type { Cell, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** Result and shares as they are printed in the same column, give what is printed per share, as far as their digits go. */
export const perShare: FigureCheck = {
  code: 'check/per-share',
  severity: 'error',
  hint: 'compare the result, the shares and the figure per share with the source',
  run: (release, financials) =>
    [...financials.statements.values()].flatMap((statement) =>
      statement.rows.flatMap((row) =>
        row.cells.flatMap((cell, column) => {
          if (cell?.measure !== 'amount' || release.concepts.get(cell.concept)?.unit !== 'per-share') return [];
          const printed = statement.rows.flatMap((each) => each.cells[column] ?? []);
          return compare(cell, printed, release, financials);
        }),
      ),
    ),
};

function compare(cell: Cell, column: readonly Cell[], release: FigureSources, financials: Financials): FindingDetails[] {
  const formula = release.concepts.get(cell.concept)?.formula;
  if (formula?.kind !== 'binary' || formula.op !== '/' || formula.left.kind !== 'concept' || formula.right.kind !== 'concept') return [];
  // The ends of a range are made of the ends of others, and what is undecided of nothing.
  const facts = [formula.left.concept, formula.right.concept].map((concept) => financials.facts.get(factKey(concept, cell.column.period)));
  if (cell.undecided || cell.upper || facts.some((fact) => fact?.undecided || fact?.upper)) return [];
  const result = readerValue(formula.left.concept, cell, column, financials);
  const shares = readerValue(formula.right.concept, cell, column, financials);
  if (!result || !shares || shares.value.isZero) return [];
  const share = cell.printed.mul(sizeOf(cell.scale));
  const unit = sizeOf(cell.scale).mul(lastDigit(cell.decimals));
  // The most that the printed digits leave open: those of the figure itself, and of the result and the shares behind it.
  const open = unit.add(result.unit.div(shares.value.abs())).add(result.value.abs().mul(shares.unit).div(shares.value.mul(shares.value)));
  const expected = result.value.div(shares.value);
  if (share.sub(expected).abs().compare(open) <= 0) return [];
  const message = say`${cell.fact} prints ${grouped(cell.printed)}, and ${formula.left.concept} divided by ${formula.right.concept} gives ${grouped(expected.round(4))}`;
  const related = [formula.left.concept, formula.right.concept].flatMap((concept) => {
    const fact = financials.facts.get(factKey(concept, cell.column.period));
    return fact ? [{ at: fact.at, message: fact.key }] : [];
  });
  return [{ message, at: cell.override?.at ?? cell.at, related }];
}

/** What a reader sees, with the unit that it is printed in; the fact itself where the column does not print it. */
function readerValue(
  concept: string,
  { column: { period } }: Cell,
  column: readonly Cell[],
  { facts }: Financials,
): { readonly value: Exact; readonly unit: Exact } | undefined {
  const seen = column.find((each) => each.concept === concept && each.measure === 'amount' && each.column.period === period);
  const fact = facts.get(factKey(concept, period));
  if (!seen || seen.text !== undefined) return fact && { value: fact.value, unit: Exact.zero };
  const value = seen.printed.mul(sizeOf(seen.scale));
  return { value: value.sign === fact?.value.sign ? value : value.neg(), unit: sizeOf(seen.scale).mul(lastDigit(seen.decimals)) };
}
