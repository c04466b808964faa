// Turn a tree of exact values into printed values that foot: roots half-up, left-over units to the least distorted child, level by level.
import { Exact } from '../model/exact.ts';
import { lastDigit } from './scale.ts';

/** One figure of a column. */
export interface FootNode {
  /** Unique in the column. */
  readonly id: string;
  /** Exact value in printed units; of a node with parts, exactly their signed sum. */
  readonly exact: Exact;
  /** The figures that this one is the signed sum of; empty for a leaf. */
  readonly parts: readonly FootPart[];
  /** Fixed first, whatever its exact value says. */
  readonly pin?: Exact;
}

/** A child of a total. */
export interface FootPart {
  readonly id: string;
  /** 1 when it is added, -1 when it is subtracted. */
  readonly weight: 1 | -1;
}

/** A total that its parts do not reach, because nothing between the pins is left to move. */
export interface FootConflict {
  readonly id: string;
  /** What the total prints. */
  readonly printed: Exact;
  /** What its parts as printed come to. */
  readonly sum: Exact;
}

export interface Footing {
  /** A multiple of the step for every node. */
  readonly printed: ReadonlyMap<string, Exact>;
  /** Empty when the whole column foots. */
  readonly conflicts: readonly FootConflict[];
}

/** A node in whole steps: all arithmetic below is on integers, except the distance from the exact value. */
interface Figure {
  readonly node: FootNode;
  /** Place in the column: a later row wins a tie. */
  readonly row: number;
  /** Exact value in steps. */
  readonly exact: Exact;
  /** Half-up on the magnitude. */
  readonly plain: bigint;
}

/**
 * Nodes in the order of their rows; `decimals` gives the step (0: units, 1: tenths).
 * Pins and exact zeros are fixed; a total whose parts are all fixed is fixed at their sum; everything else follows from the roots down.
 * Without pins every total foots, and no figure stands more than one step from its plain rounding.
 */
export function foot(nodes: readonly FootNode[], decimals: number): Footing {
  const step = lastDigit(decimals);
  const figures = new Map(nodes.map((node, row): [string, Figure] => [node.id, figure(node, row, step)]));
  const settled = fixed(figures, step);
  const inner = new Set(nodes.flatMap((node) => node.parts.map((part) => part.id)));
  let level = [...figures.values()].filter(({ node }) => !inner.has(node.id));
  for (const root of level) if (!settled.has(root.node.id)) settled.set(root.node.id, root.plain);
  while (level.length > 0) {
    for (const total of level) distribute(total, figures, settled);
    // A figure may be part of two totals: it is settled once.
    level = [...new Set(level.flatMap(({ node }) => node.parts.map((part) => known(figures, part.id))))];
  }
  const print = (units: bigint): Exact => Exact.of(units).mul(step);
  const conflicts = nodes.flatMap((node): FootConflict[] => {
    const printed = known(settled, node.id);
    const sum = sumOf(node, settled);
    return sum === undefined || sum === printed ? [] : [{ id: node.id, printed: print(printed), sum: print(sum) }];
  });
  return { printed: new Map(nodes.map((node) => [node.id, print(known(settled, node.id))])), conflicts };
}

function figure(node: FootNode, row: number, step: Exact): Figure {
  const exact = node.exact.div(step);
  return { node, row, exact, plain: exact.round().n };
}

/** What cannot move: pins, exact zeros, and totals whose parts are all fixed. In steps. */
function fixed(figures: ReadonlyMap<string, Figure>, step: Exact): Map<string, bigint> {
  const settled = new Map<string, bigint>();
  const seen = new Set<string>();
  const visit = ({ node, exact }: Figure): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    for (const part of node.parts) visit(known(figures, part.id));
    if (node.pin) settled.set(node.id, node.pin.div(step).round().n);
    else if (exact.isZero) settled.set(node.id, 0n);
    else {
      const sum = sumOf(node, settled);
      if (sum !== undefined) settled.set(node.id, sum);
    }
  };
  for (const each of figures.values()) visit(each);
  return settled;
}

/** Settles the parts of a settled total: plain first, then what is left over one step at a time. */
function distribute(total: Figure, figures: ReadonlyMap<string, Figure>, settled: Map<string, bigint>): void {
  const free = total.node.parts
    .filter((part) => !settled.has(part.id))
    .map((part) => ({ ...known(figures, part.id), weight: part.weight }));
  if (free.length === 0) return;
  for (const child of free) settled.set(child.node.id, child.plain);
  const left = known(settled, total.node.id) - (sumOf(total.node, settled) ?? 0n);
  // Nobody takes a second step before everyone has taken one: what all take they take at once.
  const all = left / BigInt(free.length);
  for (const child of free) settled.set(child.node.id, child.plain + BigInt(child.weight) * all);
  const rest = left % BigInt(free.length);
  if (rest === 0n) return;
  const direction = rest > 0n ? 1n : -1n;
  const moves = free.map((child) => move(child, known(settled, child.node.id), BigInt(child.weight) * direction));
  const chosen = moves.sort((a, b) => (preferred(a, b) ? -1 : 1)).slice(0, Number(rest * direction));
  for (const { id, to } of chosen) settled.set(id, to);
}

/** One step given to one child. */
interface Move {
  readonly id: string;
  readonly row: number;
  readonly to: bigint;
  /** Distance from the exact value after the move. */
  readonly distortion: Exact;
}

function move(child: Figure, from: bigint, by: bigint): Move {
  const to = from + by;
  return { id: child.node.id, row: child.row, to, distortion: Exact.of(to).sub(child.exact).abs() };
}

/** The least distorted first; among equals the later row. */
function preferred(a: Move, b: Move): boolean {
  const order = a.distortion.compare(b.distortion);
  return order === 0 ? a.row > b.row : order < 0;
}

/** Signed sum of a total's parts, in steps; undefined for a leaf and while a part is unsettled. */
function sumOf(node: FootNode, settled: ReadonlyMap<string, bigint>): bigint | undefined {
  if (node.parts.length === 0) return undefined;
  let sum = 0n;
  for (const part of node.parts) {
    const units = settled.get(part.id);
    if (units === undefined) return undefined;
    sum += BigInt(part.weight) * units;
  }
  return sum;
}

function known<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`foot: no figure ${id} in this column`);
  return value;
}
