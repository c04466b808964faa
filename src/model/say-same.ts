// Turn two values of plain objects into whether they say the same, wherever they were typed.
import { Exact } from './exact.ts';

/** Lists, exact numbers and objects by what stands in them, `at` left out; any other object says the same as itself only. */
export function saySame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Exact && b instanceof Exact) return a.equals(b);
  const kind: unknown = Object.getPrototypeOf(a);
  if (kind !== Object.getPrototypeOf(b) || (kind !== Object.prototype && kind !== Array.prototype)) return false;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const name in left) if (name !== 'at' && !saySame(left[name], right[name])) return false;
  for (const name in right) if (name !== 'at' && left[name] === undefined && right[name] !== undefined) return false;
  return true;
}
