// Turn a path into the part of a schema that describes it, for suggestions of keys.
import type * as z from 'zod/mini';
import type { YamlPath } from '../model/sources.ts';

/** Keys that the schema knows at a path; empty where any key may stand. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of path) at = at && inner(at, step);
  const found = at && unwrapped(at);
  return found?._zod.def.type === 'object' ? Object.keys((found as z.core.$ZodObject)._zod.def.shape) : [];
}

function inner(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  const plain = unwrapped(schema);
  switch (plain._zod.def.type) {
    case 'object':
      return (plain as z.core.$ZodObject)._zod.def.shape[step];
    case 'record':
      return (plain as z.core.$ZodRecord)._zod.def.valueType;
    case 'array':
      return (plain as z.core.$ZodArray)._zod.def.element;
    default:
      return undefined;
  }
}

/** Optional and defaulted schemas without their wrapping. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { type } = schema._zod.def;
  if (type === 'optional' || type === 'default') return unwrapped((schema as z.core.$ZodOptional)._zod.def.innerType);
  return schema;
}
