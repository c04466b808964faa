// Turn one order into messages to the process that gave it: the program in which files of others are read, and nothing else.
import { startEngine } from './pdf-engine.ts';
import { type ReadingMessage, type ReadingOrder, readAll } from './read-document.ts';

/** Resolves when the message is on its way. */
const send = (message: ReadingMessage) => new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

// Listening holds the process alive until it disconnects.
process.on('message', async (order: ReadingOrder) => {
  await readAll(await startEngine(), order, send);
  process.disconnect();
});
