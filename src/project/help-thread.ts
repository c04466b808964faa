// Turn a thread that only listens into a help for the one that builds: it hashes fonts and reads PDFs back.
import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import { type HashOrder, hashOrdered } from '../load/hash-ahead.ts';
import { readTexts } from '../pdf/engine/open-pdf.ts';
import type { PageClaims } from '../pdf/engine/page-claims.ts';
import { warmReader } from '../pdf/engine/warm-reader.ts';

/** What the thread that builds asks for. */
export type Order =
  /** The PDF reader is to be made ready. */
  | { readonly kind: 'start-reader' }
  /** A file is to be read; `claims` as a `TextReader` has them, `id` is that of the answer. */
  | { readonly kind: 'read'; readonly id: number; readonly pdf: Uint8Array; readonly claims: PageClaims }
  /** Files are to be hashed; their hashes are answered in memory that both threads have. */
  | { readonly kind: 'hash'; readonly order: HashOrder };

/** The texts of a file, or why it could not be read. */
export type Answer =
  | { readonly id: number; readonly texts: readonly (string | undefined)[] }
  | { readonly id: number; readonly fault: unknown };

/** Does what is asked for by `port` until it closes. Between two pages or files this thread does what else it has to: signals, output. */
export function helpThread(port: MessagePort): void {
  /** Until a first file counts, or nobody asks any more: then nothing is read to be ready. */
  let idle = true;
  /** What has to do with the reader is done one after the other. */
  let reading = Promise.resolve();
  const next = (step: () => Promise<void>): void => {
    reading = reading.then(step);
  };
  port.on('close', () => {
    idle = false;
  });
  port.on('message', (order: Order) => {
    if (order.kind === 'hash') void hashOrdered(order.order, turn);
    else if (order.kind === 'start-reader') next(() => warm(() => !idle));
    else {
      idle = false;
      next(async () => port.postMessage(await answer(order)));
    }
  });
}

async function answer({ id, pdf, claims }: Extract<Order, { readonly kind: 'read' }>): Promise<Answer> {
  try {
    return { id, texts: await readTexts(pdf, claims, turn) };
  } catch (fault) {
    return { id, fault };
  }
}

/** Resolves when this thread has done what waited for it. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A fault shows when a file is read. */
async function warm(stopped: () => boolean): Promise<void> {
  try {
    await warmReader(turn, stopped);
  } catch {
    // Reading tells.
  }
}

/** What a thread is given that is started for nothing else. */
export interface HelpData {
  readonly kind: 'kessan-help';
  readonly port: MessagePort;
}

const given: unknown = isMainThread ? undefined : workerData;
if (typeof given === 'object' && given !== null && 'kind' in given && given.kind === 'kessan-help') helpThread((given as HelpData).port);
