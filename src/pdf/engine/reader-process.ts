// Turn a program of its own into one that reads files for this one, one after the other: in its limits of time and memory, killed where it fails.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingLimits } from '../../model/limits.ts';
import { noteTrace } from '../../model/run-traces.ts';
import { say } from '../../model/say.ts';
import { type PdfPage, unpackPage } from './pdf-page.ts';
import type { ReadingMessage, ReadingOrder, ReadingRequest } from './read-document.ts';

/** The file cannot be read: the message goes on from its name. */
export class UnreadablePdf extends Error {}

/** Said of a file that was given up. */
export const nobodyWaits = 'nobody waits for it';

/** A page of 64 KiB is what the reader's memory is counted in. */
const memoryPages = (readingLimits.megabytes * 1024) / 64;

/**
 * Files after which a reader ends, and bytes that its process may hold after one of them to wait for the next: 75 million after a release
 * of fifteen pages, 105 million and more after files that make a comparison large, which then has that memory for itself.
 */
const most = { files: 32, memory: 96_000_000 } as const;

/** One file that is being read. */
interface Reading {
  readonly order: ReadingOrder;
  /** By index; undefined until the file is open. */
  pages?: (PdfPage | undefined)[];
  /** Pages that have come. */
  come: number;
  /** Ends the reading when the file, or a page, takes too long. */
  timer: NodeJS.Timeout;
  readonly whole: NodeJS.Timeout;
  readonly resolve: (pages: readonly (PdfPage | undefined)[]) => void;
  readonly reject: (fault: UnreadablePdf) => void;
}

export class ReaderProcess {
  /** Its program is not optimised while it runs. */
  readonly quick: boolean;
  readonly #child: ChildProcess;
  readonly #end = () => this.end();
  #reading: Reading | undefined;
  #files = 0;
  #ended = false;

  /** To be `quick` pays up to some sixty pages. */
  constructor(quick: boolean) {
    this.quick = quick;
    this.#child = fork(readerFile(), [], {
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
    // A reader that hangs would outlive a command that is stopped from outside.
    if (this.#child.pid !== undefined) noteTrace({ kind: 'process-started', id: this.#child.pid });
    process.once('exit', this.#end);
    this.#child.on('message', (message: ReadingMessage) => this.#hear(message));
    this.#child.on('error', (error) => this.#refuse(say`the reader cannot be started: ${error.message}`));
    // The channel ends after its last message, which the end of the process need not.
    this.#child.on('disconnect', () =>
      this.#refuse(say`the reader broke down at ${this.#at()}: it may need more than ${readingLimits.megabytes} MB`),
    );
    // A reader that breaks down before it has the whole file is told by its channel.
    this.#child.stdin?.on('error', () => {});
    this.#hold(false);
  }

  /** Whether it can be given another file. */
  get usable(): boolean {
    return !this.#ended;
  }

  /** Whether it is reading a file. */
  get busy(): boolean {
    return this.#reading !== undefined;
  }

  /** Ends it; what it is reading is told as unreadable. */
  stop(): void {
    this.#refuse(nobodyWaits);
  }

  /** Rejects with `UnreadablePdf`, and ends, when the file is no sound PDF within the limits. One file at a time. */
  read(order: ReadingOrder): Promise<readonly (PdfPage | undefined)[]> {
    return new Promise((resolve, reject) => {
      const whole = setTimeout(
        () =>
          this.#refuse(say`it takes longer than ${readingLimits.fileMilliseconds / 1000} seconds in all, and has reached ${this.#at()}`),
        readingLimits.fileMilliseconds,
      );
      this.#reading = { order, come: 0, timer: this.#timer(), whole, resolve, reject };
      this.#hold(true);
      const { bytes, ...wanted } = order;
      const request: ReadingRequest = { size: bytes.length, ...wanted };
      this.#child.send(request, (fault) => fault && this.#refuse(say`the reader broke down: ${fault.message}`));
      this.#child.stdin?.write(bytes);
    });
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    process.off('exit', this.#end);
    this.#child.kill('SIGKILL');
    if (this.#child.pid !== undefined) noteTrace({ kind: 'process-ended', id: this.#child.pid });
  }

  /** Ends it, and resolves when the system has it no more. */
  async endNow(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    const gone = pid === undefined || exitCode !== null || signalCode !== null;
    this.end();
    if (gone) return;
    this.#child.ref();
    await new Promise((resolve) => this.#child.once('exit', resolve));
  }

  #timer(): NodeJS.Timeout {
    const { pageMilliseconds } = readingLimits;
    return setTimeout(() => this.#refuse(say`${this.#at()} takes longer than ${pageMilliseconds / 1000} seconds`), pageMilliseconds);
  }

  #hear(message: ReadingMessage): void {
    const reading = this.#reading;
    if (!reading) return;
    if (message.kind === 'fault') {
      this.#refuse(message.message);
      return;
    }
    clearTimeout(reading.timer);
    if (message.kind === 'done') {
      this.#close(reading);
      if (++this.#files >= most.files || message.memory > most.memory) this.end();
      reading.resolve(reading.pages ?? []);
      return;
    }
    if (message.kind === 'opened') reading.pages = new Array(message.pages).fill(undefined);
    else if (reading.pages) reading.pages[this.#index(reading)] = unpackPage(message.page);
    if (message.kind === 'page') reading.come++;
    reading.timer = this.#timer();
  }

  #refuse(message: string): void {
    const reading = this.#reading;
    this.end();
    if (!reading) return;
    this.#close(reading);
    reading.reject(new UnreadablePdf(message));
  }

  #close(reading: Reading): void {
    clearTimeout(reading.timer);
    clearTimeout(reading.whole);
    this.#reading = undefined;
    this.#hold(false);
  }

  /** What a reading is at, in words. */
  #at(): string {
    return this.#reading?.pages ? say`page ${this.#index(this.#reading) + 1}` : 'opening it';
  }

  /** Of the page that comes next. */
  #index({ order, come }: Reading): number {
    return order.pages?.[come] ?? come;
  }

  /** A reader that has nothing to do does not hold this process alive. */
  #hold(busy: boolean): void {
    const { channel, stdin } = this.#child;
    // A pipe is a socket, which the type of a stream does not tell.
    const held = [this.#child, channel, stdin as (typeof stdin & Partial<Pick<NodeJS.Timeout, 'ref' | 'unref'>>) | null];
    for (const each of held)
      if (busy) each?.ref?.();
      else each?.unref?.();
  }
}

/** In the bundle beside the code; from sources, the one of the bundle. */
function readerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'pdf-reader.js'), join(here, '../../../dist/pdf-reader.js')].find(existsSync);
  if (file === undefined) throw new Error('read-pdf: the program was not bundled');
  return file;
}
