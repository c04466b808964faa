// Turn PDF files, folders of builds and releases into versions, and two of them into what differs, with the pages that were read.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareBuilds } from '../compare/compare-builds.ts';
import { type DiffOptions, defaultDiffOptions } from '../compare/diff-options.ts';
import type { Version } from '../compare/version.ts';
import type { BuildRecord } from '../model/build-record.ts';
import type { Differences } from '../model/difference.ts';
import { UsageError } from '../model/finding.ts';
import { readingLimits } from '../model/limits.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import { readPdf, UnreadablePdf } from '../pdf/engine/read-pdf.ts';
import type { Build } from './build-release.ts';
import { readEarlierBuild } from './earlier-manifest.ts';
import { readGiven, readInside } from './read-given.ts';
import { readRecord, readRecordIn } from './read-record.ts';

/** A version before its pages are read. */
export interface FoundVersion {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly record?: BuildRecord;
  readonly altered: readonly string[];
}

/** A file is a PDF of its own, a folder with a manifest a build; undefined for anything else, which may be a release. */
export function findVersion(name: string, cwd: string): FoundVersion | undefined {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) return { name, pdf: readPdfFile(path, name), altered: [] };
  if (found && existsSync(join(path, 'manifest.json'))) return foundBuild(name, path, cwd);
  if (found && !existsSync(join(path, 'release.yaml')))
    throw new UsageError(`${name} is neither a build (it has no manifest.json) nor a release (it has no release.yaml)`);
  return undefined;
}

function foundBuild(name: string, folder: string, cwd: string): FoundVersion {
  const { altered } = readEarlierBuild(folder, cwd);
  return { name, pdf: readBuiltPdf(folder, name), record: readRecordIn(folder, name), altered };
}

/** release.pdf of the folder of a build, `name` for messages. */
export function readBuiltPdf(folder: string, name: string): Uint8Array {
  const pdf = readInside(folder, 'release.pdf', `${name}: release.pdf`, readingLimits.fileBytes);
  if (!pdf) throw new UsageError(`${name} has no release.pdf`);
  return pdf;
}

/** Asks for the size first: what is too large is not read at all. */
function readPdfFile(path: string, name: string): Uint8Array {
  const { size } = statSync(path);
  if (size > readingLimits.fileBytes)
    throw new UsageError(`${name} cannot be read: it has ${size} bytes, and ${readingLimits.fileBytes} are read`);
  return readGiven(path, name, readingLimits.fileBytes);
}

/** A build that was made in memory. */
export function versionOfBuild(name: string, { pdf, outputs }: Pick<Build, 'pdf' | 'outputs'>): Required<FoundVersion> {
  const text = (file: string) => {
    const content = outputs.get(file);
    return typeof content === 'string' ? content : undefined;
  };
  return { name, pdf, record: readRecord(text, name), altered: [] };
}

/** Reads the pages of both, at once where they are small; the same bytes are read once. Without `dpi` no page is drawn. */
async function readVersions(old: FoundVersion, now: FoundVersion, dpi?: number): Promise<readonly [Version, Version]> {
  const same = Buffer.from(old.pdf).equals(now.pdf);
  if (!same && old.pdf.length + now.pdf.length <= readingLimits.bytesAtOnce) {
    const [before, after] = await Promise.all([pagesOf(old, dpi), pagesOf(now, dpi)]);
    return [versionOf(old, before), versionOf(now, after)];
  }
  const before = await pagesOf(old, dpi);
  return [versionOf(old, before), versionOf(now, same ? before : await pagesOf(now, dpi))];
}

function versionOf({ name, record, altered }: FoundVersion, pages: readonly PdfPage[]): Version {
  return { name, pages, ...(record ? { record } : {}), altered };
}

/** Without `dpi` words alone. */
export async function pagesOf({ name, pdf }: Pick<FoundVersion, 'name' | 'pdf'>, dpi?: number): Promise<readonly PdfPage[]> {
  try {
    return await readPdf(pdf, dpi);
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
  return { name, pages: await pagesOf({ name, pdf }), record, altered };
}

/** How closely two versions are compared. */
export interface Closeness extends Partial<DiffOptions> {
  /** Dots an inch at which pages are drawn; 96 unless given. */
  readonly dpi?: number;
}

/** What differs, and both sides as they were read. */
export interface Comparison {
  readonly differences: Differences;
  readonly before: Version;
  readonly after: Version;
  /** The files are the same, byte by byte. */
  readonly sameBytes: boolean;
}

/**
 * Files from elsewhere are read in a process of their own; one that cannot be read is refused as wrong usage. The same bytes show the
 * same: their pages are drawn only if the words that are read in them are not those that were recorded.
 */
export async function compareVersions(old: FoundVersion, now: FoundVersion, { dpi = 96, ...options }: Closeness = {}): Promise<Comparison> {
  const sameBytes = Buffer.from(old.pdf).equals(now.pdf);
  const compare = async (resolution?: number): Promise<Comparison> => {
    const [before, after] = await readVersions(old, now, resolution);
    return { differences: compareBuilds(before, after, { ...defaultDiffOptions, ...options }), before, after, sameBytes };
  };
  if (sameBytes && JSON.stringify(old.record) === JSON.stringify(now.record)) {
    const undrawn = await compare();
    if (undrawn.differences.changes.length === 0) return undrawn;
  }
  return compare(dpi);
}
