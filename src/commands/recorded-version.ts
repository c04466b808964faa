// Turn a build of ours into one side of a comparison: what it remembers, and the words that its PDF is read back as.
import type { BuildRecord } from '../model/build-record.ts';
import type { PdfPage, Version } from '../verify/diff/version.ts';
import { readText } from '../verify/read-text.ts';

/** Pictures are left out: bytes that their manifest vouches for show what was recorded. */
export async function recordedVersion(name: string, pdf: Uint8Array, record: BuildRecord, altered: readonly string[]): Promise<Version> {
  const texts = await readText(pdf);
  const pages = texts.map((text, index): PdfPage => {
    const { width = 0, height = 0 } = record.document.pages[index] ?? {};
    const words = text.split(/\s+/).filter((word) => word !== '');
    // Only where a word stands is not known here: a word that nothing recorded is found all the same.
    return { width, height, words: words.map((word) => ({ text: word, x: 0, y: 0, width: 0, height: 0 })) };
  });
  return { name, pages, record, altered };
}
