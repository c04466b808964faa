// Turn two releases of different periods into what is told of them on the terminal, as JSON or as a page to read, and two builds into the PDF of their blackline.
import { join, resolve } from 'node:path';
import { failsOn } from '../compare/compare-builds.ts';
import { UsageError } from '../model/finding.ts';
import type { ReleaseComparison } from '../model/release-comparison.ts';
import { say, sayAll } from '../model/say.ts';
import { blacklineFile, styleOfRelease } from '../project/compare-releases.ts';
import type { FoundVersion } from '../project/compare-versions.ts';
import { projectRoot } from '../project/find-release.ts';
import { publish } from '../project/publish.ts';
import { type Console, exit } from './console.ts';
import type { DiffSettings } from './diff-options.ts';
import { printReleaseComparison } from './print-release-comparison.ts';

/** 0 the same, 1 different (with --fail-on: in a class named). */
export async function tellReleases(
  comparison: ReleaseComparison,
  { format, report, failOn, ignore, lines }: DiffSettings,
  console: Console,
): Promise<number> {
  if (ignore.length > 0) throw new UsageError('--ignore leaves out regions of pages, and pages of different releases are not compared');
  const file = report === undefined ? undefined : join(resolve(console.cwd, report), 'index.html');
  if (file !== undefined) {
    const { renderReleaseReport } = await import('../compare/report/render-release-report.ts');
    await publish(new Map([[file, renderReleaseReport(comparison)]]));
  }
  if (format === 'json') console.out(`${JSON.stringify(comparison, null, 2)}\n`);
  else {
    console.out(printReleaseComparison(comparison, { lines, colour: console.colourResults ?? false }));
    if (file !== undefined) console.out(`report  ${file}\n`);
  }
  return failsOn(comparison, failOn) ? exit.errors : exit.done;
}

/** In the style of the later release where it is known, else of the earlier one. */
export async function writeBlackline(old: FoundVersion, now: FoundVersion, file: string, console: Console): Promise<void> {
  const here = projectRoot(console.cwd);
  const styleOf = (version: FoundVersion) => {
    const root = version.root ?? here;
    return root === undefined ? undefined : styleOfRelease(version, root);
  };
  const style = styleOf(now) ?? styleOf(old);
  if (!style) {
    const names = [now, old].flatMap(({ of }) => (of ? [`${of.issuer}/${of.release}`] : []));
    const why =
      names.length > 0
        ? say`the project in which ${sayAll(names, ' or ')} can be read without errors`
        : 'a project with one of its releases';
    throw new UsageError(say`--pdf sets a blackline in the style of its release: run it in ${why}`);
  }
  await publish(new Map([[file, await blacklineFile(old, now, style)]]));
}
