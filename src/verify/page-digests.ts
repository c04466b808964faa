// Turn the bytes of a finished file into a digest of each page, equal for pages that read the same; none where that cannot be told.
import { readingDigests } from '../pdf/content/reading-digests.ts';
import { PdfFile } from '../pdf/objects/pdf-file.ts';
import { PdfFault } from '../pdf/objects/pdf-value.ts';

/** In order. Empty where an object is not where the file says it is, or where there is more than is looked through: then every page is read. */
export function pageDigests(pdf: Uint8Array): readonly string[] {
  try {
    const file = new PdfFile(pdf);
    file.findAll();
    return readingDigests(file);
  } catch (error) {
    if (error instanceof PdfFault) return [];
    throw error;
  }
}
