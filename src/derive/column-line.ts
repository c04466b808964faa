// Turn a row into its exact figure in one column; what cannot be computed is a finding.

import { reversed } from '../figures/ends.ts';
import { cellConcept, cellPeriod } from '../figures/matrix-cells.ts';
import { type ExactFigure, measureFigure } from '../figures/measure-figure.ts';
import { isPercentage } from '../figures/measures.ts';
import type { ColumnSpec, RowSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Scale } from '../model/unit.ts';
import type { Entry } from './arrange-column.ts';
import type { Desk } from './desk.ts';
import { reportUnanswered, reportUnopened } from './report-unanswered.ts';

/** One row with a figure in a column. */
export interface Line extends Entry {
  /** Before the sign of its row. */
  readonly figure: ExactFigure;
}

/** Undefined where the row is blank or its figure is missing. */
export function columnLine(row: RowSpec, statement: StatementSpec, column: ColumnSpec, desk: Desk): Line | undefined {
  const id = cellConcept(row, column, statement);
  const concept = id === undefined ? undefined : desk.release.concepts.get(id);
  if (row.cells?.get(column.id)?.words) return undefined;
  if (!concept || row.blank.includes(column.measure) || (column.only ?? concept.id) !== concept.id) return undefined;
  const inMoney = concept.unit === 'money';
  const scale: Scale = row.scale ?? (inMoney ? statement.scale : concept.scale);
  const percentage = isPercentage(column.measure);
  const decimals = percentage ? column.decimals : (row.decimals ?? (inMoney ? column.decimals : concept.decimals));
  const { measure, of, from } = column;
  const period = cellPeriod(row, column, desk.release.periods);
  if (period === undefined) {
    reportUnopened(statement, column, row, desk);
    return undefined;
  }
  const answer = measureFigure({ concept, period, measure, of, from, scale, decimals }, desk.ledger.fact, desk.release);
  if (answer.kind !== 'figure') {
    reportUnanswered(answer, { statement, column, row, concept }, desk);
    return undefined;
  }
  const { figure } = answer;
  // A change compares two figures of one sign convention: reversing both leaves it as it is.
  const ends = { value: figure.exact, ...(figure.upper && { upper: figure.upper }) };
  const { value: exact, upper } = row.negate && column.measure !== 'change' ? reversed(ends) : ends;
  const key = row.opening ? figure.fact : concept.id;
  return { row, concept: concept.id, key, unit: concept.unit, exact, ...(upper && { upper }), scale, decimals, figure };
}
