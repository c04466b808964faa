// Turn the bytes of a PDF into messages, page after page with its words and its image, and the last one into how it ended.
import { readingLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { drawColours, drawPage } from './page-image.ts';
import { pageShapes } from './page-shapes.ts';
import { pageWords } from './page-text.ts';
import { type PdfEngine, withDocument, withPage } from './pdf-engine.ts';
import { type PackedPage, type PdfPage, packPage } from './pdf-page.ts';

/** What is read of a file. */
export interface Wanted {
  /** Dots an inch of the images; without it words alone are read. */
  readonly dpi?: number | undefined;
  /** Indexes of the pages that are read, from 0, rising; all unless given. What the file does not have is left out. */
  readonly pages?: readonly number[] | undefined;
}

/** What is asked of a process: the file itself comes by its standard input, which is not copied as messages are. */
export interface ReadingRequest extends Wanted {
  /** Bytes of the file. */
  readonly size: number;
}

/** The same with the file. */
export interface ReadingOrder extends Wanted {
  readonly bytes: Uint8Array;
}

/** What is answered: once that the file is open, then each page that is read, then the end; or the fault that ends it. */
export type ReadingMessage =
  | { readonly kind: 'opened'; readonly pages: number }
  | { readonly kind: 'page'; readonly page: PackedPage }
  /** `memory`: bytes that the process which read it holds. */
  | { readonly kind: 'done'; readonly memory: number }
  | { readonly kind: 'fault'; readonly message: string };

/** Hands every message to `send`, one after the other, and ends with `done` or `fault`. */
export async function readAll(
  engine: PdfEngine,
  { bytes, dpi, pages: wanted }: ReadingOrder,
  send: (message: ReadingMessage) => Promise<void>,
): Promise<void> {
  try {
    await withDocument(engine, bytes, async (document, pages) => {
      if (pages > readingLimits.pages) throw new Error(say`it has ${pages} pages, and ${readingLimits.pages} are read`);
      if (pages === 0) throw new Error('it has no pages');
      // Whoever waits must hear of a page before the next one begins: that is how its time is taken.
      await send({ kind: 'opened', pages });
      let drawn = 0;
      let packed = 0;
      let words = 0;
      let characters = 0;
      for (const index of wanted?.filter((each) => each < pages) ?? Array.from({ length: pages }).keys()) {
        const page = readPage(engine, document, index, dpi);
        for (const { text } of page.words) characters += text.length;
        words += page.words.length;
        if (words > readingLimits.fileWords)
          throw new Error(`its first ${index + 1} pages have more than ${readingLimits.fileWords} words in all`);
        if (characters > readingLimits.fileCharacters)
          throw new Error(`its first ${index + 1} pages have more than ${readingLimits.fileCharacters} characters in all`);
        drawn += (page.bitmap?.width ?? 0) * (page.bitmap?.height ?? 0);
        if (drawn > readingLimits.filePixels)
          throw new Error(
            `its first ${index + 1} pages have more than ${readingLimits.filePixels} pixels in all: compare at fewer dots an inch`,
          );
        const small = packPage(page);
        packed += (small.image?.packed.length ?? 0) + (small.colours?.packed.length ?? 0);
        if (packed > readingLimits.fileImageBytes)
          throw new Error(
            `images of its first ${index + 1} pages need more than ${readingLimits.fileImageBytes} bytes in all: compare at fewer dots an inch`,
          );
        await send({ kind: 'page', page: small });
      }
    });
    await send({ kind: 'done', memory: process.memoryUsage.rss() });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const broken = (error instanceof Error && error.name === 'RuntimeError') || /Aborted|out of memory/i.test(message);
    await send({ kind: 'fault', message: broken ? `the reader failed on it (${message})` : message });
  }
}

/** The page may be anybody's: one that is larger than is drawn at `dpi` dots an inch is drawn smaller. Throws beyond the limits of a page. */
function readPage(engine: PdfEngine, document: number, index: number, dpi: number | undefined): PdfPage {
  return withPage(engine, document, index, (page) => {
    const [width, height] = [engine._FPDF_GetPageWidthF(page), engine._FPDF_GetPageHeightF(page)];
    if (!(width > 0 && height > 0)) throw new Error(say`page ${index + 1} has no size`);
    const { words, said } = pageWords(engine, document, page, index, height);
    const other = said.length > 0 ? { said } : {};
    if (dpi === undefined) return { width, height, words, ...other };
    const wanted = dpi / 72;
    const most = Math.sqrt(readingLimits.pagePixels / (width * height));
    const scale = Math.min(wanted, most);
    const [across, down] = [pixels(width * scale), pixels(height * scale)];
    if (across * down > readingLimits.pagePixels * 1.1) throw new Error(say`page ${index + 1} is too long and narrow to be drawn`);
    const bitmap = drawPage(engine, page, index, across, down);
    const { shapes, coloured } = pageShapes(engine, page, height);
    // A colour is as large as what it fills: half the resolution tells it.
    const colours = coloured ? drawColours(engine, page, index, Math.ceil(across / 2), Math.ceil(down / 2)) : undefined;
    return { width, height, words, ...other, bitmap, shapes, colours, ...(scale < wanted ? { reducedTo: scale * 72 } : {}) };
  });
}

/** Edge of a bitmap; a sliver of a page still has a pixel, and no edge is longer than the pixels that a page may have. */
const pixels = (length: number): number => Math.min(readingLimits.pagePixels, Math.max(1, Math.round(length)));
