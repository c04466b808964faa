// Turn the bytes of a PDF into the text of its pages, by whoever reads for this thread: itself, unless another reader was given.
import type { PageClaims } from './page-claims.ts';

/** Reads PDFs that this program has written. */
export interface TextReader {
  /** Begins what takes time before a first file can be read, and resolves when that goes on by itself; a fault shows when a file is read. */
  readonly start: () => Promise<void>;
  /**
   * The text of every page in order, as the reader extracts it; undefined for pages that are taken in `claims` before the reader comes to
   * them, unless the file has another number of pages: then all are read. Rejects when the bytes are not a readable PDF.
   */
  readonly read: (pdf: Uint8Array, claims: PageClaims) => Promise<readonly (string | undefined)[]>;
}

const thisThread: TextReader = {
  start: async () => (await import('./open-pdf.ts')).startReader(),
  read: async (pdf, claims) => (await import('./open-pdf.ts')).readTexts(pdf, claims),
};

let reader = thisThread;

/** From now on `other` reads, a thread that is idle while this one works; without it, this thread. */
export function readTextsBy(other: TextReader = thisThread): void {
  reader = other;
}

/** The reader for this thread. */
export const textReader = (): TextReader => reader;
