// Turn PDF bytes that this program has written into the text of each page, as a reader extracts it.
import { withPdf } from './open-pdf.ts';

/** Text of every page in reading order. */
export function readText(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, ({ pages, text }) => Array.from({ length: pages }, (_, index) => text(index)));
}
