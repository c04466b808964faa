// Turn PDF bytes that this program has written into text and images, by the PDF reader, which is a different program from the writer.

import { type PageClaims, takePage } from './page-claims.ts';
import { type Bitmap, drawPage } from './page-image.ts';
import { drawPicture, type PagePicture } from './page-picture.ts';
import { pageText } from './page-text.ts';
import { type PdfEngine, startEngine, withDocument, withPage } from './pdf-engine.ts';

/** What is asked of a document; each answer frees all that the reader needed for it. */
export interface OpenPdf {
  readonly pages: number;
  /** The text of a page, by its index from 0, as the reader extracts it. */
  readonly text: (index: number) => string;
  /** A page at `scale` pixels a point. */
  readonly draw: (index: number, scale: number) => Bitmap;
  /** The same as it looks on a screen: in colour where it has any, of at most `pixels` pixels. */
  readonly picture: (index: number, scale: number, pixels: number) => PagePicture;
}

let engine: Promise<PdfEngine> | undefined;

/** Bytes of memory above which a reader is given up: it never shrinks. A release of 15 pages needs 18 million, drawn at 96 dpi. */
const mostKept = 64 * 1024 * 1024;

/** The reader starts once a process: it holds no state between documents. */
function reader(): Promise<PdfEngine> {
  engine ??= startEngine();
  return engine;
}

/** Lets the reader's program compile on another thread while this one works; a fault shows when a document is opened. */
export function startReader(): void {
  reader().catch(() => {});
}

/** Bytes of the reader's memory: what is not freed in it shows here. */
export async function readerMemory(): Promise<number> {
  return (await reader()).HEAPU8.length;
}

/**
 * Opens the document in this process, hands it to `use`, and frees it whatever happens. For what this program has made only: files from
 * elsewhere have a process of their own (read-pdf.ts). Rejects when the bytes are not a readable PDF.
 */
export async function withPdf<T>(pdf: Uint8Array, use: (document: OpenPdf) => T | Promise<T>): Promise<T> {
  const opened = await reader();
  try {
    return await withDocument(opened, pdf, async (document, pages) => use(openPdf(opened, document, pages)));
  } catch (error) {
    // After a fault of its own the program is not to be trusted: the next document has a new one.
    if (error instanceof Error && error.name === 'RuntimeError') engine = undefined;
    throw error;
  } finally {
    if (opened.HEAPU8.length > mostKept) engine = undefined;
  }
}

function openPdf(opened: PdfEngine, document: number, pages: number): OpenPdf {
  return {
    pages,
    text: (index) => withPage(opened, document, index, (page) => pageText(opened, page, index)),
    draw: (index, scale) =>
      withPage(opened, document, index, (page) => {
        // Whole points, and whole pixels of them: pages that were approved were drawn so.
        const pixels = (points: number) => Math.floor(Math.floor(points) * scale);
        return drawPage(opened, page, index, pixels(opened._FPDF_GetPageWidth(page)), pixels(opened._FPDF_GetPageHeight(page)));
      }),
    picture: (index, scale, pixels) =>
      withPage(opened, document, index, (page) => {
        const [width, height] = [opened._FPDF_GetPageWidthF(page), opened._FPDF_GetPageHeightF(page)];
        const bounded = Math.min(scale, Math.sqrt(pixels / (width * height)));
        return drawPicture(opened, page, index, Math.max(1, Math.round(width * bounded)), Math.max(1, Math.round(height * bounded)));
      }),
  };
}

/** Text of every page in reading order. */
export function readText(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, ({ pages, text }) => Array.from({ length: pages }, (_, index) => text(index)));
}

/**
 * The same, undefined for pages that others took in `claims`; all are read when the file has another number of pages. `turn` is awaited
 * before each page, for a thread that has to listen meanwhile.
 */
export function readTexts(pdf: Uint8Array, claims: PageClaims, turn?: () => Promise<void>): Promise<readonly (string | undefined)[]> {
  return withPdf(pdf, async ({ pages, text }) => {
    const read: (string | undefined)[] = new Array<undefined>(pages).fill(undefined);
    for (let index = 0; index < pages; index++) {
      if (turn) await turn();
      if (claims.length !== pages || takePage(claims, index)) read[index] = text(index);
    }
    return read;
  });
}

/** Every page at `dpi` dots an inch; 96 shows a changed digit of 7 pt in some fifteen pixels. */
export function rasterise(pdf: Uint8Array, dpi = 96): Promise<Bitmap[]> {
  return withPdf(pdf, ({ pages, draw }) => Array.from({ length: pages }, (_, index) => draw(index, dpi / 72)));
}
