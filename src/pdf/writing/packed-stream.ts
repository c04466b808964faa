// Turn the bytes of a stream into what stands in the file, packed beside other work, and once however many files have them.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Kind, Memory } from '../../model/memory.ts';

/** A stream that may be put into any number of files. */
export interface PackedStream {
  /** Bytes before they were packed. */
  readonly length: number;
  /** By Flate (ISO 32000-1, 7.4.4). */
  readonly packed: Promise<Uint8Array>;
}

const deflated = promisify(deflate);

/** Packing begins at once; nobody may change the bytes until it has ended. */
export function packStream(bytes: Uint8Array): PackedStream {
  return { length: bytes.length, packed: deflated(bytes, { level: 9, memLevel: 9 }) };
}

/** What is packed is never longer than it was, but for a few bytes. */
export const streamBytes = ({ length }: PackedStream): number => length;

const known: Kind<PackedStream> = { name: 'pdf/stream', bytes: streamBytes };

/** The same for bytes that may have been packed before: known by their SHA-256. */
export function packAgain(bytes: Uint8Array, memory: Memory): PackedStream {
  if (!memory.keeps) return packStream(bytes);
  return memory.recall(known, createHash('sha256').update(bytes).digest('base64'), () => packStream(bytes));
}
