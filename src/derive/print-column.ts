// Turn one column of a statement into printed cells: exact figures, then the regime, then overrides tested against both.

import { addsUp, plainRounding, regimeOf } from '../figures/rounding.ts';
import type { Exact } from '../model/exact.ts';
import type { Override } from '../model/exceptions.ts';
import type { Cell } from '../model/financials.ts';
import type { Kind } from '../model/memory.ts';
import { say } from '../model/say.ts';
import type { ColumnSpec, StatementSpec } from '../model/statement-spec.ts';
import { type Arrangement, arrangeColumn, type Pin } from './arrange-column.ts';
import { arrangeMatrixColumn, matrixLines } from './arrange-matrix.ts';
import type { Report } from './codes.ts';
import { columnKey, matrixKey } from './column-key.ts';
import { columnLine, type Line } from './column-line.ts';
import type { Desk } from './desk.ts';
import { coarseFinding, farFinding, idleFinding, isCoarse, isFar, lapsed, lapsedFinding, openFinding } from './test-override.ts';

/** Columns of one statement, each made of the same figures. */
const columns: Kind<readonly (Cell | undefined)[]> = {
  name: 'derive/column',
  bytes: (cells) => cells.reduce((sum, cell) => sum + (cell ? cellBytes : 8), 0),
};

/** A cell, its four values and its keys. */
const cellBytes = 500;

/** One cell per row of the statement; undefined where the row is blank or its figure is missing. */
export function printColumn(
  statement: StatementSpec,
  column: ColumnSpec,
  overrides: ReadonlyMap<string, Override>,
  desk: Desk,
): readonly (Cell | undefined)[] {
  const lines = statement.rows.map((row) => columnLine(row, statement, column, desk));
  const ties = tiedPins(lines, column, desk);
  const matrix = statement.sums && addsUp(column.regime) ? matrixLines(statement, desk) : undefined;
  const arrange: Arrange = matrix
    ? (_, pins) => arrangeMatrixColumn(matrix, statement.columns.indexOf(column), pins)
    : (entries, pins) => arrangeColumn(entries, column, pins);
  const key = (): string =>
    columnKey(statement, column, lines, ties, overrides, desk.memory) + (matrix ? matrixKey(matrix, desk.memory) : '');
  return desk.memory.recallSilent(columns, key, desk.report, (report: Report) =>
    columnCells(statement, column, { lines, ties, overrides, arrange }, { ledger: desk.ledger, report }),
  );
}

/** The figures of a column as printed, some of them held. */
type Arrange = (entries: readonly Line[], pins: ReadonlyMap<string, Pin>) => Arrangement;

/** All that the cells of a column follow from. */
interface ColumnInputs {
  /** One per row of the statement. */
  readonly lines: readonly (Line | undefined)[];
  readonly ties: ReadonlyMap<string, Pin>;
  /** By concept. */
  readonly overrides: ReadonlyMap<string, Override>;
  readonly arrange: Arrange;
}

function columnCells(
  statement: StatementSpec,
  column: ColumnSpec,
  { lines, ties, overrides, arrange }: ColumnInputs,
  desk: Pick<Desk, 'ledger' | 'report'>,
): readonly (Cell | undefined)[] {
  // What is undecided adds up to nothing: it stands apart, as does every total of it.
  const entries = lines.filter((each) => each !== undefined).filter(({ figure }) => !figure.undecided);
  for (const line of lines) {
    const override = line && (line.figure.undecided || line.upper) ? overrides.get(line.key) : undefined;
    if (line && override) desk.report(openFinding(override, desk.ledger.fact(line.concept, column.period)?.at ?? line.row.at));
  }
  const pins = standing(entries, column, { ties, overrides, arrange }, desk);
  const arrangement = arrange(entries, new Map([...ties, ...pins]));
  for (const [concept, pin] of pins) {
    const without = arrange(entries, new Map([...ties, ...omit(pins, concept)]));
    const regimePrints = without.printed.get(concept);
    const entry = entries.find((each) => each.key === concept);
    if (!entry) continue;
    if (regimePrints?.equals(pin.print)) desk.report(idleFinding(pin, pin.print.toFixed(entry.decimals)));
    if (isCoarse(pin, entry.exact, entry.decimals)) desk.report(coarseFinding(pin, entry.exact, entry.decimals));
    // A column that cannot foot says so itself.
    if (arrangement.conflicts.length === 0 && isFar(pin, entry.exact, entry.decimals))
      desk.report(farFinding(pin, entry.exact, entry.decimals));
  }
  reportConflicts(statement, column, entries, pins, arrangement, desk.report);
  const highEnds = entries.some(({ upper }) => upper)
    ? arrange(
        entries.map((entry) => ({ ...entry, exact: entry.upper ?? entry.exact })),
        new Map([...ties, ...pins]),
      )
    : arrangement;
  return lines.map((each) => each && cell(each, column, { low: arrangement, high: highEnds }, pins.get(each.key)));
}

/** What rows tied to another statement print there, where the facts agree: a tie never hides that they differ. */
function tiedPins(lines: readonly (Line | undefined)[], column: ColumnSpec, desk: Desk): ReadonlyMap<string, Pin> {
  const pins = new Map<string, Pin>();
  for (const line of lines) {
    if (!line) continue;
    const { row, key, exact, scale, decimals } = line;
    const other = row.tied && desk.sameCell(row.tied.statement, row.tied.concept, column);
    if (!other || other.scale !== scale || other.decimals !== decimals) continue;
    if (other.exact.equals(exact)) pins.set(key, { print: other.printed });
    else if (other.exact.equals(exact.neg())) pins.set(key, { print: other.printed.neg() });
  }
  return pins;
}

/** Overrides whose exact value still stands; the others are reported and not applied. */
function standing(
  entries: readonly Line[],
  column: ColumnSpec,
  { ties, overrides, arrange }: Omit<ColumnInputs, 'lines'>,
  desk: Pick<Desk, 'ledger' | 'report'>,
): ReadonlyMap<string, Override> {
  const pins = new Map<string, Override>();
  const fallen: (readonly [Override, Line])[] = [];
  for (const entry of entries) {
    const override = overrides.get(entry.key);
    if (!override || entry.upper) continue;
    if (lapsed(override, entry.exact)) fallen.push([override, entry]);
    else pins.set(entry.key, override);
  }
  if (fallen.length > 0) {
    const arrangement = arrange(entries, new Map([...ties, ...pins]));
    for (const [override, entry] of fallen) {
      const prints = printedOf(arrangement, entry.key).toFixed(entry.decimals);
      const at = desk.ledger.fact(entry.concept, column.period)?.at ?? entry.row.at;
      desk.report(lapsedFinding(override, entry.exact, prints, at));
    }
  }
  return pins;
}

function cell(
  { row, concept, key, exact, upper, scale, decimals, figure }: Line,
  column: ColumnSpec,
  arranged: { readonly low: Arrangement; readonly high: Arrangement },
  override: Override | undefined,
): Cell {
  const plain = plainRounding(exact, decimals, regimeOf(column));
  const printed = figure.undecided ? plain : printedOf(arranged.low, key);
  const treatment = override ? 'override' : (figure.told?.treatment ?? (printed.equals(plain) ? 'plain' : 'plug'));
  const printing: Cell = {
    fact: figure.fact,
    concept,
    measure: column.measure,
    column: columnOf(row, column),
    inputs: figure.inputs,
    exact,
    plain,
    printed,
    decimals,
    treatment,
    nil: figure.nil,
    ...(figure.undecided && !figure.nil && { undecided: true as const }),
    ...(upper && { upper: { exact: upper, printed: printedOf(arranged.high, concept) } }),
    scale,
    at: row.at,
  };
  const { text, told } = figure;
  if (!override && text === undefined && !told) return printing;
  return { ...printing, ...(override && { override }), ...(text !== undefined && { text }), ...(told && { told: told.entry }) };
}

/** As the row's cell has it: of another period, where the row says so. */
function columnOf({ periods }: Line['row'], column: ColumnSpec): ColumnSpec {
  const period = periods?.get(column.id);
  return period === undefined ? column : { ...column, period };
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
    const total = entries.find((entry) => entry.key === id);
    if (!total) continue;
    const parts = (total.row.of ?? []).map(({ concept, weight }) => {
      const part = entries.find((entry) => entry.concept === concept);
      return say`${weight === -1 ? '-' : '+'} ${concept} ${printedOf(arrangement, concept).toFixed(part?.decimals ?? total.decimals)}`;
    });
    const involved = [id, ...below(id, entries)].flatMap((concept) => pins.get(concept) ?? []);
    report({
      severity: 'error',
      code: 'derive/cannot-foot',
      message: say`${id} prints ${printed.toFixed(total.decimals)} in ${statement.id}, column ${column.id}, and its parts come to ${sum.toFixed(total.decimals)}${parts.length > 0 ? say`: ${parts.join(' ')}` : ''}`,
      at: involved[0]?.at ?? total.row.at,
      related: involved.slice(1).map((override) => ({ at: override.at, message: say`${override.concept} is held at ${override.print}` })),
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
