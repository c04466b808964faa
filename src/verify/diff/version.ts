// Turn a build or a PDF file into what a comparison reads of it: its pages as read back, and its record if it has one.
import type { BuildRecord } from '../../model/build-record.ts';
import type { Bitmap } from '../rasterise.ts';

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

/** One side of a comparison. */
export interface Version {
  /** As the user named it. */
  readonly name: string;
  readonly pages: readonly PdfPage[];
  /** What the build remembers; undefined for a PDF file of its own. */
  readonly record?: BuildRecord;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
}
