// Turn a file that was named, or that lies in a named folder, into its bytes or its JSON, or into a refusal that tells why and the limit.
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { readFileIfThere, readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';

/** `name` is what messages call it. */
export function readGiven(path: string, name: string, limit: number): Buffer {
  return told(name, () => readRegularFile(path, limit));
}

/**
 * A file of a folder, undefined where it has none of that name. A name that leads out of the folder, by itself or by a link, is
 * refused: what lies there is nobody's to read.
 */
export function readInside(folder: string, file: string, name: string, limit: number): Buffer | undefined {
  const path = join(folder, file);
  if (!staysInside(file)) throw new UsageError(say`${name} leads out of its folder, and is not read`);
  return told(name, () => {
    const real = realPath(path);
    if (real === undefined) return undefined;
    const way = relative(realPath(folder) ?? folder, real);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
      throw new UsageError(say`${name} is a link that leads out of its folder, and is not read`);
    return readFileIfThere(path, limit);
  });
}

/** Names as builds write them: relative, with forward slashes, and no step up. */
function staysInside(file: string): boolean {
  const steps = file.split(/[/\\]/);
  return (
    !isAbsolute(file) &&
    !file.includes('\0') &&
    !/^[A-Za-z]:/.test(file) &&
    steps.every((step) => step !== '' && step !== '.' && step !== '..')
  );
}

/** Undefined where there is nothing; a circle of links is told when the file is read. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return path;
  }
}

function told<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new UsageError(say`${name} ${fault.message}`);
    throw fault;
  }
}

/** `name` is the file, for messages; `remedy` is what to do about one that is none. */
export function parseJson(text: string, name: string, remedy?: string): unknown {
  refuseDeep(text, name);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(say`${name} is not JSON: ${why}${remedy === undefined ? '' : say`; ${remedy}`}`);
  }
}

/** JSON alone that goes deeper than our own files would cost its reader a hundred times its size. */
export function refuseDeep(text: string, name: string): void {
  if (isDeep(text)) throw new UsageError(say`${name} is nested deeper than ${buildLimits.jsonDepth}, and so deep it is not read`);
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
