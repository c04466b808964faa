// Turn two releases, builds or PDF files into what differs between them, told on the terminal, as JSON, or as a report to look at.
import { join, resolve } from 'node:path';
import { compareBuilds, failsOn } from '../compare/compare-builds.ts';
import type { Picture } from '../compare/report/render-page-pair.ts';
import type { Version } from '../compare/version.ts';
import type { Differences } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';
import { type Console, exit } from './console.ts';
import { type DiffWords, readDiffOptions } from './diff-options.ts';
import { UsageError } from './find-release.ts';
import { findVersion, readVersions } from './open-version.ts';
import { printDifferences } from './print-differences.ts';
import { publish } from './publish.ts';

/** 0 the same, 1 different (with --fail-on: in a class named), 2 trouble. */
export async function diff(old: string, now: string, words: DiffWords, console: Console): Promise<number> {
  const { format, report, failOn, ignore, dpi, threshold, lines } = readDiffOptions(words);
  const { style } = words;
  const found = [await findVersion(old, console, style), await findVersion(now, console, style)] as const;
  if (style !== undefined && !found.some(({ composed }) => composed))
    throw new UsageError(`--style sets a release, and neither ${old} nor ${now} is one`);
  const sameBytes = Buffer.from(found[0].pdf).equals(found[1].pdf);
  const [before, after] = await readVersions(...found, dpi);
  const differences = compareBuilds(before, after, { ignore, threshold });
  const file = report === undefined ? undefined : join(resolve(console.cwd, report), 'index.html');
  if (file !== undefined) publish(new Map([[file, await writeReport(differences, before, after)]]));
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

/** Pages that were too large to be drawn as asked, so that small marks may be missed. */
function reduced({ name, pages }: Version): readonly string[] {
  return pages.flatMap(({ reducedTo }, index) =>
    reducedTo === undefined ? [] : [`${name}: page ${index + 1} is so large that it was compared at ${Math.floor(reducedTo)} dots an inch`],
  );
}

async function writeReport(differences: Differences, old: Version, now: Version): Promise<string> {
  const { renderDiffReport } = await import('../compare/report/render-diff-report.ts');
  const { encodePng } = await import('../compare/page-image.ts');
  const pictures = { old: new Map<number, Picture>(), new: new Map<number, Picture>() };
  let { reportPixels: pixels, reportBytes: bytes }: { reportPixels: number; reportBytes: number } = comparingLimits;
  // In the order of the pages, so that the same two versions give the same report.
  for (const pair of differences.pages.filter(({ changes }) => changes.length > 0)) {
    for (const [side, { pages }] of [
      ['old', old],
      ['new', now],
    ] as const) {
      const number = pair[side];
      const page = number === undefined ? undefined : pages[number - 1];
      const bitmap = pixels > 0 && bytes > 0 ? page?.bitmap : undefined;
      if (number === undefined || !page || !bitmap) continue;
      pixels -= bitmap.width * bitmap.height;
      const png = encodePng(bitmap);
      bytes -= png.length;
      if (pixels >= 0 && bytes >= 0) pictures[side].set(number, { width: page.width, height: page.height, png });
    }
  }
  return renderDiffReport(differences, pictures.old, pictures.new);
}
