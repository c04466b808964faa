// Turn a release as it builds today into what is approved: page images, text dumps and the build itself beside it.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compareSnapshot } from '../compare/compare-snapshot.ts';
import { encodePng } from '../compare/page-image.ts';
import { say } from '../model/say.ts';
import { released } from '../model/sources.ts';
import { approvedFiles, readApproved } from '../project/approved-files.ts';
import { buildRelease } from '../project/build-release.ts';
import { approvedBuild, approvedFolder, findRelease } from '../project/find-release.ts';
import { publishIn, withdraw } from '../project/publish.ts';
import { publishBuild } from '../project/publish-build.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface SnapshotOptions {
  readonly format: Format;
  /** A theme of the layout instead of the one that the release names; it is approved apart. */
  readonly style?: string;
}

/** Writes what changed since the last time, takes away what is no longer made; a release with errors approves nothing. */
export async function snapshot(name: string, options: SnapshotOptions, console: Console): Promise<number> {
  const place = findRelease(name, console.cwd, options.style);
  const { watch, end } = progress(console, name);
  const { findings, value: built } = await buildRelease(new Session({ place }, { watch }));
  const folder = approvedFolder(place);
  const before = readApproved(folder) ?? new Map<string, Uint8Array>();
  const now = built && (await approvedFiles(built));
  const changes = now ? compareSnapshot(before, now) : [];
  if (now) {
    const files = new Map<string, Uint8Array | string>(now.texts);
    for (const [file, page] of now.pages) files.set(file, encodePng(page));
    // Before its pages: where it ends between the two, the next one finds pages that differ, and writes both.
    const build = approvedBuild(place);
    if (changes.length > 0 || !existsSync(join(build, 'manifest.json'))) await publishBuild(build, built.outputs);
    // A page that looks the same keeps its bytes, so that a new compressor changes no file.
    const written = changes.filter(({ kind }) => kind !== 'gone').map((change) => change.name);
    await publishIn(folder, new Map(written.map((file) => [file, files.get(file) ?? ''])));
    for (const { kind, name: file } of changes) if (kind === 'gone') withdraw(join(folder, file));
  }
  end();
  if (options.format === 'json') {
    const listed = changes.map(({ kind, name: file }) => ({
      file,
      change: kind === 'gone' ? 'removed' : before.has(file) ? 'changed' : 'added',
    }));
    console.out(
      `${JSON.stringify({ ...released(place), approved: now !== undefined, changes: listed, findings: findingsAsJson(findings) }, null, 2)}\n`,
    );
  } else {
    reportFindings(findings, place.root, console);
    if (now) {
      const where = relative(console.cwd, folder);
      const what = changes.length > 0 ? `${changes.length} files changed; look at them before you commit them` : 'nothing changed';
      console.out(`${name}: ${now.pages.size} pages and ${now.texts.size} texts approved in ${where}: ${what}\n`);
    } else console.err(say`${name}: nothing written\n`);
  }
  return now ? exit.done : exit.errors;
}
