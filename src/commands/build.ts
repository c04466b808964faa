// Turn a release into its files: release.pdf, release.html, figures.json, document.json, manifest.json; nothing is written when anything is wrong.
import { join } from 'node:path';
import { compareManifests, describeDifference, sameBuild } from '../compare/compare-manifests.ts';
import { UsageError } from '../model/finding.ts';
import type { Memory } from '../model/memory.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, released, releaseName } from '../model/sources.ts';
import { type Build, buildRelease, type Extras, openInDraft } from '../project/build-release.ts';
import { type EarlierBuild, parseManifest, readEarlierBuild } from '../project/earlier-manifest.ts';
import { findRelease, outFolder } from '../project/find-release.ts';
import { listedReleases } from '../project/listed-releases.ts';
import { type LeftFiles, publishBuild } from '../project/publish-build.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { eachRelease, type ReleaseOutcome } from './each-release.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';
import { toldOpen } from './told-open.ts';
import { wholeNumber } from './whole-number.ts';

export interface BuildOptions extends Extras {
  /** Builds what is not ready: carried texts may be open, and every page, title and file says that it is a draft. */
  readonly draft?: boolean;
  readonly format: Format;
  /** Every release of the project, beside those that are named. */
  readonly all?: boolean;
  /** A file that names releases, one a line. */
  readonly list?: string;
  /** Processes that build at once, as it is typed. */
  readonly jobs?: string;
  /** Address of a queue whose workers build instead of this machine. */
  readonly queue?: string;
  /** On the queue, before all that is not. */
  readonly urgent?: boolean;
  /** With several processes: builds also what is published as a build would make it. */
  readonly force?: boolean;
  /** With several processes: seconds that one release may take, as it is typed. */
  readonly timeLimit?: string;
  /** Folder for results instead of `out/<issuer>/<release>`; only with one release. */
  readonly out?: string;
  /** A theme of the layout instead of the one that the release names; without `out` it has a folder of its own. */
  readonly style?: string;
  /** Prints how long each stage took, to stderr. */
  readonly timings: boolean;
  /** Folder of an earlier build: compare with it and write nothing; only with one release. */
  readonly check?: string;
  /** Stop, with a report to look at, when a page or a text is not as it was approved. */
  readonly againstSnapshot?: boolean;
}

/** One release's outcome, as `--format json` prints it. */
interface Outcome {
  readonly release: string;
  readonly style?: string;
  readonly pages: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Files of an earlier build that lay in the folder under other names. */
  readonly left?: LeftFiles;
  readonly findings: ReturnType<typeof findingsAsJson>;
}

/** Builds each release in turn, or several at once; one that fails does not stop the others. */
export async function build(names: readonly string[], options: BuildOptions, console: Console): Promise<number> {
  const { check, all = false, list, jobs, style } = options;
  if (all || list !== undefined || jobs !== undefined || options.queue !== undefined) {
    const listed = {
      names,
      all,
      ...(list !== undefined && { list }),
      ...(style !== undefined && { theme: style }),
      ...(options.draft && { draft: true }),
    };
    return several(listedReleases(listed, console.cwd), options, console);
  }
  if (names.length === 0) throw new UsageError('name a release, or give --all or --list');
  const places = names.map(
    (name): ReleasePlace => ({ ...findRelease(name, console.cwd, style), ...(options.draft && { draft: true as const }) }),
  );
  if (options.draft && (check !== undefined || options.againstSnapshot))
    throw new UsageError('--draft writes what is not ready: leave out --check and --against-snapshot');
  if (options.out !== undefined && places.length > 1) throw new UsageError('--out takes one release');
  for (const [option, given] of Object.entries({ '--force': options.force, '--time-limit': options.timeLimit, '--urgent': options.urgent }))
    if (given) throw new UsageError(say`${option} goes with --all, --list, --jobs or --queue`);
  if (check !== undefined && places.length > 1) throw new UsageError('--check compares one release with one build');
  if (check !== undefined && options.againstSnapshot) throw new UsageError('--check writes nothing and --against-snapshot may: give one');
  const earlier = check === undefined ? undefined : readEarlierBuild(check, console.cwd);
  const { code, results } = await eachRelease(places, console, (place, memory) => buildOne({ place, memory }, options, earlier, console));
  if (options.format === 'json') console.out(`${JSON.stringify(results, null, 2)}\n`);
  return code;
}

/** By processes of their own: loaded where they are asked for. */
async function several(places: readonly ReleasePlace[], options: BuildOptions, console: Console): Promise<number> {
  const { format, attach, text, force = false, jobs, timeLimit, queue, urgent = false } = options;
  if (queue !== undefined && (jobs !== undefined || timeLimit !== undefined))
    throw new UsageError('--jobs and --time-limit are for the worker of a queue');
  if (queue === undefined && urgent) throw new UsageError('--urgent goes with --queue');
  const inOne = {
    '--out': options.out,
    '--check': options.check,
    '--against-snapshot': options.againstSnapshot,
    '--timings': options.timings,
  };
  for (const [option, given] of Object.entries(inOne))
    if (given) throw new UsageError(say`${option} goes with releases that one process builds: leave out --all, --list, --jobs and --queue`);
  const { buildMany } = await import('./build-many.ts');
  const { builderBy } = await import('./builders.ts');
  const { builder, close } = await builderBy(
    {
      ...(queue !== undefined && { queue: { address: queue, urgency: urgent ? 'urgent' : 'normal' } }),
      ...(jobs !== undefined && { jobs: wholeNumber(jobs, '--jobs', 64) }),
      ...(timeLimit !== undefined && { seconds: wholeNumber(timeLimit, '--time-limit', 3600) }),
    },
    console,
  );
  const extras = { ...(attach !== undefined && { attach }), ...(text !== undefined && { text }) };
  return buildMany(places, builder, { format, ifStale: !force, ...extras }, console).finally(close);
}

async function buildOne(
  { place, memory }: { readonly place: ReleasePlace; readonly memory: Memory },
  options: BuildOptions,
  earlier: EarlierBuild | undefined,
  console: Console,
): Promise<ReleaseOutcome> {
  const name = releaseName(place);
  const { watch, end } = progress(console, name);
  try {
    const session = new Session({ place }, { watch, memory });
    const { findings, value: built } = await buildRelease(session, options);
    const open = built ? openInDraft(session) : [];
    const approved = built !== undefined && (!options.againstSnapshot || (await asApproved(place, built, options.format, console)));
    let outcome: Outcome = { ...released(place), pages: 0, files: [], findings: findingsAsJson([...findings, ...open]) };
    if (built && approved && !earlier) {
      const { files, left } = await write(place, built, options.out);
      outcome = { ...outcome, pages: built.layout.pages.length, files, ...(left && { left }) };
    }
    const times = end();
    const checked = built && earlier && compare(built, earlier);
    if (options.format === 'text') {
      reportFindings(findings, place.root, console);
      if (checked) console.out(checked.same ? `${name}: identical\n` : `${name}: differs\n`);
      for (const line of checked?.lines ?? []) console.out(`  ${line}\n`);
      if (outcome.files.length > 0) {
        const list = outcome.files.map(({ file, bytes }) => `  ${file}  ${bytes} bytes\n`).join('');
        console.out(`${name}: ${outcome.pages} pages\n${list}`);
        console.out(toldOpen(place, open.length));
        for (const file of outcome.left?.removed ?? []) console.out(`  ${file} of an earlier build is removed\n`);
        for (const file of outcome.left?.kept ?? [])
          console.err(say`${name}: ${file} is of an earlier build and was changed since: it is left there\n`);
      } else if (!earlier) console.err(say`${name}: nothing written\n`);
    }
    if (options.timings) console.err(`${times.map(({ stage, ms }) => `${stage} ${ms.toFixed(0)} ms`).join(', ')}\n`);
    return {
      code: !built || !approved || (checked && !checked.same) ? exit.errors : exit.done,
      result: checked ? { ...outcome, identical: checked.same, differences: checked.differences, altered: earlier.altered } : outcome,
    };
  } finally {
    end();
  }
}

/** What compares pages is loaded where it is asked for only: most builds do without. */
async function asApproved(place: ReleasePlace, built: Build, format: Format, console: Console): Promise<boolean> {
  const { againstSnapshot } = await import('./against-snapshot.ts');
  return againstSnapshot(place, built, format, console);
}

async function write(place: ReleasePlace, { outputs }: Build, out: string | undefined): Promise<Pick<Outcome, 'files' | 'left'>> {
  const folder = out ?? outFolder(place);
  const left = await publishBuild(folder, outputs);
  const files = [...outputs].map(([file, content]) => ({ file: join(folder, file), bytes: Buffer.byteLength(content) }));
  return { files, ...(left.removed.length + left.kept.length > 0 && { left }) };
}

function compare({ outputs }: Build, earlier: EarlierBuild) {
  const manifest = outputs.get('manifest.json');
  if (typeof manifest !== 'string') throw new Error('render gave no manifest.json');
  const differences = compareManifests(earlier.manifest, parseManifest(manifest, 'manifest.json'));
  const lines = describeDifference(differences, earlier.altered);
  return { differences, lines, same: sameBuild(differences, earlier.altered) };
}
