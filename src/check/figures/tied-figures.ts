// Turn rows that are tied to another statement and print another figure than it into findings.

import { grouped } from '../../figures/digits.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import type { Cell, Financials, Statement, StatementRow } from '../../model/financials.ts';
import type { FindingDetails, RelatedPlace } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { ColumnSpec } from '../../model/statement-spec.ts';
import type { FigureCheck } from '../check-shapes.ts';

/** Cells of two tied rows in columns of the same period and measure. */
interface Pair {
  readonly cell: Cell;
  readonly opposite: Cell;
}

/** Compared in every column of the same period and measure that both statements have. */
export const tiedFigures: FigureCheck = {
  code: 'check/tied-figures',
  severity: 'error',
  run: (release, financials) =>
    [...financials.statements.values()].flatMap((statement) =>
      statement.rows.flatMap((row) => compare(row, statement, release, financials)),
    ),
};

function compare(row: StatementRow, statement: Statement, release: FigureSources, financials: Financials): FindingDetails[] {
  const { tied, concept, negate } = row.spec;
  // Where the release does not print the other statement, nothing is printed otherwise there.
  if (!tied || concept === undefined || release.unprinted.has(tied.statement)) return [];
  const other = financials.statements.get(tied.statement);
  const leader = other?.rows.find((each) => each.spec.concept === tied.concept);
  const pairs = row.cells.flatMap((cell) => {
    const opposite = cell && leader?.cells.find((each) => each && same(each.column, cell.column));
    return cell && opposite ? [{ cell, opposite }] : [];
  });
  if (!leader || pairs.length === 0) {
    const message = say`${concept} in ${statement.id} is tied to ${tied.concept} in ${tied.statement}, which prints no figure in a column of the same period and measure`;
    return [details(message, tied.at, [], 'name a row of that statement, or delete `tied`')];
  }
  const turned = negate !== leader.spec.negate;
  const expected = ({ opposite }: Pair) => (turned ? opposite.printed.neg() : opposite.printed);
  const broken = pairs.filter(
    (pair) =>
      pair.cell.scale === pair.opposite.scale && pair.cell.decimals === pair.opposite.decimals && !pair.cell.printed.equals(expected(pair)),
  );
  const differs = ({ cell, opposite }: Pair) => !cell.exact.abs().equals(opposite.exact.abs());
  // Two facts that differ do so in every column: once is enough, and a relation of the two tells it better.
  const told = isRelated(concept, tied.concept, release) ? [] : broken.filter(differs).slice(0, 1);
  return [...told, ...broken.filter((pair) => !differs(pair))].map((pair) => {
    const { cell, opposite } = pair;
    const meant = turned ? say`, which is ${grouped(expected(pair))} here` : '';
    const message = say`${concept} prints ${grouped(cell.printed)} in ${statement.id}, column ${cell.column.id}, and ${tied.concept} prints ${grouped(opposite.printed)} in ${tied.statement}${meant}: they are tied`;
    const hint = differs(pair)
      ? 'the two differ before any rounding: compare the figures that they come from'
      : 'delete the override of one of them, or override both alike';
    const related = [
      { at: row.spec.at, message: say`the row of ${statement.id}` },
      { at: leader.spec.at, message: say`the row of ${tied.statement}` },
    ];
    return details(message, cell.override?.at ?? opposite.override?.at ?? tied.at, related, hint);
  });
}

/** Whether a relation of the issuer holds exactly these two against each other. */
function isRelated(one: string, other: string, release: FigureSources): boolean {
  return release.relations.some(({ left, right }) => {
    const names = [left, right].flatMap((side) => (side.kind === 'concept' ? [side.concept] : []));
    return one !== other && names.includes(one) && names.includes(other);
  });
}

function same(a: ColumnSpec, b: ColumnSpec): boolean {
  return a.period === b.period && a.measure === b.measure && a.of === b.of && a.from === b.from;
}

function details(message: string, at: Span, related: readonly RelatedPlace[], hint: string): FindingDetails {
  return { message, at, related, hints: [hint] };
}
