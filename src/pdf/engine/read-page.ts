// Turn one page of an open PDF into its size, its words with their boxes, and, where a resolution is asked for, its image.

import { readingLimits } from '../../model/limits.ts';
import { drawPage } from './page-image.ts';
import { pageWords } from './page-text.ts';
import { type PdfEngine, withPage } from './pdf-engine.ts';
import type { PdfPage } from './pdf-page.ts';

/** The page may be anybody's: one that is larger than is drawn at `dpi` dots an inch is drawn smaller. Throws beyond the limits of a page. */
export function readPage(engine: PdfEngine, document: number, index: number, dpi: number | undefined): PdfPage {
  return withPage(engine, document, index, (page) => {
    const [width, height] = [engine._FPDF_GetPageWidthF(page), engine._FPDF_GetPageHeightF(page)];
    if (!(width > 0 && height > 0)) throw new Error(`page ${index + 1} has no size`);
    const words = pageWords(engine, page, index, height);
    if (dpi === undefined) return { width, height, words };
    const wanted = dpi / 72;
    const most = Math.sqrt(readingLimits.pagePixels / (width * height));
    const scale = Math.min(wanted, most);
    const [across, down] = [pixels(width * scale), pixels(height * scale)];
    if (across * down > readingLimits.pagePixels * 1.1) throw new Error(`page ${index + 1} is too long and narrow to be drawn`);
    const bitmap = drawPage(engine, page, index, across, down);
    return { width, height, words, bitmap, ...(scale < wanted ? { reducedTo: scale * 72 } : {}) };
  });
}

/** Edge of a bitmap; a sliver of a page still has a pixel, and no edge is longer than the pixels that a page may have. */
const pixels = (length: number): number => Math.min(readingLimits.pagePixels, Math.max(1, Math.round(length)));
