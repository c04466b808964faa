// Turn a path into the bytes of a regular file, or into what stands there instead: nothing is waited for, nothing is read beyond a limit.
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { say } from './say.ts';

/** What is found where a file is wanted; `other` is a fault of the system, told by its code. */
export type FoundInstead = 'nothing' | 'folder' | 'pipe' | 'socket' | 'device' | 'too-large' | 'changing' | 'other';

/** A file that is not read. The message goes on from its name: `is a named pipe, and only files are read`. */
export class UnreadableFile extends Error {
  readonly path: string;
  readonly found: FoundInstead;
  /** The system's word for it: ENOENT, EACCES, ELOOP…; undefined where the system has no objection. */
  readonly code: string | undefined;
  /** Bytes that would have been read at most. */
  readonly limit: number;

  constructor(
    path: string,
    limit: number,
    found: FoundInstead,
    message: string,
    fault?: { readonly code: string; readonly cause: unknown },
  ) {
    super(message, fault && { cause: fault.cause });
    this.path = path;
    this.limit = limit;
    this.found = found;
    this.code = fault?.code;
  }
}

/**
 * The whole file, of at most `limit` bytes. A link is followed. Throws `UnreadableFile` for all that is no regular file (a pipe
 * is not opened, so nobody waits for its writer), is too large (which is found out before anything is read), changes while it is
 * read, is missing, or that the system refuses.
 */
export function readRegularFile(path: string, limit: number): Buffer {
  return withRegularFile(path, limit, (handle) => {
    const before = fstatSync(handle);
    const bytes = readWhole(handle, before.size);
    const after = fstatSync(handle);
    if (bytes === undefined || after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw changing(path, limit);
    return bytes;
  });
}

/** A file that is not the same at the end of reading as at its beginning. */
export function changing(path: string, limit: number): UnreadableFile {
  return new UnreadableFile(path, limit, 'changing', 'changes while it is read');
}

/** What `use` makes of a regular file of at most `limit` bytes, given its open handle. Throws as `readRegularFile` does. */
export function withRegularFile<T>(path: string, limit: number, use: (handle: number) => T): T {
  if (path.includes('\0')) throw new UnreadableFile(path, limit, 'nothing', 'is no name that a file can have');
  return obeyed(path, limit, () => {
    // Asked before it is opened: to open a device may do something to it.
    refuseOthers(path, limit, statSync(path));
    // What is put there since then does not hold us up either.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      refuseOthers(path, limit, fstatSync(handle));
      return use(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** The same, and undefined where there is nothing of that name. */
export function readFileIfThere(path: string, limit: number): Buffer | undefined {
  try {
    return readRegularFile(path, limit);
  } catch (fault) {
    if (fault instanceof UnreadableFile && fault.found === 'nothing') return undefined;
    throw fault;
  }
}

/** Exactly `size` bytes; undefined when the file has fewer or more by now. */
function readWhole(handle: number, size: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(size + 1);
  let filled = 0;
  let read: number;
  // One byte more is asked for than there should be: what answers with fewer has no more.
  do {
    read = readSync(handle, bytes, filled, size + 1 - filled, null);
    filled += read;
  } while (read > 0 && filled < size);
  return filled === size ? bytes.subarray(0, size) : undefined;
}

function refuseOthers(path: string, limit: number, stats: Stats): void {
  const refuse = (found: FoundInstead, message: string) => {
    throw new UnreadableFile(path, limit, found, message);
  };
  if (stats.isDirectory()) refuse('folder', 'is a folder, and only files are read');
  if (stats.isFIFO()) refuse('pipe', 'is a named pipe, and only files are read');
  if (stats.isSocket()) refuse('socket', 'is a socket, and only files are read');
  if (!stats.isFile()) refuse('device', 'is a device, and only files are read');
  if (stats.size > limit) refuse('too-large', say`holds ${stats.size} bytes, and at most ${limit} are read`);
}

function obeyed<T>(path: string, limit: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof UnreadableFile ? cause : refusedBySystem(path, limit, cause);
  }
}

/** A fault of the system with its words; anything that is none is our own bug and goes on up. */
export function refusedBySystem(path: string, limit: number, cause: unknown): UnreadableFile {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (!/^E[A-Z0-9]+$/.test(code)) throw cause;
  const found = code === 'ENOENT' || code === 'ENOTDIR' ? 'nothing' : 'other';
  const message = found === 'nothing' ? 'is missing' : say`cannot be read (${reasons[code] ?? code})`;
  return new UnreadableFile(path, limit, found, message, { code, cause });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'EACCES: permission is denied',
  EPERM: 'EPERM: it is not permitted',
  ELOOP: 'ELOOP: its links lead in a circle',
  ENAMETOOLONG: 'ENAMETOOLONG: its name is too long',
  EMFILE: 'EMFILE: too many files are open',
  EIO: 'EIO: the disk fails',
};
