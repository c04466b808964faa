// Turn the exact values of a matrix into printed ones that foot both ways: one way by the rule of columns, the other by adding up.
import { Exact } from '../model/exact.ts';
import type { MatrixSum } from '../model/statement-spec.ts';
import { type FootConflict, foot } from './foot.ts';

/** A cell with a figure. */
export interface MatrixFigure {
  /** Unique in the matrix; see `matrixCell`. */
  readonly id: string;
  /** In printed units. */
  readonly exact: Exact;
  /** Fixed first: by an override, or by the statement that prints the figure too. */
  readonly pin?: Exact;
}

/** Where a cell stands, as an id. */
export const matrixCell = (row: number, column: number): string => `${row} ${column}`;

type Sum = Pick<MatrixSum, 'way' | 'row' | 'column' | 'parts'>;

interface MatrixFooting {
  /** By id. */
  readonly printed: ReadonlyMap<string, Exact>;
  /** Totals that pins keep from footing. */
  readonly conflicts: readonly FootConflict[];
}

/**
 * Totals have to be the sum of two sets of parts at once. `first` is the way of the reconciliation: down where balances are rolled from the
 * opening to the closing ones, else across to the figure of the consolidated statement. Lines of that way that are no totals of others are
 * footed each by itself, as a column is; every other figure is the sum of those printed, which then foots in both ways. Without `first`
 * figures that are no total are rounded half-up, and all others add up.
 */
export function footMatrix(
  figures: readonly MatrixFigure[],
  sums: readonly Sum[],
  first: Sum['way'] | undefined,
  decimals: number,
): MatrixFooting {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const partsOf = { across: new Map<string, Part[]>(), down: new Map<string, Part[]>() };
  for (const { way, row, column, parts } of sums) {
    const own = (parts ?? []).map((part) => ({ id: matrixCell(part.row, part.column), weight: part.weight }));
    // A total whose parts are not all there adds up to nothing that a reader sees.
    if (own.length > 0 && own.every(({ id }) => byId.has(id))) partsOf[way].set(matrixCell(row, column), own);
  }
  const printed = new Map<string, Exact>();
  const conflicts: FootConflict[] = [];
  if (first) {
    const second = first === 'across' ? 'down' : 'across';
    const plain = figures.filter(({ id }) => !partsOf[second].has(id));
    const ids = new Set(plain.map(({ id }) => id));
    const nodes = plain.map(({ id, exact, pin }) => {
      const own = partsOf[first].get(id) ?? [];
      return { id, exact, parts: own.every((part) => ids.has(part.id)) ? own : [], ...(pin && { pin }) };
    });
    const footed = foot(nodes, decimals);
    for (const [id, value] of footed.printed) printed.set(id, value);
    conflicts.push(...footed.conflicts);
  }
  const open = new Set<string>();
  const print = (id: string): Exact => {
    const known = printed.get(id);
    if (known) return known;
    const own = byId.get(id);
    const parts = partsOf.across.get(id) ?? partsOf.down.get(id);
    // One that is part of itself is at fault elsewhere.
    if (own?.pin || !parts || open.has(id)) return own?.pin ?? own?.exact.round(decimals) ?? Exact.zero;
    open.add(id);
    const sum = parts.reduce((to, part) => (part.weight === 1 ? to.add(print(part.id)) : to.sub(print(part.id))), Exact.zero);
    printed.set(id, sum);
    return sum;
  };
  for (const { id } of figures) printed.set(id, print(id));
  return { printed, conflicts };
}

interface Part {
  readonly id: string;
  readonly weight: 1 | -1;
}
