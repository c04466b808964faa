// Turn a reader that one thread has started into one that another thread asks: it can start before the program that needs it is loaded.
import type { MessagePort } from 'node:worker_threads';
import type { ReadingRequest } from './read-document.ts';
import type { ChildEvent, ReaderChild } from './reader-child.ts';

/** What the thread that asks says. */
type HostedOrder = { readonly kind: 'ask'; readonly request: ReadingRequest; readonly bytes: Uint8Array } | { readonly kind: 'kill' };

/** What it is told: all that is heard of the process, and that the system has it no more. */
type HostedEvent = ChildEvent | { readonly kind: 'gone' };

/**
 * Passes on what is asked of a process by `port` and what it says, from its start on; it ends with the other thread, and does not hold this
 * one. Undefined where it cannot be started, which is told.
 */
export function hostReader(start: () => ReaderChild, port: MessagePort): ReaderChild | undefined {
  const tell = (event: HostedEvent) => port.postMessage(event);
  const child = started(start, (fault) => tell({ kind: 'unstarted', fault }));
  if (!child) {
    port.close();
    return undefined;
  }
  child.listen(tell);
  child.hold(false);
  port.on('message', (order: HostedOrder) => {
    if (order.kind === 'ask') {
      child.ask(order.request, order.bytes);
      return;
    }
    child.kill();
    void child.gone().then(() => tell({ kind: 'gone' }));
  });
  port.on('close', () => child.kill());
  port.unref();
  return child;
}

function started(start: () => ReaderChild, refuse: (fault: string) => void): ReaderChild | undefined {
  try {
    return start();
  } catch (fault) {
    refuse(fault instanceof Error ? fault.message : String(fault));
    return undefined;
  }
}

/** The process behind `port`, on whose other side is `hostReader`. */
export function readerBehind(port: MessagePort): ReaderChild {
  let ended: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const order = (what: HostedOrder) => port.postMessage(what);
  return {
    pid: undefined,
    listen: (hear) => {
      port.on('message', (event: HostedEvent) => {
        if (event.kind === 'gone') ended();
        else hear(event);
      });
      port.on('close', ended);
      port.unref();
    },
    ask: (request, bytes) => order({ kind: 'ask', request, bytes }),
    hold: (held) => {
      if (held) port.ref();
      else port.unref();
    },
    kill: () => order({ kind: 'kill' }),
    gone: async () => {
      port.ref();
      await gone;
      port.close();
    },
  };
}
