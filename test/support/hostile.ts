// Turn a folder into what must not be read: pipes, devices by link, folders where files are wanted, JSON of every shape.
import { execFileSync } from 'node:child_process';

/** A named pipe; to open one for reading waits for a writer for ever. */
export function makePipe(path: string): void {
  execFileSync('mkfifo', [path]);
}

/** JSON of the wrong shape, each as text: a reader that trusts it meets a null, a list, a number, or a depth that it did not expect. */
export const wrongJson: readonly string[] = [
  '',
  'null',
  'true',
  '7',
  '"text"',
  '[]',
  '{}',
  '[null]',
  '{"format":null}',
  '{"format":[[[[]]]]}',
  `${'['.repeat(100_000)}`,
  `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  '{"format":1e999}',
  '{"__proto__":{"format":1}}',
  '\u0000',
  '{"format":2,',
];

/** Where a value stands in JSON, and what is put there instead. */
export interface Bend {
  readonly path: readonly (string | number)[];
  readonly to: unknown;
}

const values: readonly unknown[] = [null, [], {}, '', 'x'.repeat(100_000), -1, 1e300, 0.5, true, [null], { length: 1e9 }];

/** Every field at every kind of place, each bent in some ways: lists are bent in their first item. */
export function bends(value: unknown, path: readonly (string | number)[] = []): readonly Bend[] {
  const here = path.length === 0 ? [] : values.map((to) => ({ path, to }));
  if (Array.isArray(value)) return [...here, ...(value.length > 0 ? bends(value[0], [...path, 0]) : [])];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => bends(inner, [...path, key]))];
}

/** A copy with one place bent. */
export function bent(value: unknown, { path, to }: Bend): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? bent(item, { path: rest, to }) : item));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: bent(object[key], { path: rest, to }) };
}
