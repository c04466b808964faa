// Turn one order into messages to the process that gave it: the program in which files of others are read, and nothing else.
import { startEngine } from './pdf-engine.ts';
import { type ReadingMessage, type ReadingRequest, readAll } from './read-document.ts';

/** Resolves when the message is on its way. */
const send = (message: ReadingMessage) => new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

// Listening holds the process alive until it disconnects.
process.on('message', async ({ size, dpi }: ReadingRequest) => {
  const [engine, bytes] = await Promise.all([startEngine(), received(size)]);
  await readAll(engine, { bytes, dpi }, send);
  process.disconnect();
});

/** So many bytes of standard input. */
async function received(size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const part of process.stdin) filled += (part as Buffer).copy(bytes, filled);
  return bytes.subarray(0, filled);
}
