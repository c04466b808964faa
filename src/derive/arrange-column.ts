// Turn the exact figures of one column into printed ones under its regime, with overrides as pins.

import { type FootConflict, type FootNode, foot } from '../figures/foot.ts';
import { addsUp, plainRounding, regimeOf } from '../figures/rounding.ts';
import { inPercent } from '../figures/scale.ts';
import { sumUp } from '../figures/sum-up.ts';
import { Exact } from '../model/exact.ts';
import type { ColumnSpec, RowSpec } from '../model/statement-spec.ts';
import type { Scale, Unit } from '../model/unit.ts';

/** One row of a column, exact. */
export interface Entry {
  readonly row: RowSpec;
  readonly concept: string;
  /** The only one of its column: the concept, or the fact of an opening balance, which stands in one column with the closing one. */
  readonly key: string;
  readonly unit: Unit;
  /** In printed units, sign as printed. */
  readonly exact: Exact;
  /** High end of a range, likewise; `exact` is the low end. */
  readonly upper?: Exact;
  readonly scale: Scale;
  readonly decimals: number;
}

/** A figure fixed before anything is rounded: by an override, or by the statement that it is tied to. */
export interface Pin {
  /** In printed units. */
  readonly print: Exact;
}

export interface Arrangement {
  /** By key of the entry. */
  readonly printed: ReadonlyMap<string, Exact>;
  readonly conflicts: readonly FootConflict[];
}

const whole = inPercent(Exact.one);

/** Entries in order of rows, each concept once. Under `foot` and `sum`, money figures of one scale add up together; counts and per-share figures stand alone. */
export function arrangeColumn(entries: readonly Entry[], column: ColumnSpec, pins: ReadonlyMap<string, Pin>): Arrangement {
  const regime = regimeOf(column);
  const printed = new Map<string, Exact>();
  const conflicts: FootConflict[] = [];
  const footing = new Map<string, Entry[]>();
  for (const entry of entries) {
    const kind = footKind(entry);
    const group = addsUp(regime) && kind !== undefined ? (footing.get(kind) ?? []) : undefined;
    if (group && kind !== undefined) footing.set(kind, group);
    if (group) group.push(entry);
    else printed.set(entry.key, pins.get(entry.key)?.print ?? plainRounding(entry.exact, entry.decimals, regime));
  }
  for (const group of footing.values()) {
    const arrange = regime === 'sum' ? sumUp : foot;
    const result = arrange(footNodes(group, column, pins), group[0]?.decimals ?? 0);
    for (const [concept, value] of result.printed) printed.set(concept, value);
    conflicts.push(...result.conflicts);
  }
  return { printed, conflicts };
}

/** Entries of one kind may be added on paper; undefined for one that never is. */
function footKind(entry: Entry): string | undefined {
  return entry.unit === 'money' ? `${entry.scale} ${entry.decimals}` : undefined;
}

/** A total keeps its parts only where the column prints them all; the base of a percentage is the whole, whatever happens round it. */
function footNodes(group: readonly Entry[], column: ColumnSpec, pins: ReadonlyMap<string, Pin>): FootNode[] {
  const here = new Map(group.map((entry) => [entry.key, entry]));
  // Shares of a range, or of parts that are ranges, are ends that are not taken together.
  const apart = column.measure === 'percent-of' && group.some(({ upper }) => upper);
  return group.map((entry) => {
    const of = entry.row.of ?? [];
    // The ends of a range are those of the parts only where these are added: what is subtracted enters with its other end.
    const adds = ({ concept, weight }: { concept: string; weight: 1 | -1 }) =>
      here.has(concept) && (weight === 1 || !here.get(concept)?.upper);
    const parts = !apart && of.every(adds) ? of.map(({ concept, weight }) => ({ id: concept, weight })) : [];
    const base = column.measure === 'percent-of' && column.of === entry.concept ? (entry.row.negate ? whole.neg() : whole) : undefined;
    const pin = pins.get(entry.key)?.print ?? base;
    return { id: entry.key, exact: entry.exact, parts, ...(pin ? { pin } : {}) };
  });
}
