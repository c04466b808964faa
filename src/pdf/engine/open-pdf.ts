// Turn PDF bytes into an open document of the PDF reader, which is a different program from the writer.
import { drawGrey, type PdfEngine, startEngine, withDocument, withMemory, withPage, withText } from './pdf-engine.ts';

/** What is asked of a document; each answer frees all that the reader needed for it. */
export interface OpenPdf {
  readonly pages: number;
  /** The text of a page, by its index from 0, as the reader extracts it. */
  readonly text: (index: number) => string;
  /** A page as 8-bit grey at `scale` pixels a point. */
  readonly draw: (index: number, scale: number) => { readonly width: number; readonly height: number; readonly data: Uint8Array };
}

let engine: Promise<PdfEngine> | undefined;

/** The reader starts once a process: it holds no state between documents. */
function reader(): Promise<PdfEngine> {
  engine ??= startEngine();
  return engine;
}

/** Lets the reader's program compile on another thread while this one works; a fault shows when a document is opened. */
export function startReader(): void {
  reader().catch(() => {});
}

/** Bytes of the reader's memory, which never shrinks: what is not freed in it shows here. */
export async function readerMemory(): Promise<number> {
  return (await reader()).HEAPU8.length;
}

/** Opens the document, hands it to `use`, and frees it whatever happens. Rejects when the bytes are not a readable PDF. */
export async function withPdf<T>(pdf: Uint8Array, use: (document: OpenPdf) => T): Promise<T> {
  const opened = await reader();
  try {
    return await withDocument(opened, pdf, async (document, pages) => use(openPdf(opened, document, pages)));
  } catch (error) {
    // After a fault of its own the program is not to be trusted: the next document has a new one.
    if (error instanceof Error && error.name === 'RuntimeError') engine = undefined;
    throw error;
  }
}

function openPdf(opened: PdfEngine, document: number, pages: number): OpenPdf {
  return {
    pages,
    text: (index) => withPage(opened, document, index, (page) => withText(opened, page, index, (text) => textOf(opened, text))),
    draw: (index, scale) => withPage(opened, document, index, (page) => draw(opened, page, index, scale)),
  };
}

function textOf(opened: PdfEngine, text: number): string {
  const count = opened._FPDFText_CountChars(text);
  if (count <= 0) return '';
  return withMemory(opened, (count + 1) * 2, (units) => {
    const length = opened._FPDFText_GetText(text, 0, count, units);
    return length <= 0 ? '' : new TextDecoder('utf-16le').decode(opened.HEAPU8.subarray(units, units + (length - 1) * 2));
  });
}

/** FPDF_ANNOT, FPDF_LCD_TEXT, FPDF_GRAYSCALE: pages that were approved were drawn so. */
const flags = 0x01 | 0x02 | 0x08;

function draw(opened: PdfEngine, page: number, index: number, scale: number): ReturnType<OpenPdf['draw']> {
  const pixels = (points: number) => Math.floor(Math.floor(points) * scale);
  const [width, height] = [pixels(opened._FPDF_GetPageWidth(page)), pixels(opened._FPDF_GetPageHeight(page))];
  return { width, height, data: drawGrey(opened, page, index, [width, height], flags) };
}
