// Turn a large file into its hash and a way to its bytes: read once in pieces to be hashed, and again only where bytes are asked for.
import { createHash } from 'node:crypto';
import { fstatSync, readSync } from 'node:fs';
import { UsageError } from '../model/finding.ts';
import type { Kind, Memory } from '../model/memory.ts';
import { changing, UnreadableFile, withRegularFile } from '../model/read-file.ts';
import { say } from '../model/say.ts';

/** A file that was hashed. */
export interface HashedFile {
  /** What it is called in messages. */
  readonly name: string;
  /** Of all its bytes. */
  readonly sha256: string;
  /** A copy of its bytes from `from` up to `to`, or to its end. Throws a `UsageError` when the file is no longer the one that was hashed. */
  readonly bytes: (from: number, to: number) => Uint8Array;
}

/** Bytes that are read at once: an outline has a few hundred, so that most ranges are in the piece that is at hand. */
const pieceLength = 1 << 17;

/**
 * Nanoseconds after a change in which another may leave the same times behind: clocks of file systems are as coarse as two seconds. A file
 * that has not rested so long is not told from another by its times.
 */
const restless = 2_000_000_000n;

const hashedFiles: Kind<Kept> = { name: 'load/hashed-file', bytes: () => pieceLength + 500 };

/** A hashed file, and how the system described it then. */
interface Kept {
  readonly file: HashedFile;
  readonly stamp: string;
}

/** What a file hashed to, and how the system described it before and after. */
export interface StampedHash {
  /** Of all its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly stamp: string;
}

/**
 * Hashes a regular file of at most `limit` bytes for another thread, which looks for itself whether it is still that file; undefined when
 * it has not rested, for then nobody could tell. Throws `UnreadableFile`.
 */
export function stampedHash(path: string, limit: number): StampedHash | undefined {
  return withRegularFile(path, limit, (handle) => {
    const { stamp, size, rested } = stampOf(handle);
    if (!rested) return undefined;
    const sha256 = hashOf(handle, size, undefined);
    if (sha256 === undefined || stampOf(handle).stamp !== stamp) throw changing(path, limit);
    return { sha256, stamp };
  });
}

/** Whether the file at `path` was hashed and is remembered, so that it is hardly to be hashed again. */
export const isHashed = (path: string, memory: Memory): boolean => memory.find(hashedFiles, path) !== undefined;

/**
 * Hashes a regular file of at most `limit` bytes; throws `UnreadableFile`. A file is trusted without being hashed again when the system
 * says that nothing of it changed (device, number, size, times of content and of state) since it was hashed, and it had rested then: so
 * `memory` answers the same object, and bytes asked for later are those that were hashed. By the same rule a hash is trusted that `ahead`
 * answers, which is asked for when it is needed. A file that had not rested is held in memory as it was.
 */
export function hashFile(
  path: string,
  name: string,
  limit: number,
  memory: Memory,
  ahead: () => StampedHash | undefined = () => undefined,
): HashedFile {
  return withRegularFile(path, limit, (handle) => {
    const { stamp, size, rested } = stampOf(handle);
    const known = memory.find(hashedFiles, path);
    if (known?.stamp === stamp && known.file.name === name) return known.file;
    const whole = rested ? undefined : new Uint8Array(size);
    const told = whole ? undefined : ahead();
    const sha256 = told?.stamp === stamp ? told.sha256 : hashOf(handle, size, whole);
    if (sha256 === undefined || stampOf(handle).stamp !== stamp) throw changing(path, limit);
    if (whole) return { name, sha256, bytes: (from, to) => whole.slice(from, to) };
    const file = { name, sha256, bytes: rangeReader({ path, name, limit, size, stamp }) };
    memory.keep(hashedFiles, path, { file, stamp });
    return file;
  });
}

/** How the system describes an open file, its length, and whether it has not changed for some time. */
function stampOf(handle: number): { readonly stamp: string; readonly size: number; readonly rested: boolean } {
  const { dev, ino, size, mtimeNs, ctimeNs } = fstatSync(handle, { bigint: true });
  // The one look at the clock: it decides whether bytes are held or read again, never what they are.
  const now = BigInt(Date.now()) * 1_000_000n;
  return { stamp: [dev, ino, size, mtimeNs, ctimeNs].join(), size: Number(size), rested: now - ctimeNs >= restless };
}

/** Of exactly `size` bytes, which are copied into `whole` when it is given; undefined when the file has fewer or more. */
function hashOf(handle: number, size: number, whole: Uint8Array | undefined): string | undefined {
  const hash = createHash('sha256');
  const piece = new Uint8Array(pieceLength);
  let at = 0;
  for (let read = readSync(handle, piece, 0, pieceLength, 0); read > 0; read = readSync(handle, piece, 0, pieceLength, at)) {
    if (at + read > size) return undefined;
    hash.update(read === pieceLength ? piece : piece.subarray(0, read));
    whole?.set(piece.subarray(0, read), at);
    at += read;
  }
  return at === size ? hash.digest('hex') : undefined;
}

/** A file that stays where it is, as it was when it was hashed. */
interface Rested {
  readonly path: string;
  readonly name: string;
  readonly limit: number;
  readonly size: number;
  readonly stamp: string;
}

/** Answers short ranges from the piece that was read last: who goes through a file in order reads each piece once. */
function rangeReader({ path, name, limit, size, stamp }: Rested): HashedFile['bytes'] {
  // One piece for all of them: another for each would be megabytes that the engine has yet to look at.
  let piece: Uint8Array<ArrayBuffer> | undefined;
  let [start, filled] = [0, 0];
  const read = (from: number, range: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    try {
      return withRegularFile(path, limit, (handle) => {
        let done = 0;
        for (let got = -1; done < range.length && got !== 0; done += got)
          got = readSync(handle, range, done, range.length - done, from + done);
        if (done < range.length || stampOf(handle).stamp !== stamp) throw changing(path, limit);
        return range;
      });
    } catch (fault) {
      if (!(fault instanceof UnreadableFile)) throw fault;
      const what = fault.found === 'changing' ? 'changed' : say`${fault.message}: it went away`;
      throw new UsageError(say`${name} ${what} while it was in use: try again`);
    }
  };
  return (from, to) => {
    const end = Math.min(to, size);
    if (end <= from) return new Uint8Array();
    if (end - from > pieceLength) return read(from, new Uint8Array(end - from));
    if (piece === undefined || from < start || end > start + filled) {
      piece ??= new Uint8Array(Math.min(pieceLength, size));
      filled = 0;
      filled = read(from, piece.subarray(0, Math.min(pieceLength, size - from))).length;
      start = from;
    }
    return piece.slice(from - start, end - start);
  };
}
