// Turn rows that are tied to another statement and print another figure than it into findings.
import type { Cell, Financials, Statement, StatementRow } from '../model/financials.ts';
import type { ColumnSpec } from '../model/release.ts';
import type { Check, Finding } from './finding.ts';
import { grouped } from './show-amount.ts';

/** Compared in every column of the same period and measure that both statements have. */
export const tiedFigures: Check = (_release, financials) =>
  [...financials.statements.values()].flatMap((statement) => statement.rows.flatMap((row) => compare(row, statement, financials)));

function compare(row: StatementRow, statement: Statement, financials: Financials): Finding[] {
  const { tied, concept, negate } = row.spec;
  if (!tied || concept === undefined) return [];
  const other = financials.statements.get(tied.statement);
  const leader = other?.rows.find((each) => each.spec.concept === tied.concept);
  const pairs = row.cells.flatMap((cell) => {
    const opposite = cell && leader?.cells.find((each) => each && same(each.column, cell.column));
    return cell && opposite ? [{ cell, opposite }] : [];
  });
  if (!leader || pairs.length === 0) {
    const message = `${concept} in ${statement.id} is tied to ${tied.concept} in ${tied.statement}, which prints no figure in a column of the same period and measure`;
    return [finding(message, tied.at, [], 'name a row of that statement, or delete `tied`')];
  }
  const sign = negate !== leader.spec.negate;
  return pairs.flatMap(({ cell, opposite }) => {
    const expected = sign ? opposite.printed.neg() : opposite.printed;
    if (cell.scale !== opposite.scale || cell.decimals !== opposite.decimals || cell.printed.equals(expected)) return [];
    const message = `${concept} prints ${grouped(cell.printed)} in ${statement.id}, column ${cell.column.id}, and ${tied.concept} prints ${grouped(opposite.printed)} in ${tied.statement}: they are tied`;
    const hint = cell.exact.abs().equals(opposite.exact.abs())
      ? 'delete the override of one of them, or override both alike'
      : 'the two differ before any rounding: compare the figures that they come from';
    return [finding(message, cell.override?.at ?? opposite.override?.at ?? cell.at, [cell, opposite], hint)];
  });
}

function same(a: ColumnSpec, b: ColumnSpec): boolean {
  return a.period === b.period && a.measure === b.measure && a.of === b.of && a.from === b.from;
}

function finding(message: string, at: Cell['at'], cells: readonly Cell[], hint: string): Finding {
  const related = cells.map((cell) => ({ at: cell.at, message: `the row of ${cell.concept}` }));
  return { diagnostic: { severity: 'error', code: 'check/tied-figures', message, at, related, hints: [hint] } };
}
