// Turn the bytes of a finished file into its pages, as a program reads them that did not write them; what it has read before is recalled.
import type { Kind, Memory } from '../model/memory.ts';
import { pageClaims, takePage } from '../pdf/engine/page-claims.ts';
import { folded } from '../pdf/engine/pdf-page.ts';
import { textReader } from '../pdf/engine/text-reader.ts';

/** A page as it was read. The same page of the same bytes is the same object. */
export interface ReadPage {
  /** Its characters without white space. */
  readonly text: string;
}

const readKind: Kind<ReadPage> = { name: 'verify/read-page', bytes: ({ text }) => 2 * text.length + 50 };

/** By file: the very bytes, which nobody changes. */
const fileKind: Kind<readonly ReadPage[]> = { name: 'verify/read-file', bytes: (pages) => 8 * pages.length };

/**
 * Every page in order of a file that is expected to have `pages`. With a memory that keeps, this proves as much as reading all pages: the file is opened by the reader whatever is
 * recalled, and has as many pages as the reader counts; every one of its objects is where its cross-references say; and a page is
 * recalled only where all bytes that its text is read from (content streams, resources, font programs, character maps, boxes) stand in
 * this very file as they stood in the one that it was read from. Its writer is not asked. Rejects when the bytes are not a readable PDF.
 */
export async function recallPages(pdf: Uint8Array, pages: number, memory: Memory): Promise<readonly ReadPage[]> {
  const key = `${memory.numberOf(pdf)}`;
  const known = memory.find(fileKind, key);
  if (known) return known;
  const read = await readFile(pdf, pages, memory);
  memory.keep(fileKind, key, read);
  return read;
}

async function readFile(pdf: Uint8Array, pages: number, memory: Memory): Promise<readonly ReadPage[]> {
  // Loaded for a session alone: a process of one build recalls nothing.
  const digestsOf = memory.keeps ? (await import('../pdf/objects/page-digests.ts')).pageDigests : undefined;
  const claims = pageClaims(pages);
  const reading = textReader().read(pdf, claims);
  // While another thread reads, which finds out page by page that it need not.
  const digests = digestsOf?.(pdf);
  // Held while others read: the memory may let go of them meanwhile.
  const recalled = digests?.map((digest) => memory.find(readKind, digest)) ?? [];
  if (recalled.length === pages) for (const [index, page] of recalled.entries()) if (page) takePage(claims, index);
  const texts = await reading;
  return texts.map((text, index) => {
    const page = text === undefined ? recalled[index] : { text: folded(text) };
    if (!page) throw new Error(`page ${index + 1} was not read, and is not known`);
    // Of pages that are counted otherwise nothing is known.
    const digest = digests?.length === texts.length ? digests[index] : undefined;
    return digest === undefined ? page : memory.recall(readKind, digest, () => page);
  });
}
