// Turn PDF bytes that nobody vouches for into pages, or into a clear refusal: a process of its own reads them, with limits of time and memory.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readingLimits } from '../../model/limits.ts';
import { noteTrace } from '../../model/run-traces.ts';
import { type PdfPage, unpackPage } from './pdf-page.ts';
import type { ReadingMessage, ReadingOrder, ReadingRequest } from './read-document.ts';

/** The file cannot be read: the message goes on from its name. */
export class UnreadablePdf extends Error {}

/** All pages, with images at `dpi` dots an inch; without it, words alone. Rejects with `UnreadablePdf` for any file that is no sound PDF within the limits. */
export async function readPdf(bytes: Uint8Array, dpi?: number): Promise<readonly PdfPage[]> {
  if (bytes.length > readingLimits.fileBytes)
    throw new UnreadablePdf(`it has ${bytes.length} bytes, and ${readingLimits.fileBytes} are read`);
  if (!startsAsPdf(bytes)) throw new UnreadablePdf('it is no PDF: no %PDF- stands at its beginning');
  const reader = startReader(bytes.length);
  // A reader that hangs would outlive a command that is stopped from outside.
  const trace = (kind: 'process-started' | 'process-ended') => reader.pid !== undefined && noteTrace({ kind, id: reader.pid });
  trace('process-started');
  const end = () => reader.kill('SIGKILL');
  process.once('exit', end);
  try {
    return await receive(reader, { bytes, dpi });
  } finally {
    process.off('exit', end);
    end();
    trace('process-ended');
  }
}

/** Text of every page, words parted by spaces. Rejects as `readPdf` does. */
export async function readForeignText(bytes: Uint8Array): Promise<readonly string[]> {
  const pages = await readPdf(bytes);
  return pages.map(({ words }) => words.map(({ text }) => text).join(' '));
}

/** Readers look for the mark in the first kilobyte. */
function startsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** A page of 64 KiB is what the reader's memory is counted in. */
const memoryPages = (readingLimits.megabytes * 1024) / 64;

/** Bytes of a file whose pages are read sooner than the engine has optimised the reader's program for them: some sixty pages. */
const quickBytes = 1_000_000;

function startReader(size: number): ChildProcess {
  const quick = size <= quickBytes ? ['--liftoff-only'] : [];
  return fork(readerFile(), [], {
    execArgv: [
      `--max-old-space-size=${readingLimits.megabytes}`,
      `--wasm-max-mem-pages=${memoryPages}`,
      '--max-semi-space-size=4',
      ...quick,
    ],
    serialization: 'advanced',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
}

/** In the bundle beside the code; from sources, the one of the bundle. */
function readerFile(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'pdf-reader.js'), join(here, '../../../dist/pdf-reader.js')].find(existsSync);
  if (file === undefined) throw new Error('read-pdf: the program was not bundled');
  return file;
}

function receive(reader: ChildProcess, { bytes, dpi }: ReadingOrder): Promise<readonly PdfPage[]> {
  return new Promise((resolve, reject) => {
    const pages: PdfPage[] = [];
    let opened = false;
    const at = () => (opened ? `page ${pages.length + 1}` : 'opening it');
    const refuse = (message: string) => {
      clearTimeout(timer);
      clearTimeout(whole);
      reject(new UnreadablePdf(message));
    };
    const expire = () => refuse(`${at()} takes longer than ${readingLimits.pageMilliseconds / 1000} seconds`);
    let timer = setTimeout(expire, readingLimits.pageMilliseconds);
    const whole = setTimeout(
      () => refuse(`it takes longer than ${readingLimits.fileMilliseconds / 1000} seconds in all, and has reached ${at()}`),
      readingLimits.fileMilliseconds,
    );
    reader.on('message', (message: ReadingMessage) => {
      clearTimeout(timer);
      if (message.kind === 'fault') refuse(message.message);
      else if (message.kind === 'done') {
        clearTimeout(whole);
        resolve(pages);
      } else {
        opened = true;
        if (message.kind === 'page') pages.push(unpackPage(message.page));
        timer = setTimeout(expire, readingLimits.pageMilliseconds);
      }
    });
    reader.on('error', (error) => refuse(`the reader cannot be started: ${error.message}`));
    // The channel ends after its last message, which the end of the process need not.
    reader.on('disconnect', () => {
      refuse(`the reader broke down at ${at()}: it may need more than ${readingLimits.megabytes} MB`);
    });
    // A reader that breaks down before it has the whole file is told by its channel.
    reader.stdin?.on('error', () => {});
    reader.stdin?.end(bytes);
    const request: ReadingRequest = { size: bytes.length, dpi };
    reader.send(request);
  });
}
