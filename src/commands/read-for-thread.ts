// Turn the process's first thread, which only listens, into the PDF reader of the thread that runs a command.
import type { MessagePort } from 'node:worker_threads';

/** What the thread that runs the command asks for. */
export type ReadingOrder =
  /** The reader is to be made ready. */
  | { readonly kind: 'start' }
  /** A file is to be read; `known` as a `TextReader` has it, `id` is that of the answer. */
  | { readonly kind: 'read'; readonly id: number; readonly pdf: Uint8Array; readonly known: readonly boolean[] };

/** The texts of a file, or why it could not be read. */
export type ReadingAnswer =
  | { readonly id: number; readonly texts: readonly (string | undefined)[] }
  | { readonly id: number; readonly fault: unknown };

/** Reads what is asked for by `port` until it closes. Between two pages this thread does what else it has to: signals, output. */
export function readForThread(port: MessagePort): void {
  let open = true;
  let work = Promise.resolve();
  /** One thing after the other: the reader has one memory. */
  const next = (step: () => Promise<void>): void => {
    work = work.then(step);
  };
  const answer = (message: ReadingAnswer) => port.postMessage(message);
  port.on('close', () => {
    open = false;
  });
  let asked = false;
  port.on('message', (order: ReadingOrder) => {
    if (order.kind === 'start') {
      next(() => warm(() => !open || asked));
      return;
    }
    asked = true;
    next(async () => {
      const { id, pdf, known } = order;
      try {
        const { readTexts } = await import('../pdf/engine/warm-reader.ts');
        answer({ id, texts: await readTexts(pdf, known, turn) });
      } catch (fault) {
        answer({ id, fault });
      }
    });
  });
}

/** Resolves when this thread has done what waited for it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Starts the reader and lets it read a file that has what releases have: what it does first is compiled then. A fault shows when a file is read. */
async function warm(stopped: () => boolean): Promise<void> {
  try {
    const { warmReader } = await import('../pdf/engine/warm-reader.ts');
    await warmReader(turn, stopped);
  } catch {
    // Reading tells.
  }
}
