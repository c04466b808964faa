// Turn a command that runs in a thread into a process that obeys: signals at any moment, output to the last byte, nothing left behind.
import { rmSync, writeSync } from 'node:fs';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { RunTrace } from '../model/run-traces.ts';
import { exit } from './console.ts';
import { startEarly } from './early-reader.ts';
import { mappedStack } from './mapped-stack.ts';
import { type OutputStreams, outputStreams } from './output-streams.ts';

/** What the thread tells the process, in order. */
export type ThreadMessage =
  | { readonly kind: 'stdout'; readonly text: string }
  | { readonly kind: 'stderr'; readonly text: string }
  | { readonly kind: 'trace'; readonly trace: RunTrace }
  | { readonly kind: 'done'; readonly code: number }
  /** An error of ours: its stack. */
  | { readonly kind: 'bug'; readonly stack: string };

/** What the thread is given: `port` for its messages, `orders` for what the first thread is to do for it, and what it cannot ask itself. */
export interface ThreadData<Settings> {
  readonly port: MessagePort;
  readonly orders: MessagePort;
  /** Behind it a reader of PDF files is starting. */
  readonly reader?: MessagePort;
  readonly settings: Settings;
}

/** Signals that end the process, with its exit code: 128 and the number of the signal. */
const endings = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Milliseconds that a signal waits for outputs that are just being replaced, so that all of them are new. */
const replacingMilliseconds = 300;

/** Releases that a stopped run names; of the others it says how many. */
const mostNamed = 20;

/**
 * MB of young objects before the engine looks which of them live (48 unless said): what a stage makes dies young, so that a build of
 * fifteen pages takes a tenth less memory, and a little less time. The heap as a whole keeps the size that the user gives it.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

/**
 * Runs `program` in a thread and answers the exit code. A signal ends the process instead, whatever the thread is at. `reads`: a reader of
 * PDF files is to start at once.
 */
export async function supervise<Settings>(program: string, settings: Settings, reads: boolean): Promise<number> {
  let stopping = false;
  let stop: (code: number) => void = (code) => process.exit(code);
  for (const [signal, code] of Object.entries(endings))
    process.on(signal, () => {
      if (!stopping) stop(code);
      stopping = true;
    });
  // A file that grows beyond what the system allows is a fault of writing it (EFBIG), not the end of the process.
  process.on('SIGXFSZ', () => {});

  const { port1: port, port2 } = new MessageChannel();
  const { port1: help, port2: orders } = new MessageChannel();
  const { port1: asked, port2: reader } = reads ? new MessageChannel() : {};
  const data: ThreadData<Settings> = { port: port2, orders, settings, ...(reader && { reader }) };
  const worker = new Worker(program, { workerData: data, transferList: [port2, orders, ...(reader ? [reader] : [])], resourceLimits });
  const streams = outputStreams();
  const run = new WatchedRun(streams);
  // Loaded when the thread has begun. Orders wait for it.
  if (asked) void startEarly(asked, (trace) => run.hear({ kind: 'trace', trace }));
  void import('../project/help-thread.ts').then(({ helpThread }) => helpThread(help));
  port.on('message', (message: ThreadMessage) => run.hear(message));
  const drain = () => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) run.hear(next.message as ThreadMessage);
  };
  stop = (code) => {
    drain();
    const end = () =>
      void worker.terminate().then(() => {
        drain();
        run.clear();
        run.tellRemaining();
        process.exit(code);
      });
    run.afterReplacing(replacingMilliseconds, end);
  };
  worker.on('error', (fault) => run.hear(messageOf(fault)));
  await new Promise<void>((resolve) => {
    worker.on('exit', () => resolve());
  });
  drain();
  port.close();
  help.close();
  run.clear();
  return run.end();
}

/** All that a run has told of itself. */
class WatchedRun {
  readonly #streams: OutputStreams;
  readonly #temporary = new Set<string>();
  readonly #processes = new Set<number>();
  readonly #published: string[] = [];
  readonly #bugs: string[] = [];
  #remaining: readonly string[] = [];
  #code: number | undefined;
  #replacing = false;
  #replaced = () => {};

  constructor(streams: OutputStreams) {
    this.#streams = streams;
  }

  hear(message: ThreadMessage): void {
    if (message.kind === 'stdout' || message.kind === 'stderr') this.#streams.write(message.kind, message.text);
    else if (message.kind === 'trace') this.#note(message.trace);
    else if (message.kind === 'done') this.#code = message.code;
    else this.#bugs.push(`this is a fault of the program, not of your data\n${message.stack}`);
  }

  #note(trace: RunTrace): void {
    if (trace.kind === 'temporary') for (const file of trace.files) this.#temporary.add(file);
    else if (trace.kind === 'process-started') this.#processes.add(trace.id);
    else if (trace.kind === 'process-ended') this.#processes.delete(trace.id);
    else if (trace.kind === 'replacing') this.#replacing = true;
    else if (trace.kind === 'remaining') this.#remaining = trace.names;
    else {
      this.#published.push(...trace.files);
      this.#replacing = false;
      this.#temporary.clear();
      this.#replaced();
    }
  }

  /** Now, unless outputs are being replaced: then when they are, or when that takes too long. */
  afterReplacing(milliseconds: number, then: () => void): void {
    if (!this.#replacing) {
      then();
      return;
    }
    const timer = setTimeout(then, milliseconds);
    this.#replaced = () => {
      clearTimeout(timer);
      this.#replaced = () => {};
      then();
    };
  }

  /** Removes what must not outlive the run; the run itself has ended. */
  clear(): void {
    for (const id of this.#processes) kill(id);
    for (const file of this.#temporary) remove(file);
  }

  /** Before the process ends by a signal: the releases of many that are not built. */
  tellRemaining(): void {
    if (this.#remaining.length === 0) return;
    const more = this.#remaining.length > mostNamed ? `, and ${this.#remaining.length - mostNamed} more` : '';
    try {
      writeSync(2, `\nkessan: stopped; not built: ${this.#remaining.slice(0, mostNamed).join(', ')}${more}\n`);
    } catch {
      // Nobody listens.
    }
  }

  /** Waits until all is written. What stopped the run or its output is told, and what was published all the same. */
  async end(): Promise<number> {
    await this.#streams.drained();
    const unwritten = this.#streams.fault('stdout');
    const faults = [...this.#bugs, ...(unwritten ? [`standard output cannot be written: ${unwritten.message}`] : [])];
    for (const fault of faults) this.#streams.write('stderr', `kessan: ${fault}\n`);
    if (faults.length > 0 && this.#published.length > 0)
      this.#streams.write('stderr', `these files are published all the same:\n${this.#published.map((file) => `  ${file}\n`).join('')}`);
    await this.#streams.drained();
    return faults.length > 0 || this.#streams.fault('stderr') ? exit.fault : (this.#code ?? exit.fault);
  }
}

function messageOf(fault: unknown): ThreadMessage {
  if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { kind: 'bug', stack: 'it needs more memory than the engine may take; NODE_OPTIONS=--max-old-space-size=4096 gives it 4096 MB' };
  return { kind: 'bug', stack: stackOf(fault) };
}

export const stackOf = (fault: unknown): string => (fault instanceof Error ? mappedStack(fault.stack ?? fault.message) : String(fault));

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next run removes it.
  }
}
