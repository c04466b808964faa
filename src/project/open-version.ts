// Turn a PDF file, the folder of a build or a release into a version that can be compared.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Version } from '../compare/version.ts';
import type { BuildRecord } from '../model/build-record.ts';
import { readingLimits } from '../model/limits.ts';
import { UsageError } from '../model/usage-error.ts';
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
export function versionOfBuild(name: string, { pdf, outputs }: Pick<Build, 'pdf' | 'outputs'>): FoundVersion {
  const text = (file: string) => {
    const content = outputs.get(file);
    return typeof content === 'string' ? content : undefined;
  };
  return { name, pdf, record: readRecord(text, name), altered: [] };
}

/** Reads the pages of both, at once where they are small; the same bytes are read once. */
export async function readVersions(old: FoundVersion, now: FoundVersion, dpi: number): Promise<readonly [Version, Version]> {
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
