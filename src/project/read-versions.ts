// Turn two files and their records into versions with the pages that a comparison asks for, and a version into the pictures of its pages.
import { type PagesToRead, pagesToRead } from '../compare/pages-to-read.ts';
import type { Version } from '../compare/version.ts';
import type { BuildRecord } from '../model/build-record.ts';
import { UsageError } from '../model/finding.ts';
import { readingLimits } from '../model/limits.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { Wanted } from '../pdf/engine/read-document.ts';
import { readPages } from '../pdf/engine/read-pdf.ts';
import { UnreadablePdf } from '../pdf/engine/reader-process.ts';
import { pageDigests } from '../pdf/objects/page-digests.ts';

/** A file, its name for messages, and what is known of it. */
export interface GivenVersion extends Omit<Version, 'pages' | 'digests' | 'record'> {
  readonly pdf: Uint8Array;
  readonly record?: BuildRecord | undefined;
}

/** How two versions are read. */
export interface ReadingOptions {
  /** The files are the same, byte by byte. */
  readonly sameBytes: boolean;
  /** Dots an inch of the images. */
  readonly dpi: number;
}

/**
 * Only those pages that the answer can depend on are read, and only those that may look different are drawn. Refuses, as wrong usage, a
 * file that cannot be read.
 */
export async function readVersions(
  old: GivenVersion,
  now: GivenVersion,
  { sameBytes, dpi }: ReadingOptions,
): Promise<readonly [Version, Version]> {
  if (sameBytes) return readSame(old, now);
  const [before, after] = [pageDigests(old.pdf), pageDigests(now.pdf)];
  const wanted = pagesToRead({ ...old, digests: before }, { ...now, digests: after });
  if (before && after && wanted) {
    const few = wanted.old.read.length + wanted.new.read.length <= fewPages;
    const [a, b] = await both(old, now, few, (given) =>
      given === old ? readSome(old, wanted.old, before, dpi) : readSome(now, wanted.new, after, dpi),
    );
    if (a && b) return [versionOf(old, a, before), versionOf(now, b, after)];
  }
  const [a, b] = await both(old, now, false, (given) => pagesOf(given, { dpi }));
  return [versionOf(old, a), versionOf(now, b)];
}

/** Nothing of it is drawn, and it is read once: both show the same. */
async function readSame(old: GivenVersion, now: GivenVersion): Promise<readonly [Version, Version]> {
  const vouched = old.record !== undefined && old.record === now.record && !isAltered(old) && !isAltered(now);
  // How many pages there are, a build that its manifest vouches for has recorded.
  const digests = vouched ? old.record?.document.pages.map(({ page }) => `page ${page}`) : pageDigests(old.pdf);
  const wanted = pagesToRead({ ...old, digests }, { ...now, digests });
  const read = [...new Set([...(wanted?.old.read ?? []), ...(wanted?.new.read ?? [])])].sort((a, b) => a - b);
  const pages = (digests && (await readSome(old, { read, drawn: [] }, digests))) ?? (await pagesOf(old, {}));
  const names = pages.map((_, index) => `page ${index + 1}`);
  return [versionOf(old, pages, names), versionOf(now, pages, names)];
}

const isAltered = ({ altered }: GivenVersion): boolean => altered.includes('release.pdf');

/** Pages up to which one reader is faster for both files than two: the second would start anew. */
const fewPages = 16;

/** At once where the files are small, so that memory is not needed twice, and one after the other where it is not worth a second reader. */
async function both<T>(
  old: GivenVersion,
  now: GivenVersion,
  few: boolean,
  read: (given: GivenVersion) => Promise<T>,
): Promise<readonly [T, T]> {
  if (!few && old.pdf.length + now.pdf.length <= readingLimits.bytesAtOnce) return Promise.all([read(old), read(now)]);
  return [await read(old), await read(now)];
}

/** Undefined where the reader finds other pages than the digests tell of: then it is right, and all is to be read. */
async function readSome(
  given: GivenVersion,
  { read, drawn }: PagesToRead,
  digests: readonly string[],
  dpi?: number,
): Promise<Version['pages'] | undefined> {
  if (read.length === 0) return digests.map(() => undefined);
  const pages = await pagesOf(given, { dpi, pages: read, drawn });
  return pages.length === digests.length ? pages : undefined;
}

function versionOf({ name, record, altered }: GivenVersion, pages: Version['pages'], digests?: readonly string[]): Version {
  return { name, pages, ...(record ? { record } : {}), ...(digests ? { digests } : {}), altered };
}

/** All pages, or those that are wanted, each at its index. */
async function pagesOf({ name, pdf }: Pick<GivenVersion, 'name' | 'pdf'>, wanted: Wanted): Promise<Version['pages']> {
  try {
    return await readPages(pdf, wanted);
  } catch (error) {
    if (error instanceof UnreadablePdf) throw new UsageError(`${name} cannot be read: ${error.message}`);
    throw error;
  }
}

/**
 * Pictures are left out: bytes that their manifest vouches for show what was recorded. The file is read in a process of its own all
 * the same: an earlier build lies in a folder that anybody may have written.
 */
export async function recordedVersion(name: string, pdf: Uint8Array, record: BuildRecord, altered: readonly string[]): Promise<Version> {
  return { name, pages: await pagesOf({ name, pdf }, {}), record, altered };
}

/** Pages with their images, by index from 0: those that the comparison drew, and the others drawn now. */
export async function picturesOf(
  given: Pick<GivenVersion, 'name' | 'pdf'>,
  { pages }: Version,
  wanted: readonly number[],
  dpi: number,
): Promise<ReadonlyMap<number, PdfPage>> {
  const missing = wanted.filter((index) => !pages[index]?.bitmap);
  const drawn = missing.length > 0 ? await pagesOf(given, { dpi, pages: missing }) : [];
  return new Map(
    wanted.flatMap((index) => {
      const page = pages[index]?.bitmap ? pages[index] : drawn[index];
      return page ? [[index, page] as const] : [];
    }),
  );
}
