// Turn two files and their records into versions with the pages that a comparison asks for, and a version into the pictures of its pages.
import { setImmediate } from 'node:timers/promises';
import { type AlikePages, alikePages, type PagesOfBoth, pagesToHold } from '../compare/pages-to-read.ts';
import { isAltered, type Version } from '../compare/version.ts';
import type { BuildRecord } from '../model/build-record.ts';
import { UsageError } from '../model/finding.ts';
import { readingLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { Wanted } from '../pdf/engine/read-document.ts';
import { readWantedPages, startReading } from '../pdf/engine/read-pdf.ts';
import { UnreadablePdf } from '../pdf/engine/reader-process.ts';
import { pageDigests } from '../pdf/objects/page-digests.ts';
import type { DocumentParts } from '../pdf/parts/document-parts.ts';

/** A file, and what is known of it. */
export interface GivenVersion {
  /** As the user named it. */
  readonly name: string;
  readonly pdf: Uint8Array;
  /** Further PDFs whose pages follow those of `pdf`, where several files are compared as one. */
  readonly more?: readonly Uint8Array[];
  /** It is a build, which has recorded what it printed. */
  readonly isBuild?: boolean;
  /** Of a build: the name of this PDF; `release.pdf` where none is given. */
  readonly file?: string;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
  /** Names of the PDFs that these pages are of, where the other build has them in other files. */
  readonly division?: readonly string[];
  /** Names of PDFs of the build to which none of the other answers. */
  readonly unpaired?: readonly string[];
}

/** Records of the two versions; the same object where both have the same. */
export type Records = readonly [old: BuildRecord | undefined, now: BuildRecord | undefined];

/**
 * Only those pages that the answer can depend on are read, and only those that may look different are drawn, at `dpi` dots an inch; while
 * they are, `records` is asked. Refuses, as wrong usage, a file that cannot be read.
 */
export async function readVersions(
  old: GivenVersion,
  now: GivenVersion,
  records: () => Promise<Records>,
  dpi: number,
): Promise<readonly [Version, Version]> {
  // Starts while digests are made.
  startReading(old.pdf.length);
  const [before, after] = [digestsOf(old), digestsOf(now)];
  const { alike, unlike } = before && after ? alikePages(before, after) : { alike: [], unlike: undefined };
  const stop = new AbortController();
  const reading = both(old, now, unlike, (given, pages) => pagesOf(given, { dpi, pages }, stop.signal));
  // What is refused of a file is told after what is refused of the records.
  reading.catch(() => {});
  // Meanwhile the files are read for what they hold besides their pages; two builds have recorded what their tags say.
  const wanted = { tags: !(old.isBuild && now.isBuild) };
  await setImmediate();
  const [oldParts, newParts] = old.division || now.division ? [] : await partsOf(old.pdf, now.pdf, wanted);
  const [a, b] = await records().catch((refused) => {
    stop.abort();
    throw refused;
  });
  const held = pagesToHold(alike, { ...old, record: a }, { ...now, record: b });
  const counts = { old: before?.length ?? 0, new: after?.length ?? 0 };
  const readHeld = () => both(old, now, held, (given, indexes) => pagesOf(given, { pages: indexes }));
  const [read, words] = [await reading, await (a || b || alike.length === 0 ? readHeld() : readAlike(old, now, alike, counts))];
  const pages = [merged(read[0], words[0], before), merged(read[1], words[1], after)] as const;
  if (pages[0] && pages[1])
    return [
      versionOf(old, pages[0], a, { digests: before, parts: oldParts }),
      versionOf(now, pages[1], b, { digests: after, parts: newParts }),
    ];
  // A reader that finds other pages than the digests tell of is right: then all is read.
  const all = await both(old, now, undefined, (given) => pagesOf(given, { dpi }));
  return [versionOf(old, all[0], a, { parts: oldParts }), versionOf(now, all[1], b, { parts: newParts })];
}

/** What files hold besides their pages: of pages that are divided into files otherwise, it says how they are divided, and is left out. */
async function partsOf(
  old: Uint8Array,
  now: Uint8Array,
  wanted: { readonly tags: boolean },
): Promise<readonly [DocumentParts, DocumentParts]> {
  const { readPartsOfBoth } = await import('../pdf/parts/read-parts.ts');
  return readPartsOfBoth(old, now, wanted);
}

/** Of all its pages; undefined where they cannot be told of one of the files. */
function digestsOf({ pdf, more = [] }: GivenVersion): readonly string[] | undefined {
  const all = [pdf, ...more].map((each) => pageDigests(each));
  return all.every((digests) => digests !== undefined) ? all.flat() : undefined;
}

/** Words of pages alike, which say the same in both files: each reader reads half of them. `pages` of the files as their digests tell. */
async function readAlike(
  old: GivenVersion,
  now: GivenVersion,
  alike: AlikePages['alike'],
  pages: { readonly old: number; readonly new: number },
): Promise<readonly [Version['pages'], Version['pages']]> {
  const half = alike.length >> 1;
  const [first, second] = [alike.slice(0, half), alike.slice(half)];
  const wanted = { old: first.map(([i]) => i), new: second.map(([, j]) => j) };
  const [before, after] = await both(old, now, wanted, (given, indexes) => pagesOf(given, { pages: indexes }));
  // A reader that finds other pages than the digests tell of is asked again, for all.
  if ((before.length > 0 && before.length !== pages.old) || (after.length > 0 && after.length !== pages.new)) return [before, after];
  const [oldPages, newPages] = [
    Array.from({ length: pages.old }, (_, i) => before[i]),
    Array.from({ length: pages.new }, (_, j) => after[j]),
  ];
  for (const [i, j] of first) newPages[j] = before[i];
  for (const [i, j] of second) oldPages[i] = after[j];
  return [oldPages, newPages];
}

/** Files with the same bytes: nothing of them is drawn, and they are read once, for both show the same. */
export async function readSame(old: GivenVersion, now: GivenVersion, [a, b]: Records): Promise<readonly [Version, Version]> {
  const vouched = a !== undefined && a === b && ![old, now].some(isAltered);
  // How many pages there are, a build that its manifest vouches for has recorded.
  const digests = vouched ? a.document.pages.map(({ page }) => say`page ${page}`) : pageDigests(old.pdf);
  const { alike } = alikePages(digests ?? [], digests ?? []);
  const held = pagesToHold(alike, { ...old, record: a }, { ...now, record: b });
  const read = digests && [...new Set([...held.old, ...held.new])].sort((i, j) => i - j);
  const pages = merged(await pagesOf(old, { pages: read }), [], digests) ?? (await pagesOf(old, {}));
  const names = pages.map((_, index) => say`page ${index + 1}`);
  return [versionOf(old, pages, a, { digests: names }), versionOf(now, pages, b, { digests: names })];
}

/** Pages up to which one reader is faster for both files than two: the second would start anew. */
const fewPages = 16;

/** At once where the files are small, so that memory is not needed twice, and one after the other where it is not worth a second reader. */
async function both<T>(
  old: GivenVersion,
  now: GivenVersion,
  pages: PagesOfBoth | undefined,
  read: (given: GivenVersion, pages: readonly number[] | undefined) => Promise<T>,
): Promise<readonly [T, T]> {
  const few = pages !== undefined && pages.old.length + pages.new.length <= fewPages;
  if (few || old.pdf.length + now.pdf.length > readingLimits.bytesAtOnce) return [await read(old, pages?.old), await read(now, pages?.new)];
  return Promise.all([read(old, pages?.old), read(now, pages?.new)]);
}

/** Pages that were read in two goes; undefined where there are not as many as digests. Of nothing that was read nothing is known. */
function merged(pages: Version['pages'], more: Version['pages'], digests: readonly string[] | undefined): Version['pages'] | undefined {
  if (!digests) return pages;
  if ([pages, more].some(({ length }) => length > 0 && length !== digests.length)) return undefined;
  return digests.map((_, index) => pages[index] ?? more[index]);
}

function versionOf(
  { name, altered, file, division, unpaired }: GivenVersion,
  pages: Version['pages'],
  record: BuildRecord | undefined,
  { digests, parts }: { readonly digests?: Version['digests'] | undefined; readonly parts?: DocumentParts | undefined },
): Version {
  return {
    name,
    pages,
    ...(record ? { record } : {}),
    ...(digests ? { digests } : {}),
    ...(parts ? { parts } : {}),
    altered,
    ...(file !== undefined && { file }),
    ...(division && { division }),
    ...(unpaired && { unpaired }),
  };
}

/** All pages, or those that are wanted, each at its index; none at all where none is wanted. Of several files all are read. */
async function pagesOf(
  { name, pdf, more = [] }: Pick<GivenVersion, 'name' | 'pdf' | 'more'>,
  { pages: some, ...wanted }: Wanted,
  signal?: AbortSignal,
): Promise<Version['pages']> {
  if (some?.length === 0) return [];
  try {
    if (more.length === 0) return await readWantedPages(pdf, { ...wanted, ...(some && { pages: some }) }, signal);
    const pages: (PdfPage | undefined)[] = [];
    for (const each of [pdf, ...more]) pages.push(...(await readWantedPages(each, wanted, signal)));
    return pages;
  } catch (error) {
    if (error instanceof UnreadablePdf) throw new UsageError(say`${name} cannot be read: ${error.message}`);
    throw error;
  }
}

/**
 * The pages of all of these files, one file after the other, as records count them. Pictures are left out: bytes that their manifest vouches for show what was recorded. The file is read in a process of its own all
 * the same: an earlier build lies in a folder that anybody may have written.
 */
export async function recordedVersion(
  name: string,
  pdfs: readonly Uint8Array[],
  record: BuildRecord,
  altered: readonly string[],
): Promise<Version> {
  const pages: (PdfPage | undefined)[] = [];
  for (const pdf of pdfs) pages.push(...(await pagesOf({ name, pdf }, {})));
  return { name, pages, record, altered };
}

/** Pages with their images, by index from 0: those that the comparison drew, and the others drawn now. */
export async function picturesOf(
  given: Pick<GivenVersion, 'name' | 'pdf' | 'more'>,
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
