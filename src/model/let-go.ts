// Turn bytes that nobody reads any more into free memory at once: the engine would keep large ones until it looks for what still lives.
import { MessageChannel } from 'node:worker_threads';

/**
 * Empties them, and all that shares their memory: what has been sent where nobody listens is freed when the channel closes. Small ones,
 * which stand in one memory with others, stay as they are.
 */
export function letGo(...unread: readonly Uint8Array[]): void {
  const memories = new Set(unread.map(({ buffer }) => buffer).filter(isLarge));
  if (memories.size === 0) return;
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(undefined, [...memories]);
  port1.close();
  port2.close();
}

/** Memory that threads share cannot be given away. */
const isLarge = (buffer: ArrayBufferLike): buffer is ArrayBuffer => buffer instanceof ArrayBuffer && buffer.byteLength > Buffer.poolSize;
