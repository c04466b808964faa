// Turn PDF bytes that nobody vouches for into pages, or into a clear refusal: a process of its own reads them, with limits of time and memory.
import { readingLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { isQuick, startsAsPdf } from './before-reading.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Wanted } from './read-document.ts';
import type { ReaderChild } from './reader-child.ts';
import { nobodyWaits, ReaderProcess, UnreadablePdf } from './reader-process.ts';

/** All pages, with images at `dpi` dots an inch; without it, words alone. Rejects with `UnreadablePdf` for any file that is no sound PDF within the limits. */
export async function readPdf(bytes: Uint8Array, dpi?: number): Promise<readonly PdfPage[]> {
  const pages = await readWantedPages(bytes, { dpi });
  return pages.filter((page) => page !== undefined);
}

/** The pages that are wanted, each at its index; undefined for the others. Rejects as `readPdf` does, and when `signal` is aborted. */
export async function readWantedPages(bytes: Uint8Array, wanted: Wanted, signal?: AbortSignal): Promise<readonly (PdfPage | undefined)[]> {
  if (bytes.length > readingLimits.fileBytes)
    throw new UnreadablePdf(say`it has ${bytes.length} bytes, and ${readingLimits.fileBytes} are read`);
  if (!startsAsPdf(bytes)) throw new UnreadablePdf('it is no PDF: no %PDF- stands at its beginning');
  if (signal?.aborted) throw new UnreadablePdf(nobodyWaits);
  const reader = take(isQuick(bytes.length, wanted.pages?.length));
  const stop = () => reader.stop();
  signal?.addEventListener('abort', stop);
  try {
    return await reader.read({ bytes, ...wanted });
  } finally {
    signal?.removeEventListener('abort', stop);
    putBack(reader);
  }
}

/** Lets a reader start for a file of that many bytes while this process does something else. */
export function startReading(size: number): void {
  putBack(take(isQuick(size, undefined)));
}

/** A process that was started for files that are read soon, as `isQuick` has them, waits for them. */
export function adoptReader(child: ReaderChild): void {
  const reader = new ReaderProcess(true, child);
  running.add(reader);
  putBack(reader);
}

/** Ends the readers that read nothing, and resolves when they are gone: a command that reads no more leaves no process behind. */
export async function endReaders(): Promise<void> {
  for (const { timer } of waiting.splice(0)) clearTimeout(timer);
  await Promise.all([...running].filter(({ busy }) => !busy).map((reader) => reader.endNow()));
}

/** Text of every page, words parted by spaces. Rejects as `readPdf` does. */
export async function readForeignText(bytes: Uint8Array): Promise<readonly string[]> {
  const pages = await readPdf(bytes);
  return pages.map(({ words }) => words.map(({ text }) => text).join(' '));
}

/** All that were started and have not ended, or not long ago. */
const running = new Set<ReaderProcess>();
/** Waiting for the next file, the last used first: two files of a comparison are read at once. */
const waiting: { readonly reader: ReaderProcess; readonly timer: NodeJS.Timeout }[] = [];
/** Readers that wait, and milliseconds until one that waits ends: starting takes a twentieth of a second, waiting takes 60 MB. */
const most = { waiting: 2, milliseconds: 10_000 } as const;

function take(forFew: boolean): ReaderProcess {
  const found = waiting.find(({ reader }) => reader.quick === forFew && reader.usable);
  if (found) {
    waiting.splice(waiting.indexOf(found), 1);
    clearTimeout(found.timer);
    return found.reader;
  }
  for (const reader of running) if (!reader.usable) running.delete(reader);
  const started = new ReaderProcess(forFew);
  running.add(started);
  return started;
}

function putBack(reader: ReaderProcess): void {
  if (!reader.usable) return;
  const timer = setTimeout(() => {
    reader.end();
    waiting.splice(waiting.indexOf(place), 1);
  }, most.milliseconds);
  const place = { reader, timer };
  timer.unref();
  waiting.unshift(place);
  for (const { reader: oldest, timer: late } of waiting.splice(most.waiting)) {
    clearTimeout(late);
    oldest.end();
  }
}
