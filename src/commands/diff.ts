// Turn two releases, builds or PDF files into what differs between them, told on the terminal, as JSON, or as a report to look at.
import { join, resolve } from 'node:path';
import { failsOn } from '../compare/compare-builds.ts';
import { isError, UsageError } from '../model/finding.ts';
import type { ReleaseComparison } from '../model/release-comparison.ts';
import { say } from '../model/say.ts';
import { readerBehind } from '../pdf/engine/hosted-reader.ts';
import { adoptReader, endReaders } from '../pdf/engine/read-pdf.ts';
import {
  type Closeness,
  type Comparison,
  compareVersions,
  type FoundVersion,
  findVersion,
  versionOfBuild,
} from '../project/compare-versions.ts';
import { publish } from '../project/publish.ts';
import { type Console, exit, progress } from './console.ts';
import { type DiffWords, readDiffOptions } from './diff-options.ts';
import { printDifferences } from './print-differences.ts';
import { reportFindings } from './report-findings.ts';

/** 0 the same, 1 different (with --fail-on: in a class named), 2 trouble. */
export async function diff(old: string, now: string, words: DiffWords, console: Console): Promise<number> {
  const settings = readDiffOptions(words);
  const { format, report, pdf, failOn, ignore, dpi, threshold, lines } = settings;
  const { style } = words;
  if (console.reader) adoptReader(readerBehind(console.reader));
  const given = [old, now].map((name) => findVersion(name, console.cwd));
  if (style !== undefined && given.every((version) => version !== undefined))
    throw new UsageError(say`--style sets a release, and neither ${old} nor ${now} is one`);
  const open = async (name: string, version: FoundVersion | undefined) => version ?? (await builtNow(name, console, style));
  const [first, second] = [await open(old, given[0]), await open(now, given[1])];
  const releases = await differentReleases(first, second);
  if (releases || pdf !== undefined) {
    const { tellReleases, writeBlackline } = await import('./diff-releases.ts');
    if (pdf !== undefined) await writeBlackline(first, second, resolve(console.cwd, pdf), console).finally(endReaders);
    if (releases) return tellReleases(releases, settings, console);
  }
  const folder = report === undefined ? undefined : resolve(console.cwd, report);
  const told = await comparedFiles(first, second, { dpi, ignore, threshold }, folder).finally(endReaders);
  if (format === 'json') {
    const [only, ...others] = told;
    const all = others.length > 0 ? told.map(({ name, differences }) => ({ file: `${name}.pdf`, ...differences })) : only?.differences;
    console.out(`${JSON.stringify(all, null, 2)}\n`);
  } else {
    told.forEach(({ differences, page }, index) => {
      if (index > 0) console.out('\n');
      console.out(printDifferences(differences, { lines, colour: console.colourResults ?? false }));
      if (page !== undefined) console.out(`report  ${page}\n`);
    });
  }
  return told.some(({ differences }) => failsOn(differences, failOn)) ? exit.errors : exit.done;
}

/** One pair of files that was compared. */
interface ComparedFiles {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly differences: Comparison['differences'];
  /** The report, where one was written. */
  readonly page?: string;
}

/** File by file; with `folder`, a report of each is written there. */
async function comparedFiles(
  old: FoundVersion,
  now: FoundVersion,
  closeness: Required<Closeness>,
  folder: string | undefined,
): Promise<readonly ComparedFiles[]> {
  const pairs = old.files || now.files ? await (await import('../project/paired-files.ts')).pairedFiles(old, now) : [];
  if (pairs.length <= 1) {
    const { name, old: before, now: after } = pairs[0] ?? { name: 'release', old, now };
    const page = folder === undefined ? undefined : join(folder, 'index.html');
    const { differences } = await compared(before, after, closeness, page);
    return [{ name, differences, ...(page !== undefined && { page }) }];
  }
  const told: ComparedFiles[] = [];
  for (const { name, old: before, now: after } of pairs) {
    const page = folder === undefined ? undefined : join(folder, `${name}.html`);
    const { differences } = await compared(before, after, closeness, page);
    told.push({ name, differences, ...(page !== undefined && { page }) });
  }
  return told;
}

/** Of two releases of one issuer, their comparison where they report on different periods. */
async function differentReleases(old: FoundVersion, now: FoundVersion): Promise<ReleaseComparison | undefined> {
  if (!old.of || !now.of || old.of.release === now.of.release) return undefined;
  const { compareDifferentReleases } = await import('../project/compare-releases.ts');
  return compareDifferentReleases(old, now);
}

/** With `file`, the report is written to it. */
async function compared(
  old: FoundVersion,
  now: FoundVersion,
  closeness: Required<Closeness>,
  file: string | undefined,
): Promise<Comparison> {
  const comparison = await compareVersions(old, now, closeness);
  if (file !== undefined) {
    const { reportDifferences } = await import('../project/report-differences.ts');
    await publish(new Map([[file, await reportDifferences(comparison, [old, now], closeness)]]));
  }
  return comparison;
}

/** A release as it would be built now, in memory; its errors are told, and it cannot be compared. */
async function builtNow(name: string, console: Console, style: string | undefined): Promise<FoundVersion> {
  const [{ buildRelease }, { findRelease }, { Session }] = await Promise.all([
    import('../project/build-release.ts'),
    import('../project/find-release.ts'),
    import('../session.ts'),
  ]);
  const place = findRelease(name, console.cwd, style);
  const { watch, end } = progress(console, name);
  const { findings, value } = await buildRelease(new Session({ place }, { watch }));
  end();
  if (value) return { ...versionOfBuild(name, value), root: place.root };
  reportFindings(findings.filter(isError), place.root, console);
  throw new UsageError(say`${name} has errors and cannot be compared`);
}
