// Turn printed columns whose parts do not come to their printed totals into findings, where the issuer's columns foot.

import { grouped } from '../../figures/digits.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { addsUp } from '../../figures/rounding.ts';
import { Exact } from '../../model/exact.ts';
import type { Cell, Statement, StatementRow } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** Adds up what a reader adds up: printed figures alone. It knows nothing of how they were rounded. */
export const footing: FigureCheck = {
  code: 'check/footing',
  severity: 'error',
  hint: 'look at the overrides of this column first; without them a column foots whenever its amounts do',
  run: (release, financials) =>
    [...financials.statements.values()].flatMap((statement) =>
      statement.rows.flatMap((row) =>
        row.cells.flatMap((total, column) => (total && foots(total, release) ? missed(total, row, column, statement) : [])),
      ),
    ),
};

/** Changes are never added; neither are figures per share, and counts stand for themselves. */
function foots(cell: Cell, release: FigureSources): boolean {
  return addsUp(cell.column.regime) && cell.measure !== 'change' && release.concepts.get(cell.concept)?.unit === 'money';
}

function missed(total: Cell, row: StatementRow, column: number, statement: Statement): FindingDetails[] {
  // A total that is undecided, or a share of what is, is none that a reader adds up.
  if (total.undecided || total.nil) return [];
  const parts: { cell: Cell; weight: 1 | -1 }[] = [];
  for (const { concept, weight } of row.spec.of ?? []) {
    const cell = statement.rows.find((each) => each.spec.concept === concept)?.cells[column];
    // A total whose parts are not all in the column, or stand there in another scale, is not one that a reader adds up.
    if (!cell || cell.scale !== total.scale || cell.decimals !== total.decimals) return [];
    // Nobody adds up what is undecided, and the ends of a range only where they are added.
    if (cell.undecided || (cell.upper && (weight === -1 || cell.measure === 'percent-of'))) return [];
    parts.push({ cell, weight });
  }
  const sum = parts.reduce((to, { cell, weight }) => (weight === 1 ? to.add(cell.printed) : to.sub(cell.printed)), Exact.zero);
  if (parts.length === 0 || sum.equals(total.printed)) return [];
  const { decimals, printed } = total;
  const show = (value: Exact): string =>
    grouped(value) + (decimals > 0 && value.truncate().equals(value) ? `.${'0'.repeat(decimals)}` : '');
  const terms = parts.map(({ cell, weight }) => say`${weight === 1 ? '+' : '-'} ${cell.concept} ${show(cell.printed)}`).join(' ');
  return [
    {
      message: say`${statement.id}, column ${total.column.id}: ${total.concept} prints ${show(printed)} and its parts come to ${show(sum)}: ${terms}`,
      at: total.at,
      related: parts.flatMap(({ cell }) => (cell.override ? [{ at: cell.override.at, message: say`${cell.concept} is overridden` }] : [])),
    },
  ];
}
