// Turn a tree of exact values into printed values from the leaves up: each leaf half-up, each total the sum of its parts as printed.
import { Exact } from '../model/exact.ts';
import type { FootConflict, Footing, FootNode } from './foot.ts';

/** Nodes in the order of their rows. A pinned total keeps its pin, and is told where its parts do not come to it. */
export function sumUp(nodes: readonly FootNode[], decimals: number): Footing {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const printed = new Map<string, Exact>();
  const conflicts: FootConflict[] = [];
  const visit = (node: FootNode): Exact => {
    const known = printed.get(node.id);
    if (known) return known;
    // Stands for it while its parts are looked at: one that is part of itself is at fault elsewhere.
    printed.set(node.id, node.exact.round(decimals));
    let sum = Exact.zero;
    for (const { id, weight } of node.parts) {
      const part = byId.get(id);
      if (!part) throw new Error(`sum-up: no figure ${id} in this column`);
      sum = weight === 1 ? sum.add(visit(part)) : sum.sub(visit(part));
    }
    const own = node.pin ?? (node.parts.length > 0 ? sum : node.exact.round(decimals));
    printed.set(node.id, own);
    if (node.parts.length > 0 && !own.equals(sum)) conflicts.push({ id: node.id, printed: own, sum });
    return own;
  };
  for (const node of nodes) visit(node);
  return { printed: new Map(nodes.map(({ id }) => [id, printed.get(id) ?? Exact.zero])), conflicts };
}
