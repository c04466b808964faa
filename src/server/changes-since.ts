// Turn a state that a release was in (when the page was opened, as published, as approved, at a revision) into what has changed since.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compareSnapshot } from '../compare/compare-snapshot.ts';
import type { Difference } from '../model/difference.ts';
import { isError, UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { approvedFiles, readApproved } from '../project/approved-files.ts';
import type { Build } from '../project/build-release.ts';
import { compareVersions, type FoundVersion, findVersion, versionOfBuild } from '../project/compare-versions.ts';
import { approvedBuild, approvedFolder, outFolder } from '../project/find-release.ts';
import { type FilePair, pairedFiles } from '../project/paired-files.ts';
import { Project } from '../project/project.ts';
import { isRevision, readRevision, revisionsOf } from '../project/read-revision.ts';
import { changeLines } from './change-line.ts';
import type { OpenRelease } from './live-releases.ts';
import type { ChangesView, ChangeView, EarlierStates } from './protocol.ts';

/** Builds of revisions that were asked for: what a revision holds does not change. */
const revisions = new Map<string, Build>();

/** Builds of revisions that are kept. */
const mostKept = 4;

export async function earlierStates(root: string, { session: { place }, build }: OpenRelease): Promise<EarlierStates> {
  if (!place || !build) return { opened: false, published: false, approved: false, revisions: [] };
  return {
    opened: true,
    published: published(place) !== undefined,
    approved: readApproved(approvedFolder(place)) !== undefined,
    revisions: await revisionsOf(root),
  };
}

/** Refuses, as wrong usage, a state that there is not, or that has errors. */
export async function changesSince(project: Project, open: OpenRelease, since: string): Promise<ChangesView> {
  const { build, opened, session, name } = open;
  if (!build || !opened || !session.place) throw new UsageError(say`${name} has no pages yet: its findings say why`);
  if (since === 'approved' && !hasApprovedBuild(session.place)) return sinceApprovedPages(session.place, build);
  const old = await versionSince(project, open, since);
  if (!old) throw new UsageError(say`there is no state ${JSON.stringify(since)} of ${name}`);
  const changes: ChangeView[] = [];
  const remarks: string[] = [];
  for (const pair of await pairedFiles(old, versionOfBuild(name, build))) {
    // Pages of a summary are those of the whole.
    if (pair.now.only?.summary) continue;
    const { differences, before, after } = await compareVersions(pair.old, pair.now);
    const lines = changeLines(before.record, after.record);
    changes.push(...differences.changes.map((change) => ({ ...viewOf(change, pair), line: lines(change) })));
    remarks.push(...(differences.remarks ?? []));
  }
  return { since, changes: eachOnce(changes), remarks: [...new Set(remarks)] };
}

/** Undefined where there is no such state. */
async function versionSince(project: Project, { name, opened, session }: OpenRelease, since: string): Promise<FoundVersion | undefined> {
  const { place } = session;
  if (since === 'opened') return opened && versionOfBuild(since, opened);
  if (since === 'published') return place && published(place);
  if (since === 'approved') return place && findVersion(approvedBuild(place), place.root);
  return isRevision(since) ? versionOfBuild(since, await buildOfRevision(project, name, since)) : undefined;
}

/** What was changed in the data is told of every file that it changes: here it is one change, with all of its places. */
function eachOnce(changes: readonly ChangeView[]): readonly ChangeView[] {
  const found = new Map<string, ChangeView>();
  for (const change of changes) {
    const key = change.class === 'ordered' ? change.summary : change.id;
    const known = found.get(key);
    found.set(key, known ? { ...known, places: [...known.places, ...change.places] } : change);
  }
  return [...found.values()];
}

function published(place: NonNullable<OpenRelease['session']['place']>) {
  return findVersion(outFolder(place), place.root);
}

async function buildOfRevision(project: Project, name: string, id: string): Promise<Build> {
  const key = `${project.root} ${name} ${id}`;
  const known = revisions.get(key);
  if (known) return known;
  const folder = join(project.root, 'out', `.revision-${id.slice(0, 12)}-${process.pid}`);
  try {
    await readRevision(project.root, id, folder);
    const then = new Project(folder);
    if (!then.releases().includes(name)) throw new UsageError(say`${name} was not there at ${id.slice(0, 12)}`);
    const { value, findings } = await then.build(then.release(name));
    if (!value) throw new UsageError(say`${name} had errors at ${id.slice(0, 12)}: ${findings.find(isError)?.message ?? ''}`);
    revisions.set(key, value);
    for (const old of [...revisions.keys()].slice(0, -mostKept)) revisions.delete(old);
    return value;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const viewOf = (change: Difference, { name, now }: FilePair): ChangeView => ({
  id: now.only ? `${name} ${change.id}` : change.id,
  class: change.class,
  summary: change.summary,
  ...('lang' in change && { lang: change.lang }),
  ...(change.class === 'ordered' && { at: change.at }),
  // A file counts its own pages.
  places: change.new.map(({ page, ...box }) => ({ ...box, page: (now.only?.pages[page - 1] ?? page) - 1 })),
});

const hasApprovedBuild = (place: NonNullable<OpenRelease['session']['place']>): boolean =>
  existsSync(join(approvedBuild(place), 'manifest.json'));

const withoutBuild =
  'it was approved without its build, so that nothing tells why something changed: after kessan snapshot changes are told by their classes';

/** Points of a pixel at which pages are approved. */
const pixel = 0.75;

/** What an earlier version approved: pages and texts without their build, which say what is otherwise and not why. */
async function sinceApprovedPages(place: NonNullable<OpenRelease['session']['place']>, build: Build): Promise<ChangesView> {
  const approved = readApproved(approvedFolder(place));
  if (!approved) throw new UsageError('nothing of it was approved yet');
  const found = compareSnapshot(approved, await approvedFiles(build));
  const changes = found.map((change, index): ChangeView => {
    const page = Number(/^page-(\d+)\.png$/.exec(change.name)?.[1] ?? 0) - 1;
    const places =
      change.kind === 'page'
        ? change.regions.map(({ x, y, width, height }) => ({
            page,
            x: x * pixel,
            y: y * pixel,
            width: width * pixel,
            height: height * pixel,
          }))
        : [];
    const lines =
      change.kind === 'text'
        ? `: ${[...change.gone.map((line) => `- ${line}`), ...change.come.map((line) => `+ ${line}`)].slice(0, 6).join('\n')}`
        : '';
    return { id: `approved-${index + 1}`, class: 'approved', summary: `${change.name}${lines}`, places };
  });
  return { since: 'approved', changes, remarks: changes.length > 0 ? [withoutBuild] : [] };
}
