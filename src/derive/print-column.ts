// Turn one column of a statement into printed cells: exact figures, then the regime, then overrides tested against both.

import { type ExactFigure, measureFigure } from '../figures/measure-figure.ts';
import { isPercentage } from '../figures/measures.ts';
import { plainRounding, regimeOf } from '../figures/rounding.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell } from '../model/financials.ts';
import type { Override } from '../model/release.ts';
import type { ColumnSpec, RowSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Scale } from '../model/unit.ts';
import { type Arrangement, arrangeColumn, type Entry, type Pin } from './arrange-column.ts';
import type { Report } from './codes.ts';
import type { Desk } from './desk.ts';
import { reportUnanswered } from './report-unanswered.ts';
import { farFinding, idleFinding, isFar, lapsed, lapsedFinding } from './test-override.ts';

/** One row with a figure in this column. */
interface Line extends Entry {
  readonly figure: ExactFigure;
}

/** One cell per row of the statement; undefined where the row is blank or its figure is missing. */
export function printColumn(
  statement: StatementSpec,
  column: ColumnSpec,
  overrides: ReadonlyMap<string, Override>,
  desk: Desk,
): readonly (Cell | undefined)[] {
  const lines = statement.rows.map((row) => line(row, statement, column, desk));
  const entries = lines.filter((each) => each !== undefined);
  const ties = tiedPins(entries, column, desk);
  const pins = standing(entries, column, ties, overrides, desk);
  const arrangement = arrangeColumn(entries, column, new Map([...ties, ...pins]));
  for (const [concept, pin] of pins) {
    const without = arrangeColumn(entries, column, new Map([...ties, ...omit(pins, concept)]));
    const regimePrints = without.printed.get(concept);
    const entry = entries.find((each) => each.concept === concept);
    if (!entry) continue;
    if (regimePrints?.equals(pin.print)) desk.report(idleFinding(pin, pin.print.toFixed(entry.decimals)));
    // A column that cannot foot says so itself.
    if (arrangement.conflicts.length === 0 && isFar(pin, entry.exact, entry.decimals))
      desk.report(farFinding(pin, entry.exact, entry.decimals));
  }
  reportConflicts(statement, column, entries, pins, arrangement, desk.report);
  return lines.map((each) => each && cell(each, column, arrangement, pins.get(each.concept)));
}

function line(row: RowSpec, statement: StatementSpec, column: ColumnSpec, desk: Desk): Line | undefined {
  const concept = row.concept === undefined ? undefined : desk.release.concepts.get(row.concept);
  if (!concept || row.blank.includes(column.measure) || (column.only ?? concept.id) !== concept.id) return undefined;
  const inMoney = concept.unit === 'money';
  const scale: Scale = row.scale ?? (inMoney ? statement.scale : concept.scale);
  const percentage = isPercentage(column.measure);
  const decimals = percentage ? column.decimals : (row.decimals ?? (inMoney ? column.decimals : concept.decimals));
  const answer = measureFigure({ ...column, concept, scale }, desk.ledger.fact, desk.release);
  if (answer.kind !== 'figure') {
    reportUnanswered(answer, { statement, column, row, concept }, desk);
    return undefined;
  }
  const { figure } = answer;
  // A change compares two figures of one sign convention: reversing both leaves it as it is.
  const exact = row.negate && column.measure !== 'change' ? figure.exact.neg() : figure.exact;
  return { row, concept: concept.id, unit: concept.unit, exact, scale, decimals, figure };
}

/** What rows tied to another statement print there, where the facts agree: a tie never hides that they differ. */
function tiedPins(entries: readonly Line[], column: ColumnSpec, desk: Desk): ReadonlyMap<string, Pin> {
  const pins = new Map<string, Pin>();
  for (const { row, concept, exact, scale, decimals } of entries) {
    const other = row.tied && desk.sameCell(row.tied.statement, row.tied.concept, column);
    if (!other || other.scale !== scale || other.decimals !== decimals) continue;
    if (other.exact.equals(exact)) pins.set(concept, { print: other.printed });
    else if (other.exact.equals(exact.neg())) pins.set(concept, { print: other.printed.neg() });
  }
  return pins;
}

/** Overrides whose exact value still stands; the others are reported and not applied. */
function standing(
  entries: readonly Line[],
  column: ColumnSpec,
  ties: ReadonlyMap<string, Pin>,
  overrides: ReadonlyMap<string, Override>,
  desk: Desk,
): ReadonlyMap<string, Override> {
  const pins = new Map<string, Override>();
  const fallen: (readonly [Override, Line])[] = [];
  for (const entry of entries) {
    const override = overrides.get(entry.concept);
    if (!override) continue;
    if (lapsed(override, entry.exact)) fallen.push([override, entry]);
    else pins.set(entry.concept, override);
  }
  if (fallen.length > 0) {
    const arrangement = arrangeColumn(entries, column, new Map([...ties, ...pins]));
    for (const [override, entry] of fallen) {
      const prints = printedOf(arrangement, entry.concept).toFixed(entry.decimals);
      const at = desk.ledger.fact(entry.concept, column.period)?.at ?? entry.row.at;
      desk.report(lapsedFinding(override, entry.exact, prints, at));
    }
  }
  return pins;
}

function cell(
  { row, concept, exact, scale, decimals, figure }: Line,
  column: ColumnSpec,
  arrangement: Arrangement,
  override: Override | undefined,
): Cell {
  const plain = plainRounding(exact, decimals, regimeOf(column));
  const printed = printedOf(arrangement, concept);
  const treatment = override ? 'override' : printed.equals(plain) ? 'plain' : 'plug';
  return {
    fact: figure.fact,
    concept,
    measure: column.measure,
    column,
    inputs: figure.inputs,
    exact,
    plain,
    printed,
    decimals,
    treatment,
    ...(override ? { override } : {}),
    nil: figure.nil,
    ...(figure.text === undefined ? {} : { text: figure.text }),
    scale,
    at: row.at,
  };
}

/** A total that cannot foot is reported at the first override that stands in its way. */
function reportConflicts(
  statement: StatementSpec,
  column: ColumnSpec,
  entries: readonly Line[],
  pins: ReadonlyMap<string, Override>,
  arrangement: Arrangement,
  report: Report,
): void {
  for (const { id, printed, sum } of arrangement.conflicts) {
    const total = entries.find((entry) => entry.concept === id);
    if (!total) continue;
    const parts = (total.row.of ?? []).map(({ concept, weight }) => {
      const part = entries.find((entry) => entry.concept === concept);
      return `${weight === -1 ? '-' : '+'} ${concept} ${printedOf(arrangement, concept).toFixed(part?.decimals ?? total.decimals)}`;
    });
    const involved = [id, ...below(id, entries)].flatMap((concept) => pins.get(concept) ?? []);
    report({
      severity: 'error',
      code: 'derive/cannot-foot',
      message: `${id} prints ${printed.toFixed(total.decimals)} in ${statement.id}, column ${column.id}, and its parts come to ${sum.toFixed(total.decimals)}: ${parts.join(' ')}`,
      at: involved[0]?.at ?? total.row.at,
      related: involved.slice(1).map((override) => ({ at: override.at, message: `${override.concept} is held at ${override.print}` })),
      hints: [
        'every figure between this total and its parts is held by an override, a tie, a zero or the base of the percentages: release one of the overrides',
      ],
    });
  }
}

/** Concepts under a total, down the tree, each once. */
function below(concept: string, entries: readonly Line[]): readonly string[] {
  const rows = new Map(entries.map((entry) => [entry.concept, entry.row]));
  const found = new Set<string>();
  const visit = (total: string): void => {
    for (const part of rows.get(total)?.of ?? []) {
      if (found.has(part.concept)) continue;
      found.add(part.concept);
      visit(part.concept);
    }
  };
  visit(concept);
  return [...found];
}

function omit(pins: ReadonlyMap<string, Override>, concept: string): ReadonlyMap<string, Override> {
  return new Map([...pins].filter(([each]) => each !== concept));
}

function printedOf(arrangement: Arrangement, concept: string): Exact {
  const value = arrangement.printed.get(concept);
  if (!value) throw new Error(`print-column: ${concept} was not arranged`);
  return value;
}
