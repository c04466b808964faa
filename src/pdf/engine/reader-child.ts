// Turn the program in which files of others are read into a process that is asked by messages, whichever thread has started it.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingLimits } from '../../model/limits.ts';
import type { ReadingMessage, ReadingRequest } from './read-document.ts';

/** What is heard of a process. */
export type ChildEvent =
  | { readonly kind: 'message'; readonly message: ReadingMessage }
  /** It could not be started. */
  | { readonly kind: 'unstarted'; readonly fault: string }
  /** It could not be asked. */
  | { readonly kind: 'unheard'; readonly fault: string }
  /** It says no more: it has ended, or is about to. */
  | { readonly kind: 'disconnected' };

/** A process that reads files. */
export interface ReaderChild {
  /** Undefined where it could not be started, and where another thread has started it, which notes it then. */
  readonly pid: number | undefined;
  /** `hear` is told all from now on; one listener. */
  readonly listen: (hear: (event: ChildEvent) => void) => void;
  /** Hands a file over. */
  readonly ask: (request: ReadingRequest, bytes: Uint8Array) => void;
  /** Whether it keeps this thread alive. */
  readonly hold: (held: boolean) => void;
  readonly kill: () => void;
  /** Resolves when the system has it no more. */
  readonly gone: () => Promise<void>;
}

/** A page of 64 KiB is what the reader's memory is counted in. */
const memoryPages = (readingLimits.megabytes * 1024) / 64;

/** Starts one. Its program is not optimised while it runs where it is to be `quick`. */
export function forkReader(quick: boolean): ReaderChild {
  const child = fork(readerFile(), [], {
    execArgv: [
      `--max-old-space-size=${readingLimits.megabytes}`,
      `--wasm-max-mem-pages=${memoryPages}`,
      '--max-semi-space-size=4',
      ...(quick ? ['--liftoff-only'] : []),
    ],
    serialization: 'advanced',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
  // A reader that breaks down before it has the whole file is told by its channel.
  child.stdin?.on('error', () => {});
  let hear: (event: ChildEvent) => void = () => {};
  return {
    pid: child.pid,
    listen: (listener) => {
      hear = listener;
      child.on('message', (message: ReadingMessage) => hear({ kind: 'message', message }));
      child.on('error', ({ message }) => hear({ kind: 'unstarted', fault: message }));
      // The channel ends after its last message, which the end of the process need not.
      child.on('disconnect', () => hear({ kind: 'disconnected' }));
    },
    ask: (request, bytes) => {
      child.send(request, (fault) => fault && hear({ kind: 'unheard', fault: fault.message }));
      child.stdin?.write(bytes);
    },
    hold: (held) => {
      const { channel, stdin } = child;
      // A pipe is a socket, which the type of a stream does not tell.
      const all = [child, channel, stdin as (typeof stdin & Partial<Pick<NodeJS.Timeout, 'ref' | 'unref'>>) | null];
      for (const each of all)
        if (held) each?.ref?.();
        else each?.unref?.();
    },
    kill: () => void child.kill('SIGKILL'),
    gone: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** In the bundle beside the code; from sources, the one of the bundle. */
function readerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'pdf-reader.js'), join(here, '../../../dist/pdf-reader.js')].find(existsSync);
  if (file === undefined) throw new Error('read-pdf: the program was not bundled');
  return file;
}
