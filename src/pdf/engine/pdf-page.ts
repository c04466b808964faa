// Turn what PDFium finds on a page into a type: its size, its words with their boxes, its image.
import type { Bitmap } from './page-image.ts';

/** A word as the PDF reader finds it on a page: points from the top left corner. */
export interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One page of a PDF file, read in a process of its own. */
export interface PdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** In the order of the reader. */
  readonly words: readonly PdfWord[];
  /** Grey; absent where images are not compared. */
  readonly bitmap?: Bitmap | undefined;
  /** Set on a page that is too large to be drawn at the resolution asked for: the dots an inch that it was drawn at. */
  readonly reducedTo?: number;
}
