// Turn a value into the same value with one field changed, for each field that it has: what a key forgets, one of them shows.

/** A field, by its path with places in lists left out, and the value with it changed where it first stands. */
export interface FieldChange<T> {
  readonly field: string;
  readonly changed: T;
}

type Step = string | number;

/** Every field of plain objects, lists and maps within a value, each once; names of `named` maps tell their entries apart. */
export function eachField<T>(root: T, named: readonly string[] = []): readonly FieldChange<T>[] {
  const found = new Map<string, readonly Step[]>();
  const visit = (value: unknown, path: readonly Step[], shape: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index], `${shape}[]`);
    else if (value instanceof Map)
      for (const [name, item] of value) visit(item, [...path, name], `${shape}.${named.some((each) => each === name) ? name : '*'}`);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) visit(item, [...path, name], name === 'at' ? '' : `${shape}.${name}`);
    else if (value !== undefined && !found.has(shape)) found.set(shape, path);
  };
  visit(root, [], '');
  return [...found]
    .filter(([field]) => !field.includes('undefined') && field !== '')
    .map(([field, path]) => ({ field, changed: change(root, path) as T }));
}

function change(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return otherThan(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? change(item, rest) : item));
  if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, name === step ? change(item, rest) : item]));
  return { ...(value as object), [step]: change((value as Record<string, unknown>)[step], rest) };
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return `${value}x`;
}
