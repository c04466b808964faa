// Turn a key that a schema does not know into what was meant: the keys that it knows there, and the slips that hands make in one.
import type * as z from 'zod/mini';
import { codePointName, quoted, shortened } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';

/** Keys that the schema knows at a path; empty where any key may stand. */
export function keysAt(schema: z.core.$ZodType, path: YamlPath): readonly string[] {
  const found = schemaAt(schema, path);
  return found && isObject(found) ? Object.keys(found._zod.def.shape) : [];
}

/** What a schema asks for at a path; undefined where it knows of nothing. */
export function schemaAt(schema: z.core.$ZodType, path: YamlPath): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of path) at = at && inner(at, step);
  return at && unwrapped(at);
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

const isObject = (schema: z.core.$ZodType): schema is z.core.$ZodObject => schema._zod.def.type === 'object';

/** Optional, defaulted and nullable schemas without their wrapping; of one value or one in each language, that with keys. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const { type } = schema._zod.def;
  if (type === 'union') return (schema as z.core.$ZodUnion)._zod.def.options.find(isObject) ?? schema;
  if (type === 'optional' || type === 'default' || type === 'nullable')
    return unwrapped((schema as z.core.$ZodOptional)._zod.def.innerType);
  return schema;
}

/** The key that was meant, as far as it can be told, and what to do. */
interface Mistyped {
  /** What was meant, as far as it can be told. */
  readonly key: string;
  /** What to type. */
  readonly hint: string;
}

/** A key that holds a value too, or a space that is none; undefined for any other. */
export function mistypedKey(key: string): Mistyped | undefined {
  const [, wide] = /^([^\S ]|[\u200b\ufeff\u2060])/u.exec(key) ?? [];
  if (wide !== undefined) {
    const hint = say`the key begins with ${codePointName(wide)}: write plain spaces before it`;
    return { key: key.replace(/^(?:\s|[\u200b\ufeff\u2060])+/u, ''), hint };
  }
  const [, name = '', colon, value = ''] = /^([\p{L}\p{N}._-]+)([:：；])\s*(.*)$/u.exec(key) ?? [];
  if (colon === undefined) return undefined;
  const how = colon === ':' ? 'a space belongs after the colon' : 'write a plain colon and a space';
  return { key: name, hint: say`${how}: ${name}: ${shortened(value)}` };
}

/** A key without a value after a text: inside braces a comma ended that text. */
export function cutByComma(key: string, mapping: unknown): string | undefined {
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return undefined;
  const entries = Object.entries(mapping);
  const index = entries.findIndex(([name]) => name === key);
  if (entries[index]?.[1] !== null) return undefined;
  // More than one comma makes more than one such key.
  let first = index;
  while (first > 0 && entries[first]?.[1] === null) first--;
  const [name, value] = entries[first] ?? [];
  if (name === undefined || typeof value !== 'string') return undefined;
  let last = index;
  while (entries[last + 1]?.[1] === null) last++;
  const whole = [value, ...entries.slice(first + 1, last + 1).map(([part]) => part)].join(', ');
  return say`a comma ends a text inside braces: put the text in quotes, ${name}: ${quoted(whole)}`;
}
