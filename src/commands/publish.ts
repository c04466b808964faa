// Turn bytes into files that appear whole or not at all: temporary file, fsync, rename.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A fault of the machine while writing: full disk, no permission. Exit 2, with the file named. */
export class PublishError extends Error {}

/**
 * Writes every file beside its target first, flushes them, then renames them in order; the manifest goes last, so a manifest
 * never tells of files that are not there. On a fault nothing of the set has replaced an older file, unless the fault is in a rename.
 */
export function publish(files: ReadonlyMap<string, Uint8Array | string>): void {
  const written: { temporary: string; target: string }[] = [];
  try {
    for (const [target, content] of files) {
      mkdirSync(dirname(target), { recursive: true });
      removeLeftovers(target);
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      written.push({ temporary, target });
      writeWhole(temporary, content);
    }
    for (const { temporary, target } of written) renameSync(temporary, target);
    for (const folder of new Set(written.map(({ target }) => dirname(target)))) syncFolder(folder);
  } catch (cause) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    const file = written.at(-1)?.target ?? 'output';
    throw new PublishError(`cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function writeWhole(file: string, content: Uint8Array | string): void {
  const handle = openSync(file, 'w', 0o644);
  try {
    // writeFileSync on a handle loops until all is written and reports a full disk; a single writeSync may write a part and say nothing.
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The rename itself is durable only when its folder is flushed too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Temporary files of runs that are no longer alive. */
function removeLeftovers(target: string): void {
  const prefix = `.${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const pid = Number(name.slice(prefix.length, -'.tmp'.length));
    if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && !alive(pid)) rmSync(join(dirname(target), name), { force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
