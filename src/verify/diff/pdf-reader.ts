// Turn the bytes of a PDF into messages, page after page: the program of the process in which files of others are read.
import { type PdfEngine, startEngine, withDocument } from './pdf-engine.ts';
import { readPage } from './read-page.ts';
import { readingLimits } from './reading-limits.ts';
import type { PdfPage } from './version.ts';

/** What the process is asked. */
export interface ReadingOrder {
  readonly bytes: Uint8Array;
  readonly dpi: number;
}

/** What it answers: once that the file is open, then each page, then the end; or the fault that ends it. */
export type ReadingMessage =
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly message: string };

/** Hands every message to `send` and ends with `done` or `fault`. */
export function readAll(engine: PdfEngine, { bytes, dpi }: ReadingOrder, send: (message: ReadingMessage) => void): void {
  try {
    withDocument(engine, bytes, (document, pages) => {
      if (pages > readingLimits.pages) throw new Error(`it has ${pages} pages, and ${readingLimits.pages} are read`);
      if (pages === 0) throw new Error('it has no pages');
      send({ kind: 'opened', pages });
      let drawn = 0;
      for (let index = 0; index < pages; index++) {
        const page = readPage(engine, document, index, dpi);
        drawn += (page.bitmap?.width ?? 0) * (page.bitmap?.height ?? 0);
        if (drawn > readingLimits.filePixels)
          throw new Error(
            `its first ${index + 1} pages have more than ${readingLimits.filePixels} pixels in all: compare at fewer dots an inch`,
          );
        send({ kind: 'page', page });
      }
    });
    send({ kind: 'done' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const broken = (error instanceof Error && error.name === 'RuntimeError') || /Aborted|out of memory/i.test(message);
    send({ kind: 'fault', message: broken ? `the reader failed on it (${message})` : message });
  }
}

if (process.send) {
  const send = process.send.bind(process);
  // Listening holds the process alive until it disconnects, which it does when its last message is on its way.
  process.on('message', async (order: ReadingOrder) => {
    readAll(await startEngine(), order, (message) => {
      const last = message.kind === 'done' || message.kind === 'fault';
      send(message, undefined, undefined, last ? () => process.disconnect() : undefined);
    });
  });
}
