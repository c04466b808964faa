// Turn a value of plain objects into the text of all that it says but where it was typed: equal for two that say the same.

const known = new WeakMap<object, string>();

/**
 * Keys of a memory: a block that a line typed above it has moved has the key that it had. Written once for each object. Values are
 * those of JSON, in the order of their keys; `at` is left out wherever it stands.
 */
export function contentKey(value: object): string {
  let key = known.get(value);
  if (key === undefined) {
    key = written(value);
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
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  let out = '';
  if (Array.isArray(value)) {
    for (const item of value) out += `${written(item)},`;
    return `[${out}]`;
  }
  for (const [name, item] of Object.entries(value)) if (name !== 'at' && item !== undefined) out += `${name}:${written(item)},`;
  return `{${out}}`;
}
