// Turn work that another thread can do into messages to it, and its answers into results.
import type { MessagePort } from 'node:worker_threads';
import type { HashOrder } from '../load/hash-ahead.ts';
import type { TextReader } from '../pdf/engine/text-reader.ts';
import type { Answer, Order } from './help-thread.ts';

/** A thread that does `helpThread`, and what it does for this one. */
export interface Helper {
  readonly reader: TextReader;
  readonly hash: (order: HashOrder) => void;
  /** It has ended: whoever awaits something of it is told why. */
  readonly lost: (fault: unknown) => void;
}

/** Asks by `port`, which holds this thread only while an answer is awaited. */
export function helperBehind(port: MessagePort): Helper {
  const awaited = new Map<number, (answer: Answer) => void>();
  let last = 0;
  const ask = (order: Order) => port.postMessage(order);
  port.on('message', (answer: Answer) => {
    awaited.get(answer.id)?.(answer);
    awaited.delete(answer.id);
    if (awaited.size === 0) port.unref();
  });
  port.unref();
  const reader: TextReader = {
    start: async () => ask({ kind: 'start-reader' }),
    read: (pdf, claims) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        awaited.set(id, (answer) => ('texts' in answer ? resolve(answer.texts) : reject(answer.fault)));
        port.ref();
        // In memory of both threads, so that there is one copy.
        const shared = new Uint8Array(new SharedArrayBuffer(pdf.length));
        shared.set(pdf);
        ask({ kind: 'read', id, pdf: shared, claims });
      }),
  };
  const lost = (fault: unknown) => {
    for (const [id, tell] of awaited) tell({ id, fault });
    awaited.clear();
    port.close();
  };
  return { reader, hash: (order) => ask({ kind: 'hash', order }), lost };
}
