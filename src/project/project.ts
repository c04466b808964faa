// Turn the folder of a project into its releases, and questions about one of them into answers.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Explanation } from '../explain/explain-fact.ts';
import type { FlagExplanation } from '../explain/explain-flag.ts';
import type { Impact } from '../explain/impact-of-values.ts';
import type { GivenValue } from '../explain/supposed-values.ts';
import { UsageError } from '../model/finding.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { ReleaseComparison } from '../model/release-comparison.ts';
import { say } from '../model/say.ts';
import { releaseName } from '../model/sources.ts';
import { Session, type Stage, type Watch } from '../session.ts';
import type { BeginOrder, Begun } from './begin-release.ts';
import type { Build, Extras } from './build-release.ts';
import type { Checked } from './check-release.ts';
import type { Closeness, Comparison, FoundVersion } from './compare-versions.ts';
import type { Confirmed, ConfirmOrder } from './confirm-carried.ts';
import type { Corrected } from './correct-release.ts';
import type { ExportOrder } from './export-release.ts';
import { releaseIn } from './find-release.ts';
import type { Imported, ImportOrder } from './import-workbook.ts';

/** MB of results that a project keeps for its sessions: some three releases of fifteen pages. */
export const memoryLimit = 96;

/** How a release is opened. */
export interface SessionOptions {
  /** A theme of its layout instead of the one that the release names. */
  readonly style?: string;
  /** As a draft: marked so on every page, and what was carried over may be open. */
  readonly draft?: boolean;
  /** Called before each stage that runs. */
  readonly watch?: Watch;
}

/**
 * A folder with `data/`, and what can be asked of its releases. Nothing here writes but `publish`, and an import, a beginning and a confirmation that are to be written. A wrong argument (an unknown release,
 * style, figure, build) is a `UsageError`; what is wrong in a release itself is a finding.
 */
export class Project {
  /** Absolute. */
  readonly root: string;
  readonly #memory = new BoundedMemory(memoryLimit);
  /** Builds that were asked for: a program that builds once needs no second thread. */
  #builds = 0;

  constructor(root: string) {
    this.root = resolve(root);
    if (!existsSync(join(this.root, 'data'))) throw new UsageError(say`${root} is no project: it has no folder data/`);
  }

  /** Bytes that its sessions keep, by estimate: at most `memoryLimit`. */
  get bytesKept(): number {
    return this.#memory.bytes;
  }

  /** `issuer/release` of every release, in the order of their names. */
  releases(): readonly string[] {
    return foldersIn(join(this.root, 'data')).flatMap((issuer) =>
      foldersIn(join(this.root, 'data', issuer, 'releases'))
        .filter((release) => existsSync(join(this.root, 'data', issuer, 'releases', release, 'release.yaml')))
        .map((release) => `${issuer}/${release}`),
    );
  }

  /** A session of `issuer/release`: its stages, each computed when it is first asked for; sessions of a project share what they keep. */
  release(name: string, { style, draft, watch }: SessionOptions = {}): Session {
    const place = { ...releaseIn(this.root, name, style), ...(draft && { draft: true as const }) };
    return new Session({ place }, { ...(watch && { watch }), memory: this.#memory });
  }

  /** What all checks say of it; with `pages` the typographic rules too. */
  async check(session: Session, options: { readonly pages?: boolean } = {}): Promise<Checked> {
    const { checkRelease } = await import('./check-release.ts');
    return checkRelease(session, options);
  }

  /** The files of a release, in memory; no value when any finding is an error. */
  async build(session: Session, extras: Extras = {}): Promise<Stage<Build>> {
    if (this.#builds++ > 0) (await import('./reading-thread.ts')).readInThread();
    const { buildRelease } = await import('./build-release.ts');
    return buildRelease(session, extras);
  }

  /** Writes the outputs of a build to a folder, each whole or not at all, the manifest last; files that an earlier build left there under other names go. */
  async publish({ outputs }: Pick<Build, 'outputs'>, folder: string): Promise<void> {
    const { publishBuild } = await import('./publish-build.ts');
    await publishBuild(resolve(this.root, folder), outputs);
  }

  /** Where a concept's figures come from, where they are printed, what they are tied to; or the one figure `concept@period`. */
  async explain(session: Session, figure: string): Promise<Stage<readonly Explanation[]>> {
    const { explainable, explainFigures } = await import('./explain-figures.ts');
    const { value, findings } = explainable(session);
    return { value: value && explainFigures(value, figure), findings };
  }

  /** Where a flag is stated and where its answer is printed: `flags.restatements`; undefined for a name of another kind. */
  async explainFlag(session: Session, name: string): Promise<Stage<FlagExplanation>> {
    const [{ explainable }, { explainFlag }] = await Promise.all([import('./explain-figures.ts'), import('../explain/explain-flag.ts')]);
    const { value, findings } = explainable(session);
    return { value: value && explainFlag(name, value), findings };
  }

  /** What these values, typed as in data files, would change together if they stood for their figures; files stay as they are. */
  impact(session: Session, values: readonly GivenValue[]): Promise<Stage<Impact>>;
  /** The same of one value. */
  impact(session: Session, figure: string, value: string): Promise<Stage<Impact>>;
  async impact(session: Session, given: string | readonly GivenValue[], value = ''): Promise<Stage<Impact>> {
    const { explainable, impactOf } = await import('./explain-figures.ts');
    const { value: explained, findings } = explainable(session);
    const values = typeof given === 'string' ? [{ figure: given, value }] : given;
    return { value: explained && impactOf(session, explained, values), findings };
  }

  /** What differs between two of anything: a release as it is now, the folder of a build, a PDF file. Of several PDFs, the first pair. */
  async compare(old: Session | string, now: Session | string, closeness: Closeness = {}): Promise<Comparison> {
    const [first] = await this.compareFiles(old, now, closeness);
    if (!first) throw new Error('project: two versions have a pair of files');
    return first;
  }

  /** The same of every pair of PDFs, where a release is published in several. */
  async compareFiles(old: Session | string, now: Session | string, closeness: Closeness = {}): Promise<readonly Comparison[]> {
    const [{ compareVersions }, { pairedFiles }] = await Promise.all([import('./compare-versions.ts'), import('./paired-files.ts')]);
    const [before, after] = [await this.#version(old), await this.#version(now)];
    const pairs = before.files || after.files ? await pairedFiles(before, after) : [{ old: before, now: after }];
    const all: Comparison[] = [];
    for (const pair of pairs) all.push(await compareVersions(pair.old, pair.now, closeness));
    return all;
  }

  /** Sentence by sentence, two releases of one issuer that report on different periods; undefined for anything else, which `compare` compares. */
  async compareReleases(old: Session | string, now: Session | string): Promise<ReleaseComparison | undefined> {
    const { compareDifferentReleases } = await import('./compare-releases.ts');
    return compareDifferentReleases(await this.#version(old), await this.#version(now));
  }

  /** The papers that correct the build in a folder: notice, marked release, clean release. */
  async correct(session: Session, against: string): Promise<Corrected> {
    const { readEarlierBuild } = await import('./earlier-manifest.ts');
    const { correctRelease } = await import('./correct-release.ts');
    return correctRelease(session, readEarlierBuild(against, this.root), against);
  }

  /** What a workbook would change in the period files of an issuer by its map; files are written where the order says so. Paths are relative to the project. */
  async importWorkbook(order: ImportOrder): Promise<Imported> {
    const { importWorkbook } = await import('./import-workbook.ts');
    return importWorkbook(this, order, this.root);
  }

  /** A map of a workbook to begin with, as text. */
  async draftMap(order: Pick<ImportOrder, 'workbook' | 'issuer' | 'period'>): Promise<string> {
    const { draftWorkbookMap } = await import('./import-workbook.ts');
    return draftWorkbookMap(this, order, this.root);
  }

  /** A release as a workbook with live formulas and the map that leads back, or as CSV; in memory. No value when any finding is an error. */
  async export(session: Session, order: ExportOrder): Promise<Stage<ReadonlyMap<string, Uint8Array | string>>> {
    const { exportFiles } = await import('./export-release.ts');
    return exportFiles(session, order);
  }

  /** The next release, begun with this one: periods moved on, figures to be typed, words to be confirmed. Written where the order says so. */
  async begin(session: Session, order: BeginOrder): Promise<Stage<Begun>> {
    const { beginRelease } = await import('./begin-release.ts');
    return beginRelease(session, order);
  }

  /** What a release that was begun so carried over and is open; confirmed, and written, where the order says by whom. */
  async confirm(session: Session, order: ConfirmOrder = {}): Promise<Stage<Confirmed>> {
    const { confirmCarried } = await import('./confirm-carried.ts');
    return confirmCarried(session, order);
  }

  async #version(given: Session | string): Promise<FoundVersion> {
    const { findVersion, versionOfBuild } = await import('./compare-versions.ts');
    if (typeof given === 'string') {
      const found = findVersion(given, this.root);
      if (!found) throw new UsageError(say`there is no build and no PDF file ${given}`);
      return found;
    }
    const { value, findings } = await this.build(given);
    const name = given.place ? releaseName(given.place) : 'the release';
    const [first] = findings.filter(({ severity }) => severity === 'error');
    if (!value) throw new UsageError(say`${name} has errors and cannot be compared: ${first?.message ?? ''}`);
    return versionOfBuild(name, value);
  }
}

const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];
