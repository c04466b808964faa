// Turn a key that YAML read out of what a person meant otherwise into what to type: a colon without a space, a comma inside a text.
import { codePointName, quoted, shortened } from '../model/printable.ts';

/** The key that was meant, as far as it can be told, and what to do. */
export interface Mistyped {
  /** What was meant, as far as it can be told. */
  readonly key: string;
  /** What to type. */
  readonly hint: string;
}

/** A key that holds a value too, or a space that is none; undefined for any other. */
export function mistypedKey(key: string): Mistyped | undefined {
  const [, wide] = /^([^\S ]|[\u200b\ufeff\u2060])/u.exec(key) ?? [];
  if (wide !== undefined) {
    const hint = `the key begins with ${codePointName(wide)}: write plain spaces before it`;
    return { key: key.replace(/^(?:\s|[\u200b\ufeff\u2060])+/u, ''), hint };
  }
  const [, name = '', colon, value = ''] = /^([\p{L}\p{N}._-]+)([:：；])\s*(.*)$/u.exec(key) ?? [];
  if (colon === undefined) return undefined;
  const how = colon === ':' ? 'a space belongs after the colon' : 'write a plain colon and a space';
  return { key: name, hint: `${how}: ${name}: ${shortened(value)}` };
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
  return `a comma ends a text inside braces: put the text in quotes, ${name}: ${quoted(whole)}`;
}
