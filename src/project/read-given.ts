// Turn a file that was named, or that lies in a folder which was named, into its bytes, or into a refusal that says why and tells the limit.
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { readFileIfThere, readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { UsageError } from '../model/usage-error.ts';

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
  if (!staysInside(file)) throw new UsageError(`${name} leads out of its folder, and is not read`);
  return told(name, () => {
    const real = realPath(path);
    if (real === undefined) return undefined;
    const way = relative(realPath(folder) ?? folder, real);
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
      throw new UsageError(`${name} is a link that leads out of its folder, and is not read`);
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
    if (fault instanceof UnreadableFile) throw new UsageError(`${name} ${fault.message}`);
    throw fault;
  }
}
