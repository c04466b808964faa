// Turn requests for the text of pages into messages to the process's first thread, and its answers into results.
import type { MessagePort } from 'node:worker_threads';
import type { TextReader } from '../pdf/engine/text-reader.ts';
import type { ReadingAnswer, ReadingOrder } from './read-for-thread.ts';

/** Asks by `port`, which holds this thread only while an answer is awaited. */
export function firstThreadReader(port: MessagePort): TextReader {
  const awaited = new Map<number, (answer: ReadingAnswer) => void>();
  let last = 0;
  const ask = (order: ReadingOrder) => port.postMessage(order);
  port.on('message', (answer: ReadingAnswer) => {
    awaited.get(answer.id)?.(answer);
    awaited.delete(answer.id);
    if (awaited.size === 0) port.unref();
  });
  port.unref();
  return {
    start: () => ask({ kind: 'start' }),
    read: (pdf, known) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        awaited.set(id, (answer) => ('texts' in answer ? resolve(answer.texts) : reject(answer.fault)));
        port.ref();
        // In memory of both threads, so that there is one copy.
        const shared = new Uint8Array(new SharedArrayBuffer(pdf.length));
        shared.set(pdf);
        ask({ kind: 'read', id, pdf: shared, known });
      }),
  };
}
