// Turn the bytes of a stream into what stands in the file, packed once however many files have them.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
import type { Kind, Memory } from '../../model/memory.ts';

/** A stream that may be put into any number of files. */
export interface PackedStream {
  /** Bytes before they were packed. */
  readonly length: number;
  /** By Flate (ISO 32000-1, 7.4.4). */
  readonly packed: Uint8Array | Promise<Uint8Array>;
}

const deflated = promisify(deflate);

/**
 * What a stream holds: `even` throughout, as outlines and text are, or parts that differ, as objects behind the list of their places do.
 * Deflate codes what it collects as one block, which memory bounds: a small block fits its part better, and a large one has one code table.
 * Objects repeat each other so often that the last two levels look three times as long for a fiftieth of their bytes, while the file waits.
 */
export type StreamKind = 'even' | 'mixed';
const options = { even: { level: 9, memLevel: 9 }, mixed: { level: 7, memLevel: 4 } } as const;

/**
 * From so many bytes, fewer than a page of text and tables has, packing takes half a millisecond and more, and asking another thread for it a
 * tenth: each that waits for its turn holds 400 kB.
 */
const worthThread = 16_000;

/** Packing of a long stream goes on beside other work: nobody may change the bytes. */
export function packStream(bytes: Uint8Array, kind: StreamKind = 'even'): PackedStream {
  // A copy: what zlib gives is a view of its own 16 kB.
  if (bytes.length < worthThread) return { length: bytes.length, packed: new Uint8Array(deflateSync(bytes, options[kind])) };
  return { length: bytes.length, packed: deflated(bytes, options[kind]) };
}

/** Bytes that it holds. While packing goes on they are not known: it never gives more than it took, but for a few. */
export const streamBytes = ({ length, packed }: PackedStream): number => (packed instanceof Uint8Array ? packed.length : length);

const known: Kind<PackedStream> = { name: 'pdf/stream', bytes: streamBytes };

/** The same for bytes that may have been packed before: known by their SHA-256. */
export function packAgain(bytes: Uint8Array, memory: Memory, kind: StreamKind = 'even'): PackedStream {
  if (!memory.keeps) return packStream(bytes, kind);
  const key = `${kind} ${createHash('sha256').update(bytes).digest('base64')}`;
  return memory.recall(known, key, () => packStream(bytes, kind));
}
