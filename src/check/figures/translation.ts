// Turn translated figures that are not their yen divided by the rate into findings.

import { grouped } from '../../figures/digits.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { translated } from '../../figures/measures.ts';
import { plainRounding } from '../../figures/rounding.ts';
import { inPrintedUnits, lastDigit } from '../../figures/scale.ts';
import { Exact } from '../../model/exact.ts';
import type { Cell, Financials, Statement, StatementRow } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** Worked out anew from the fact and the rate, without what derivation kept of them. */
export const translation: FigureCheck = {
  code: 'check/translation',
  severity: 'error',
  run: (release, financials) =>
    [...financials.statements.values()].flatMap((statement) =>
      statement.rows.flatMap((row) =>
        row.cells.flatMap((cell) =>
          cell?.measure === 'translated' && !cell.nil && !cell.undecided ? compare(cell, row, statement, release, financials) : [],
        ),
      ),
    ),
};

function compare(cell: Cell, row: StatementRow, statement: Statement, release: FigureSources, { facts }: Financials): FindingDetails[] {
  const fact = facts.get(cell.fact);
  const rate = release.spec.rate;
  const dollars = fact && rate && translated(row.spec.negate ? (fact.upper ?? fact.value).neg() : fact.value, rate.value);
  if (!dollars) return [];
  const exact = inPrintedUnits(dollars, fact.unit, cell.scale);
  if (within(cell, exact, statement)) return [];
  const column = say`${statement.id}, column ${cell.column.id}`;
  const regime = {
    round: 'rounded',
    truncate: 'cut',
    foot: 'within one unit, so that its column adds up',
    sum: 'rounded, or the sum of its printed parts',
  }[cell.column.regime];
  return [
    {
      message: say`${column}: ${cell.fact} prints ${grouped(cell.printed)}, and its yen divided by ${grouped(rate.value)} are ${grouped(exact.truncate(4))}, which is printed ${regime}`,
      at: cell.override?.printAt ?? cell.at,
      related: [
        { at: fact.at, message: fact.key },
        { at: rate.at, message: 'the rate' },
      ],
      hints: [cell.override ? 'compare the override with the source' : 'compare the rate with the source'],
    },
  ];
}

/** Under `foot`, and where an override has a reason, a figure may take or leave one unit; under `sum` half of one for each figure below it. */
function within(cell: Cell, exact: Exact, statement: Statement): boolean {
  const { decimals, printed, override, column } = cell;
  const off = printed.sub(exact).abs();
  if (override || column.regime === 'foot') return off.compare(lastDigit(decimals)) <= 0;
  if (column.regime === 'sum') return off.mul(two).compare(lastDigit(decimals).mul(Exact.of(leavesBelow(cell.concept, statement)))) <= 0;
  return printed.equals(plainRounding(exact, decimals, column.regime));
}

const two = Exact.of(2);

/** Rows at the ends of a total's tree; 1 for a row without parts. */
function leavesBelow(concept: string, { rows }: Statement): number {
  const partsOf = new Map(rows.map(({ spec }) => [spec.concept, spec.of ?? []]));
  const counts = new Map<string, number>();
  const count = (id: string): number => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    counts.set(id, 1);
    const parts = partsOf.get(id) ?? [];
    const leaves = parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + count(part.concept), 0);
    counts.set(id, leaves);
    return leaves;
  };
  return count(concept);
}
