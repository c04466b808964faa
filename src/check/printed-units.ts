// Turn a statement into what its cells are printed in: money of which currency and scale, an amount for one share, a percentage, under which regime.
import { regimeOf } from '../figures/rounding.ts';
import type { RoundingRule, UnitCurrency } from '../language/legends.ts';
import type { Cell, Statement } from '../model/financials.ts';
import type { Concept } from '../model/release.ts';
import type { Regime } from '../model/statement-spec.ts';
import type { Scale } from '../model/unit.ts';

/** What one cell is printed in. */
export interface PrintedUnit {
  readonly of: 'money' | 'per-share' | 'percent' | 'other';
  /** Of money, and of amounts for one share. */
  readonly currency?: Exclude<UnitCurrency, 'any'>;
  readonly scale: Scale;
  readonly rule: RoundingRule;
}

/** Row by row as the table prints them; undefined for a blank. */
export type PrintedUnits = readonly (readonly (PrintedUnit | undefined)[])[];

/** What the figures of a regime can be said to be. */
export const ruleOf: Readonly<Record<Regime, RoundingRule>> = { truncate: 'cut-off', round: 'half-up', foot: 'half-up' };

export function printedUnits({ rows, spec }: Statement, concepts: ReadonlyMap<string, Concept>): PrintedUnits {
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

/** Those of some rows and columns, each kind once. */
export function distinctUnits(units: readonly (PrintedUnit | undefined)[]): readonly PrintedUnit[] {
  const kinds = new Map<string, PrintedUnit>();
  for (const unit of units) if (unit) kinds.set(`${unit.of} ${unit.currency} ${unit.scale} ${unit.rule}`, unit);
  return [...kinds.values()];
}
