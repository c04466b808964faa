// Turn what a parsed JSON value must be into a check of it, which ends at the first place where the value is something else. Files of a million values are held against one: quick from the first.
import { say, sayAll } from './say.ts';

/** Where a value is something else than it must be. */
export interface ShapeFault {
  /** Keys and indexes from the whole value to the place; innermost last. */
  readonly path: readonly (string | number)[];
  /** What is wrong there, in a few words. */
  readonly message: string;
}

/** A check of values of type T. */
export interface Shape<T> {
  /** Undefined where the value is a T. Keys that the shape does not name are taken out of objects on the way. */
  readonly fault: (value: unknown) => ShapeFault | undefined;
  /** Never there: tells the type alone. */
  readonly type?: T;
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Checked<S> = S extends Shape<infer T> ? T : never;
type Required<R extends Fields> = { readonly [K in keyof R]: Checked<R[K]> };
type Optional<O extends Fields> = { readonly [K in keyof O]?: Checked<O[K]> };

const here = (message: string): ShapeFault => ({ path: [], message });
const under = (key: string | number, { path, message }: ShapeFault): ShapeFault => ({ path: [key, ...path], message });

/** A string of at most so many UTF-16 code units; with `pattern`, one that it matches. */
export function text(most: number, pattern?: RegExp): Shape<string> {
  // Of thousands of texts with a pattern most are the same few.
  let matched: string | undefined;
  return {
    fault: (value) => {
      if (typeof value !== 'string') return here('no text');
      if (value.length > most) return here(say`a text of more than ${most} characters`);
      if (!pattern || value === matched) return undefined;
      if (!pattern.test(value)) return here('a text of another form');
      matched = value;
      return undefined;
    },
  };
}

/** A number from `least` to `most`. */
export function number(least: number, most: number): Shape<number> {
  return {
    fault: (value) => {
      if (typeof value !== 'number') return here('no number');
      return value >= least && value <= most ? undefined : here(say`a number that is not from ${least} to ${most}`);
    },
  };
}

/** The same without a fraction. */
export function whole(least: number, most: number): Shape<number> {
  const inRange = number(least, most);
  return { fault: (value) => inRange.fault(value) ?? (Number.isInteger(value) ? undefined : here('no whole number')) };
}

/** One of these values. */
export function oneOf<const T extends string | number | boolean>(...values: readonly T[]): Shape<T> {
  const known: ReadonlySet<unknown> = new Set(values);
  return { fault: (value) => (known.has(value) ? undefined : here(say`none of ${sayAll(values, ', ').slice(0, 120)}`)) };
}

/** At most so many items. */
export function list<T>(item: Shape<T>, most: number): Shape<readonly T[]> {
  return {
    fault: (value) => {
      if (!Array.isArray(value)) return here('no list');
      if (value.length > most) return here(say`a list of more than ${most} items`);
      for (let index = 0; index < value.length; index++) {
        const fault = item.fault(value[index]);
        if (fault) return under(index, fault);
      }
      return undefined;
    },
  };
}

/** An object with all of the first fields, and any of the others. */
export function object<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Shape<Required<R> & Optional<O>> {
  const [must, may] = [Object.entries(required), Object.entries(optional ?? {})];
  const known = new Set([...must, ...may].map(([key]) => key));
  return {
    fault: (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return here('no object');
      const fields = value as Record<string, unknown>;
      let count = 0;
      for (const [key, shape] of must) {
        if (!Object.hasOwn(fields, key)) return under(key, here('missing'));
        const fault = shape.fault(fields[key]);
        if (fault) return under(key, fault);
        count++;
      }
      for (const [key, shape] of may) {
        if (!Object.hasOwn(fields, key)) continue;
        const fault = shape.fault(fields[key]);
        if (fault) return under(key, fault);
        count++;
      }
      const keys = Object.keys(fields);
      if (keys.length > count) for (const key of keys) if (!known.has(key)) delete fields[key];
      return undefined;
    },
  };
}

/** An object whose field `key` says which of the shapes it has. */
export function variant<const K extends string, V extends Readonly<Record<string, Fields>>>(
  key: K,
  shapes: V,
): Shape<{ [N in keyof V]: { readonly [P in K]: N } & Required<V[N]> }[keyof V]> {
  const known = new Map(Object.entries(shapes).map(([name, fields]) => [name, object({ [key]: oneOf(name), ...fields })]));
  return {
    fault: (value) => {
      const name = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Fields)[key] : undefined;
      const shape = typeof name === 'string' ? known.get(name) : undefined;
      return shape ? shape.fault(value) : under(key, here(say`none of ${sayAll([...known.keys()], ', ')}`));
    },
  };
}

/** A value of the shape that passes a test as well; `message` where it does not. */
export function where<T>(shape: Shape<T>, test: (value: T) => boolean, message: string): Shape<T> {
  return { fault: (value) => shape.fault(value) ?? (test(value as T) ? undefined : here(message)) };
}
