// Turn a parsed YAML value and its places into plain data that can be kept in a file, and back.
import { preparedOf } from '../model/prepared.ts';
import type { KeyStretch, ValueStretch } from './text-places.ts';

/** A value, and where it and all inside it stand. */
interface PlacedValue {
  readonly value: unknown;
  readonly stretch: ValueStretch;
}

/** The same, its places read when one is first asked for: of most dictionaries none is. */
interface PreparedYaml {
  readonly value: unknown;
  readonly stretch: () => ValueStretch;
}

/** As it is kept: offsets in the order of the value, start and end of each value after those of its key. */
export interface KeptYaml {
  readonly value: unknown;
  readonly offsets: readonly number[];
}

export function keptYaml({ value, stretch }: PlacedValue): KeptYaml {
  const offsets: number[] = [];
  const visit = (inner: unknown, { start, end, keys, items }: ValueStretch): void => {
    offsets.push(start, end);
    if (Array.isArray(inner))
      for (const [index, each] of inner.entries()) visit(each, (items as readonly ValueStretch[])[index] as ValueStretch);
    else if (isObject(inner))
      for (const [name, each] of Object.entries(inner)) {
        const key = keys?.get(name) as KeyStretch;
        offsets.push(key.start, key.end);
        visit(each, key.value);
      }
  };
  visit(value, stretch);
  return { value, offsets };
}

/** What was kept of this text; undefined where nothing was. */
export function preparedYaml(text: string): PreparedYaml | undefined {
  const kept = preparedOf('yaml', text) as KeptYaml | undefined;
  return kept && yamlOfKept(kept);
}

export function yamlOfKept(kept: KeptYaml): PreparedYaml {
  let stretch: ValueStretch | undefined;
  return {
    value: withoutPrototypes(kept.value),
    stretch: () => {
      stretch ??= stretchOfKept(kept);
      return stretch;
    },
  };
}

/** Mappings have no prototype, so that no key can reach one. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (!isObject(value)) return value;
  const bare: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(value)) bare[name] = withoutPrototypes(value[name]);
  return bare;
}

function stretchOfKept({ value, offsets }: KeptYaml): ValueStretch {
  let next = 0;
  const offset = (): number => offsets[next++] as number;
  const visit = (inner: unknown): ValueStretch => {
    const place = { start: offset(), end: offset() };
    if (Array.isArray(inner)) return { ...place, items: inner.map(visit) };
    if (!isObject(inner)) return place;
    const keys = new Map<string, KeyStretch>();
    for (const name of Object.keys(inner)) keys.set(name, { start: offset(), end: offset(), value: visit(inner[name]) });
    return { ...place, keys };
  };
  return visit(value);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
