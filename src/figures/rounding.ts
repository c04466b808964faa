// Turn an exact value into the one that a regime prints for it alone.
import type { Exact } from '../model/exact.ts';
import type { ColumnSpec, Regime } from '../model/release.ts';

/** The regime that a column is printed under: changes are differences of unlike things, they are rounded each alone. */
export function regimeOf(column: ColumnSpec): Regime {
  return column.measure === 'change' ? 'round' : column.regime;
}

/** Toward zero under `truncate`, half-up otherwise. */
export function plainRounding(exact: Exact, decimals: number, regime: Regime): Exact {
  return regime === 'truncate' ? exact.truncate(decimals) : exact.round(decimals);
}
