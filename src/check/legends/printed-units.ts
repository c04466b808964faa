// Turn a statement into what its cells are printed in: money of which currency and scale, an amount for one share, a percentage, under which regime.
import { regimeOf } from '../../figures/rounding.ts';
import type { RoundingRule, UnitCurrency } from '../../language/legends.ts';
import type { Cell, Statement } from '../../model/financials.ts';
import type { Concept } from '../../model/release.ts';
import type { Regime } from '../../model/statement-spec.ts';
import type { Scale } from '../../model/unit.ts';

/** What one cell is printed in. */
export interface PrintedUnit {
  readonly of: 'money' | 'per-share' | 'percent' | 'other';
  /** Of money, and of amounts for one share. */
  readonly currency?: Exclude<UnitCurrency, 'any'>;
  readonly scale: Scale;
  readonly rule: RoundingRule;
}

/** What the cells of a table are printed in, each kind once. */
export interface PrintedUnits {
  readonly all: readonly PrintedUnit[];
  /** By row and by column of figures, as the table prints them. */
  readonly rows: readonly (readonly PrintedUnit[])[];
  readonly columns: readonly (readonly PrintedUnit[])[];
}

/** What the figures of a regime can be said to be. */
export const ruleOf: Readonly<Record<Regime, RoundingRule>> = { truncate: 'cut-off', round: 'half-up', foot: 'half-up', sum: 'half-up' };

type Concepts = ReadonlyMap<string, Concept>;

const known = new WeakMap<Statement, { readonly concepts: Concepts; readonly units: PrintedUnits }>();

export function printedUnits(statement: Statement, concepts: Concepts): PrintedUnits {
  const found = known.get(statement);
  if (found?.concepts === concepts) return found.units;
  const cells = unitsByCell(statement, concepts);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const units: PrintedUnits = {
    all: distinctUnits(cells.flat()),
    rows: cells.map(distinctUnits),
    columns: Array.from({ length: width }, (_, column) => distinctUnits(cells.map((row) => row[column]))),
  };
  known.set(statement, { concepts, units });
  return units;
}

/** Row by row as the table prints them; undefined for a blank. */
function unitsByCell({ rows, spec }: Statement, concepts: Concepts): readonly (readonly (PrintedUnit | undefined)[])[] {
  const unitOf = (cell: Cell | undefined): PrintedUnit | undefined => cell && cellUnit(cell, concepts.get(cell.concept));
  if (!spec.grid) return rows.map(({ cells }) => cells.map(unitOf));
  const byColumn = new Map(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [[cell.column.id, cell] as const] : []))));
  return spec.grid.rows.map(({ columns }) => columns.map((column) => (column === undefined ? undefined : unitOf(byColumn.get(column)))));
}

function cellUnit({ measure, column, scale }: Cell, concept: Concept | undefined): PrintedUnit {
  const rule = ruleOf[regimeOf({ measure, regime: column.regime })];
  if (measure === 'percent-of' || measure === 'change' || concept?.unit === 'ratio') return { of: 'percent', scale, rule };
  if (concept?.unit !== 'money' && concept?.unit !== 'per-share') return { of: 'other', scale, rule };
  return { of: concept.unit, currency: measure === 'translated' ? 'translated' : 'own', scale, rule };
}

/** Each kind once. */
export function distinctUnits(units: readonly (PrintedUnit | undefined)[]): readonly PrintedUnit[] {
  const kinds = new Map<string, PrintedUnit>();
  for (const unit of units) if (unit) kinds.set(`${unit.of} ${unit.currency} ${unit.scale} ${unit.rule}`, unit);
  return [...kinds.values()];
}
