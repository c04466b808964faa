// Turn the text of a JSON file into its value, or into a refusal: nothing deeper than our own files is read.
import { buildLimits } from '../model/limits.ts';
import { UsageError } from '../model/usage-error.ts';

/** `name` is the file, for messages. */
export function parseJson(text: string, name: string): unknown {
  refuseDeep(text, name);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${name} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** JSON alone that goes deeper than our own files would cost its reader a hundred times its size. */
export function refuseDeep(text: string, name: string): void {
  if (isDeep(text)) throw new UsageError(`${name} is nested deeper than ${buildLimits.jsonDepth}, and so deep it is not read`);
}

/** Brackets outside of strings, counted before anything is made of them. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === backslash) i++;
      else if (code === quote) quoted = false;
    } else if (code === quote) quoted = true;
    else if (code === openBracket || code === openBrace) {
      if (++depth > buildLimits.jsonDepth) return true;
    } else if (code === closeBracket || code === closeBrace) depth--;
  }
  return false;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that was found where another was wanted, in a few words: it may be of any size. */
export function described(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
