// Turn bytes into files that appear whole or not at all: temporary file, fsync, rename.
import {
  closeSync,
  existsSync,
  fsync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { noteTrace } from '../model/run-traces.ts';
import { say, sayAll } from '../model/say.ts';

/** A fault of the machine while writing: full disk, no permission, a folder where a file is to be. Exit 2, with the file named. */
export class PublishError extends Error {
  /** Files of the set that were replaced before the fault. */
  readonly published: readonly string[];

  constructor(message: string, published: readonly string[], cause?: unknown) {
    super(message, { cause });
    this.published = published;
  }
}

/** Removes a file or folder that this program made before; a fault is told like one of writing. */
export function withdraw(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    throw new PublishError(say`cannot remove ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, [], cause);
  }
}

const flushed = promisify(fsync);

/** Files that are flushed beside each other: a disk takes little longer for some than for one, and each is open meanwhile. */
const atOnce = 8;

/** A file of a set, and where it is written before it replaces what is at `target`. */
interface Written {
  readonly target: string;
  readonly temporary: string;
}

/**
 * Writes every file beside its target first, flushes them, then renames them in order; the manifest goes last, so a manifest
 * never tells of files that are not there. On a fault nothing of the set has replaced an older file, unless the fault is in a rename:
 * then it says which have. Sets that are published at the same time replace what is there one after the other, each as a whole. Files that
 * are `gone` are removed before the last is replaced. What holds a secret is given the `mode` of its user only, from its first byte on.
 */
export async function publish(
  files: ReadonlyMap<string, Uint8Array | string>,
  { gone = [], mode = 0o644 }: { readonly gone?: readonly string[]; readonly mode?: number } = {},
): Promise<void> {
  const written: Written[] = [];
  const published: string[] = [];
  // Named in the message of a fault: the file that is worked on.
  let at = '';
  try {
    for (const target of files.keys()) {
      at = target;
      prepare(target);
      written.push({ target, temporary: temporaryOf(target) });
    }
    noteTrace({ kind: 'temporary', files: written.map(({ temporary }) => temporary) });
    // Made before anything is waited for, so that nobody else takes the name.
    for (const { target, temporary } of written) {
      at = target;
      closeSync(openSync(temporary, 'wx', mode));
    }
    for (let from = 0; from < written.length; from += atOnce) {
      const some = written.slice(from, from + atOnce);
      const ends = await Promise.allSettled(some.map(({ target, temporary }) => writeWhole(temporary, files.get(target) ?? '')));
      ends.forEach((end, index) => {
        if (end.status === 'fulfilled') return;
        at = some[index]?.target ?? at;
        throw end.reason;
      });
    }
    noteTrace({ kind: 'replacing' });
    for (const [index, { target, temporary }] of written.entries()) {
      if (index === written.length - 1) {
        for (const file of gone) {
          at = file;
          rmSync(file, { force: true });
        }
      }
      at = target;
      renameSync(temporary, target);
      published.push(target);
    }
    for (const folder of new Set(written.map(({ target }) => dirname(target)))) {
      at = folder;
      syncFolder(folder);
    }
  } catch (cause) {
    for (const { temporary } of written) remove(temporary);
    const why = cause instanceof Error ? cause.message : String(cause);
    const before = published.length > 0 ? say`; published before that: ${sayAll(published, ', ')}` : '';
    throw new PublishError(say`cannot write ${at}: ${why}${before}`, published, cause);
  } finally {
    noteTrace({ kind: 'published', files: published });
  }
}

/** A name that no file has: this process may be publishing to the same place already, or a dead one may have had its number. */
function temporaryOf(target: string): string {
  const name = (count: number) => `.${basename(target)}.${process.pid}${count === 1 ? '' : `-${count}`}.tmp`;
  for (let count = 1; ; count++) {
    const temporary = join(dirname(target), name(count));
    if (lstatSync(temporary, { throwIfNoEntry: false }) === undefined) return temporary;
  }
}

/** A folder for it, without what dead runs left there; nothing but a file or a link may stand in its place. */
function prepare(target: string): void {
  const folder = dirname(target);
  const obstacle = obstacleOf(folder);
  if (obstacle !== undefined) throw new Error(say`${obstacle} is no folder`);
  mkdirSync(folder, { recursive: true });
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new Error('a folder stands in its place');
  if (stats && !stats.isFile() && !stats.isSymbolicLink())
    throw new Error('what stands in its place is no file: a pipe, a device or a socket');
  removeLeftovers(target);
}

/** What stands there, or in the way to there, and is no folder. */
function obstacleOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) return statSync(at).isDirectory() ? undefined : at;
    if (at === dirname(at)) return undefined;
  }
}

/** Begins at once, and is done when the disk has it. */
async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const handle = openSync(file, 'w');
  try {
    // writeFileSync on a handle loops until all is written and reports a full disk; a single writeSync may write a part and say nothing.
    writeFileSync(handle, content);
    await flushed(handle);
  } finally {
    closeSync(handle);
  }
}

/** The rename itself is durable only when its folder is flushed too; some file systems know no such thing. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (fault) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault;
  } finally {
    closeSync(handle);
  }
}

/** Temporary files of runs that are no longer alive. */
function removeLeftovers(target: string): void {
  const prefix = `.${basename(target)}.`;
  for (const name of readdirSync(dirname(target))) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const pid = Number(/^(\d+)(?:-\d+)?$/.exec(name.slice(prefix.length, -'.tmp'.length))?.[1]);
    if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && !alive(pid)) remove(join(dirname(target), name));
  }
}

/** The next run removes what cannot be removed now. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What is told is why it could not be written.
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

/** The same of files named by their paths below one folder. */
export function publishIn(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  return publish(new Map([...files].map(([file, content]) => [join(folder, file), content])));
}
