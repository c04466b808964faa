// Turn a value of plain objects into a text that stands for all that it says but where it was typed: equal for two that say the same.
import { hash } from 'node:crypto';
import { Exact } from './exact.ts';

const known = new WeakMap<object, string>();

/** A longer text is stood for by its digest: keys are written into other keys, and kept. */
const longest = 200;

/**
 * Keys of a memory: a block that a line typed above it has moved has the key that it had. Written once for each object. Values are
 * those of JSON, maps, sets and exact numbers, in the order of their keys; `at` is left out wherever it stands. Throws for a function,
 * or bytes, which would say nothing.
 */
export function contentKey(value: object): string {
  let key = known.get(value);
  if (key === undefined) {
    const text = written(value);
    // A text begins with a bracket, a digest with none.
    key = text.length > longest ? hash('sha256', text, 'base64') : text;
    known.set(value, key);
  }
  return key;
}

/** Says, of one that differs from another only in its places, that its key is the other's: it need not be written again. */
export function sameContent<T extends object>(value: T, as: object): T {
  const key = known.get(as);
  if (key !== undefined) known.set(value, key);
  return value;
}

function written(value: unknown): string {
  if (typeof value === 'string') return measured(value);
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('a function has no content to write a key of');
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Exact) return `(exact ${value})`;
  if (Array.isArray(value)) return `[${list(value)}]`;
  if (value instanceof Map) return `(map ${list([...value])})`;
  if (value instanceof Set) return `(set ${list([...value])})`;
  if (ArrayBuffer.isView(value)) throw new Error('bytes have no content to write a key of');
  const fields = value as Readonly<Record<string, unknown>>;
  let out = '{';
  for (const name in fields) {
    const item = fields[name];
    if (name !== 'at' && item !== undefined) out += `${measured(name)}${written(item)},`;
  }
  return `${out}}`;
}

/** A text after its length: whatever it holds, it cannot be taken for what follows it. */
const measured = (text: string): string => `${text.length}:${text}`;

function list(items: readonly unknown[]): string {
  let out = '';
  for (const item of items) out += `${written(item)},`;
  return out;
}
