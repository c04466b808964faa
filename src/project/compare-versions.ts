// Turn PDF files, folders of builds and releases into versions, and two of them into what differs, with the pages that were read.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compareBuilds } from '../compare/compare-builds.ts';
import { comparisonNotes } from '../compare/compare-files/comparison-notes.ts';
import { type DiffOptions, defaultDiffOptions } from '../compare/diff-options.ts';
import { type MatchedRecords, matchRecords } from '../compare/match-records.ts';
import { recordOfFile } from '../compare/record-of-file.ts';
import type { Version } from '../compare/version.ts';
import type { BuildRecord, Manifest } from '../model/build-record.ts';
import type { Differences } from '../model/difference.ts';
import { UsageError } from '../model/finding.ts';
import { readingLimits } from '../model/limits.ts';
import type { FileRecord } from '../model/release-files.ts';
import { say } from '../model/say.ts';
import { documentDigest, writtenForm } from '../pdf/parts/document-digest.ts';
import type { Build } from './build-release.ts';
import { parseManifest, readEarlierBuild } from './earlier-manifest.ts';
import { readGiven, readInside } from './read-given.ts';
import { parseRecord, readWritten, type WrittenRecord, writtenRecord } from './read-record.ts';
import { type GivenVersion, type Records, readSame, readVersions } from './read-versions.ts';

/** A version before its pages are read. */
export interface FoundVersion extends GivenVersion {
  /** Of a build: the files that hold its record. */
  readonly written?: WrittenRecord;
  /** Of a build: its manifest, which names the release and what it was made from. */
  readonly of?: Manifest;
  /** Of a build that names its files: all of them, in order; `pdf` is that of the first. */
  readonly files?: readonly FoundFile[];
  /** Of one of several files of a build: which, so that of the record only what stands in it counts. */
  readonly only?: FileRecord;
  /** Of a release that was built now: its project. */
  readonly root?: string;
}

/** One of several PDFs of a build. */
export interface FoundFile {
  readonly record: FileRecord;
  readonly pdf: Uint8Array;
}

/** A file is a PDF of its own, a folder with a manifest a build; undefined for anything else, which may be a release. */
export function findVersion(name: string, cwd: string): FoundVersion | undefined {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) return { name, pdf: readPdfFile(path, name), altered: [] };
  if (found && existsSync(join(path, 'manifest.json'))) return foundBuild(name, path, cwd);
  if (found && !existsSync(join(path, 'release.yaml')))
    throw new UsageError(say`${name} is neither a build (it has no manifest.json) nor a release (it has no release.yaml)`);
  return undefined;
}

function foundBuild(name: string, folder: string, cwd: string): FoundVersion {
  const { altered, manifest } = readEarlierBuild(folder, cwd);
  const files = manifest.files?.map((record): FoundFile => ({ record, pdf: readBuiltPdf(folder, name, record.file) }));
  const pdf = files?.[0]?.pdf ?? readBuiltPdf(folder, name, 'release.pdf');
  return { name, pdf, isBuild: true, ...(files && { files }), written: readWritten(folder, name), of: manifest, altered };
}

function readBuiltPdf(folder: string, name: string, file: string): Uint8Array {
  const pdf = readInside(folder, file, `${name}: ${file}`, readingLimits.fileBytes);
  if (!pdf) throw new UsageError(say`${name} has no ${file}`);
  return pdf;
}

/** The PDFs of the whole release in the folder of a build, in order, `name` for messages. */
export function readWholePdfs(folder: string, name: string, { files }: Manifest): readonly Uint8Array[] {
  const whole = files?.filter(({ summary }) => !summary).map(({ file }) => file) ?? ['release.pdf'];
  return whole.map((file) => readBuiltPdf(folder, name, file));
}

/** Asks for the size first: what is too large is not read at all. */
function readPdfFile(path: string, name: string): Uint8Array {
  const { size } = statSync(path);
  if (size > readingLimits.fileBytes)
    throw new UsageError(say`${name} cannot be read: it has ${size} bytes, and ${readingLimits.fileBytes} are read`);
  return readGiven(path, name, readingLimits.fileBytes);
}

/** A build that was made in memory. */
export function versionOfBuild(
  name: string,
  { pdf, pdfs = [], outputs }: Pick<Build, 'pdf' | 'outputs'> & Partial<Pick<Build, 'pdfs'>>,
): FoundVersion & { readonly written: WrittenRecord } {
  const text = (file: string) => {
    const content = outputs.get(file);
    return typeof content === 'string' ? content : undefined;
  };
  const manifest = text('manifest.json');
  const written = writtenRecord(text, name);
  const of = manifest === undefined ? undefined : parseManifest(manifest, `${name}: manifest.json`);
  const files = of?.files?.flatMap((record): FoundFile[] => {
    const found = pdfs.find(({ file }) => file === record.file);
    return found ? [{ record, pdf: found.pdf }] : [];
  });
  return {
    name,
    pdf,
    isBuild: true,
    written,
    ...(files && { files }),
    ...(of && { of }),
    altered: [],
  };
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
 * Files from elsewhere are read in a process of their own; one that cannot be read is refused as wrong usage. Pages that both files hold
 * alike are not drawn, and read only where they are held against what was recorded: `pictures` draws them when they are to be shown.
 */
export async function compareVersions(old: FoundVersion, now: FoundVersion, { dpi = 96, ...options }: Closeness = {}): Promise<Comparison> {
  const sameBytes = !old.more && !now.more && Buffer.from(old.pdf).equals(now.pdf);
  // Matched while pages are read.
  let matching: Promise<MatchedRecords | undefined> | undefined;
  const records = () => {
    const found = readRecords(old, now);
    matching = found.then(async (both) => {
      await setImmediate();
      return matchRecords(...both);
    });
    // Of records that are refused, whoever reads them is told.
    matching.catch(() => {});
    return found;
  };
  const [before, after] = sameBytes ? await readSame(old, now, await records()) : await readVersions(old, now, records, dpi);
  const differences = compareBuilds(before, after, { ...defaultDiffOptions, ...options }, await matching);
  const notes = comparisonNotes(before, after, differences, {
    sameBytes,
    sameObjects: () => {
      const digest = documentDigest(old.pdf);
      return digest === undefined ? undefined : digest === documentDigest(now.pdf);
    },
    forms: () => [writtenForm(old.pdf), writtenForm(now.pdf)],
  });
  const remarks = [...(differences.remarks ?? []), ...notes];
  return { differences: remarks.length > 0 ? { ...differences, remarks } : differences, before, after, sameBytes };
}

/** Builds that wrote the same record have one: it is read once, and nothing in it differs. */
async function readRecords(old: FoundVersion, now: FoundVersion): Promise<Records> {
  const [a, b] = [old.written, now.written];
  // Between them this process hands over the files that are read in others.
  await setImmediate();
  const ofFile = (record: BuildRecord, { only }: FoundVersion): BuildRecord => (only ? recordOfFile(record, only) : record);
  const whole = a && parseRecord(a, old.name);
  const record = whole && ofFile(whole, old);
  const sameFile = JSON.stringify(old.only) === JSON.stringify(now.only);
  if (record && sameFile && a.figures === b?.figures && a.document === b.document) return [record, record];
  await setImmediate();
  return [record, b && ofFile(parseRecord(b, now.name), now)];
}
