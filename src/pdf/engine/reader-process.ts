// Turn a program of its own into one that reads files for this one, one after the other: in its limits of time and memory, killed where it fails.
import { readingLimits } from '../../model/limits.ts';
import { noteTrace } from '../../model/run-traces.ts';
import { say } from '../../model/say.ts';
import { type PdfPage, unpackPage } from './pdf-page.ts';
import type { ReadingMessage, ReadingOrder, ReadingRequest } from './read-document.ts';
import { type ChildEvent, forkReader, type ReaderChild } from './reader-child.ts';

/** The file cannot be read: the message goes on from its name. */
export class UnreadablePdf extends Error {}

/** Said of a file that was given up. */
export const nobodyWaits = 'nobody waits for it';

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
  readonly #child: ReaderChild;
  readonly #end = () => this.end();
  #reading: Reading | undefined;
  #files = 0;
  #ended = false;

  /** To be `quick` pays up to some sixty pages. `child`: a process that was started before. */
  constructor(quick: boolean, child = forkReader(quick)) {
    this.quick = quick;
    this.#child = child;
    // A reader that hangs would outlive a command that is stopped from outside.
    if (child.pid !== undefined) noteTrace({ kind: 'process-started', id: child.pid });
    process.once('exit', this.#end);
    child.listen((event) => this.#hearOf(event));
    child.hold(false);
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
      this.#child.hold(true);
      const { bytes, ...wanted } = order;
      const request: ReadingRequest = { size: bytes.length, ...wanted };
      this.#child.ask(request, bytes);
    });
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    process.off('exit', this.#end);
    this.#child.kill();
    if (this.#child.pid !== undefined) noteTrace({ kind: 'process-ended', id: this.#child.pid });
  }

  /** Ends it, and resolves when the system has it no more. */
  async endNow(): Promise<void> {
    this.end();
    await this.#child.gone();
  }

  #timer(): NodeJS.Timeout {
    const { pageMilliseconds } = readingLimits;
    return setTimeout(() => this.#refuse(say`${this.#at()} takes longer than ${pageMilliseconds / 1000} seconds`), pageMilliseconds);
  }

  #hearOf(event: ChildEvent): void {
    if (event.kind === 'message') this.#hear(event.message);
    else if (event.kind === 'unstarted') this.#refuse(say`the reader cannot be started: ${event.fault}`);
    else if (event.kind === 'unheard') this.#refuse(say`the reader broke down: ${event.fault}`);
    else this.#refuse(say`the reader broke down at ${this.#at()}: it may need more than ${readingLimits.megabytes} MB`);
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
    this.#child.hold(false);
  }

  /** What a reading is at, in words. */
  #at(): string {
    return this.#reading?.pages ? say`page ${this.#index(this.#reading) + 1}` : 'opening it';
  }

  /** Of the page that comes next. */
  #index({ order, come }: Reading): number {
    return order.pages?.[come] ?? come;
  }
}
