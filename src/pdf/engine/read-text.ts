// Turn PDF bytes into the text of each page, as a reader extracts it.
import { withPdf } from './open-pdf.ts';

/** Text of every page in reading order; the reader's own mark for a hyphen at a line's end is a hyphen again. */
export function readText(pdf: Uint8Array): Promise<string[]> {
  return withPdf(pdf, ({ pages, text }) =>
    Array.from({ length: pages }, (_, index) => text(index).replaceAll('\u0002', '-').replaceAll('\uFFFE', '-')),
  );
}
