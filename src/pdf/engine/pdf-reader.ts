// Turn orders into messages to the process that gave them: the program in which files of others are read, one after the other, and nothing else.
import { compileEngine, startEngine } from './pdf-engine.ts';
import { type ReadingMessage, type ReadingRequest, readAll } from './read-document.ts';

/** Resolves when the message is on its way. */
const send = (message: ReadingMessage) => new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

/** Compiled once, while the first file is on its way. */
const program = compileEngine();
let first: ReturnType<typeof startEngine> | undefined = startEngine(program);
// A fault of it is told when there is somebody to tell.
first.catch(() => {});

// Listening holds the process alive until whoever started it ends it, or is gone.
process.on('disconnect', () => process.exit());
process.on('message', async ({ size, ...wanted }: ReadingRequest) => {
  // Each file has an engine with a memory of its own: what one made of it is not met by the next.
  const starting = first ?? startEngine(program);
  first = undefined;
  const [engine, bytes] = await Promise.all([starting, received(size)]);
  await readAll(engine, { bytes, ...wanted }, send);
});

/** The next so many bytes of standard input; whoever gives orders sends no more before all is answered. */
function received(size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let filled = 0;
  return new Promise((resolve) => {
    const take = () => {
      for (let part: Buffer | null = process.stdin.read(); part !== null; part = process.stdin.read()) filled += part.copy(bytes, filled);
      if (filled < size) return;
      process.stdin.off('readable', take);
      resolve(bytes);
    };
    process.stdin.on('readable', take);
  });
}
