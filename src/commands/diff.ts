// Turn two releases, builds or PDF files into what differs between them, told on the terminal, as JSON, or as a report to look at.
import { join, resolve } from 'node:path';
import { failsOn } from '../compare/compare-builds.ts';
import type { Picture } from '../compare/report/render-diff-report.ts';
import type { Version } from '../compare/version.ts';
import { isError, UsageError } from '../model/finding.ts';
import { comparingLimits } from '../model/limits.ts';
import type { ReleaseComparison } from '../model/release-comparison.ts';
import { endReaders } from '../pdf/engine/read-pdf.ts';
import {
  type Closeness,
  type Comparison,
  compareVersions,
  type FoundVersion,
  findVersion,
  versionOfBuild,
} from '../project/compare-versions.ts';
import { publish } from '../project/publish.ts';
import { picturesOf } from '../project/read-versions.ts';
import { type Console, exit, progress } from './console.ts';
import { type DiffWords, readDiffOptions } from './diff-options.ts';
import { printDifferences } from './print-differences.ts';
import { reportFindings } from './report-findings.ts';

/** 0 the same, 1 different (with --fail-on: in a class named), 2 trouble. */
export async function diff(old: string, now: string, words: DiffWords, console: Console): Promise<number> {
  const settings = readDiffOptions(words);
  const { format, report, pdf, failOn, ignore, dpi, threshold, lines } = settings;
  const { style } = words;
  const given = [old, now].map((name) => findVersion(name, console.cwd));
  if (style !== undefined && given.every((version) => version !== undefined))
    throw new UsageError(`--style sets a release, and neither ${old} nor ${now} is one`);
  const open = async (name: string, version: FoundVersion | undefined) => version ?? (await builtNow(name, console, style));
  const [first, second] = [await open(old, given[0]), await open(now, given[1])];
  const releases = await differentReleases(first, second);
  if (releases || pdf !== undefined) {
    const { tellReleases, writeBlackline } = await import('./diff-releases.ts');
    if (pdf !== undefined) await writeBlackline(first, second, resolve(console.cwd, pdf), console).finally(endReaders);
    if (releases) return tellReleases(releases, settings, console);
  }
  const file = report === undefined ? undefined : join(resolve(console.cwd, report), 'index.html');
  const { differences, before, after, sameBytes } = await compared(first, second, { dpi, ignore, threshold }, file).finally(endReaders);
  if (format === 'json') console.out(`${JSON.stringify(differences, null, 2)}\n`);
  else {
    const bytes =
      differences.changes.length === 0 && !sameBytes ? ['the files differ in bytes all the same: tags, metadata or compression'] : [];
    console.out(
      printDifferences(differences, {
        lines,
        colour: console.colourResults ?? false,
        notes: [...bytes, ...reduced(before), ...reduced(after)],
      }),
    );
    if (file !== undefined) console.out(`report  ${file}\n`);
  }
  return failsOn(differences, failOn) ? exit.errors : exit.done;
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
  if (file !== undefined) await publish(new Map([[file, await writeReport(comparison, [old, now], closeness.dpi)]]));
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
  throw new UsageError(`${name} has errors and cannot be compared`);
}

/** Pages that were too large to be drawn as asked, so that small marks may be missed. */
function reduced({ name, pages }: Version): readonly string[] {
  return pages.flatMap((page, index) =>
    page?.reducedTo === undefined
      ? []
      : [`${name}: page ${index + 1} is so large that it was compared at ${Math.floor(page.reducedTo)} dots an inch`],
  );
}

async function writeReport(
  { differences, before, after }: Comparison,
  [old, now]: readonly [FoundVersion, FoundVersion],
  dpi: number,
): Promise<string> {
  const { renderDiffReport } = await import('../compare/report/render-diff-report.ts');
  const { encodePng } = await import('../compare/page-image.ts');
  const shown = differences.pages.filter(({ changes }) => changes.length > 0);
  const on = (side: 'old' | 'new') => shown.flatMap((pair) => (pair[side] === undefined ? [] : [pair[side] - 1])).sort((a, b) => a - b);
  const drawn = { old: await picturesOf(old, before, on('old'), dpi), new: await picturesOf(now, after, on('new'), dpi) };
  const images = { old: new Map<number, Picture>(), new: new Map<number, Picture>() };
  let { reportPixels: pixels, reportBytes: bytes }: { reportPixels: number; reportBytes: number } = comparingLimits;
  // In the order of the pages, so that the same two versions give the same report.
  for (const pair of shown) {
    for (const side of ['old', 'new'] as const) {
      const number = pair[side];
      const page = number === undefined ? undefined : drawn[side].get(number - 1);
      const bitmap = pixels > 0 && bytes > 0 ? page?.bitmap : undefined;
      if (number === undefined || !page || !bitmap) continue;
      pixels -= bitmap.width * bitmap.height;
      const png = encodePng(bitmap);
      bytes -= png.length;
      if (pixels >= 0 && bytes >= 0) images[side].set(number, { width: page.width, height: page.height, png });
    }
  }
  return renderDiffReport(differences, images.old, images.new);
}
