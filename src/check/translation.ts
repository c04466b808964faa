// Turn translated figures that are not their yen divided by the rate into findings.

import { grouped } from '../figures/digits.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { translated } from '../figures/measures.ts';
import { plainRounding } from '../figures/rounding.ts';
import { inPrintedUnits, lastDigit } from '../figures/scale.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell, Financials, Statement, StatementRow } from '../model/financials.ts';
import type { FindingDetails } from '../model/finding.ts';
import type { FigureCheck } from './check-shapes.ts';

/** Worked out anew from the fact and the rate, without what derivation kept of them. */
export const translation: FigureCheck = {
  code: 'check/translation',
  severity: 'error',
  run: (release, financials) =>
    [...financials.statements.values()].flatMap((statement) =>
      statement.rows.flatMap((row) =>
        row.cells.flatMap((cell) =>
          cell?.measure === 'translated' && !cell.nil ? compare(cell, row, statement, release, financials) : [],
        ),
      ),
    ),
};

function compare(cell: Cell, row: StatementRow, statement: Statement, release: FigureSources, { facts }: Financials): FindingDetails[] {
  const fact = facts.get(cell.fact);
  const rate = release.spec.rate;
  const dollars = fact && rate && translated(row.spec.negate ? fact.value.neg() : fact.value, rate.value);
  if (!dollars) return [];
  const exact = inPrintedUnits(dollars, fact.unit, cell.scale);
  if (within(cell, exact)) return [];
  const column = `${statement.id}, column ${cell.column.id}`;
  const regime = { round: 'rounded', truncate: 'cut', foot: 'within one unit, so that its column adds up' }[cell.column.regime];
  return [
    {
      message: `${column}: ${cell.fact} prints ${grouped(cell.printed)}, and its yen divided by ${grouped(rate.value)} are ${grouped(exact.truncate(4))}, which is printed ${regime}`,
      at: cell.override?.printAt ?? cell.at,
      related: [
        { at: fact.at, message: fact.key },
        { at: rate.at, message: 'the rate' },
      ],
      hints: [cell.override ? 'compare the override with the source' : 'compare the rate with the source'],
    },
  ];
}

/** Under `foot`, and where an override has a reason, a figure may take or leave one unit. */
function within(cell: Cell, exact: Exact): boolean {
  const { decimals, printed, override, column } = cell;
  if (override || column.regime === 'foot') return printed.sub(exact).abs().compare(lastDigit(decimals)) <= 0;
  return printed.equals(plainRounding(exact, decimals, column.regime));
}
