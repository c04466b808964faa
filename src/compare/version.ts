// Turn a build or a PDF file into what a comparison reads of it: its pages as read back, and its record if it has one.
import type { BuildRecord } from '../model/build-record.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';

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
