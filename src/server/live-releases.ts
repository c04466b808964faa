// Turn saves into releases that are shown as they are: sessions that stay open, their last pages, and word to whoever listens.
import { join, relative, sep } from 'node:path';
import { writtenIn } from '../language/languages.ts';
import { messageLanguages } from '../load/load-messages.ts';
import { type Finding, isError, UsageError } from '../model/finding.ts';
import { perLang } from '../model/language.ts';
import { plainLabel } from '../model/plain-label.ts';
import { tellFinding } from '../model/tell-finding.ts';
import type { Build } from '../project/build-release.ts';
import { type MappedFigure, mapPages } from '../project/map-pages.ts';
import type { Project } from '../project/project.ts';
import { type FileWatch, watchFiles } from '../project/watch-files.ts';
import type { Session } from '../session.ts';
import type { PagePictures } from './page-pictures.ts';
import type { FindingView, PageView, ReleaseView, ServerEvent } from './protocol.ts';
import { tellerFor } from './tell-in.ts';

/** A release that somebody looks at. */
export interface OpenRelease {
  readonly name: string;
  readonly session: Session;
  /** As it is published: another than `session` where texts that were carried over are open, and a draft is shown. */
  readonly published: Session;
  /** The last state without errors. */
  readonly build: Build | undefined;
  /** The first state without errors that was shown. */
  readonly opened: Build | undefined;
  readonly view: ReleaseView;
}

interface Shown {
  readonly pages: readonly PageView[];
  readonly figures: readonly MappedFigure[];
}

/** All releases of a project, each opened when it is first asked for. */
/** Languages that findings are told in besides their own. */
const otherLanguages = messageLanguages.filter((lang) => lang !== writtenIn);

export class LiveReleases {
  readonly project: Project;
  readonly #pictures: PagePictures;
  readonly #tell: (event: ServerEvent) => void;
  readonly #open = new Map<string, OpenRelease>();
  readonly #shown = new WeakMap<Build, Shown>();
  readonly #watch: FileWatch;
  /** One release is built after the other. */
  #working: Promise<unknown> = Promise.resolve();
  #known: string;

  /** `fault` is told of faults of ours while nobody waits for an answer. */
  constructor(project: Project, pictures: PagePictures, tell: (event: ServerEvent) => void, fault: (fault: unknown) => void) {
    // What is found from now on can be told in every language.
    for (const lang of otherLanguages) tellerFor(lang);
    this.project = project;
    this.#pictures = pictures;
    this.#tell = tell;
    this.#known = project.releases().join('\n');
    const folders = ['data', 'templates', 'fonts'].map((name) => join(project.root, name));
    this.#watch = watchFiles(folders, (files) => void this.#changed(files).catch(fault));
  }

  close(): void {
    this.#watch.close();
  }

  /** Files may have been saved by the page itself: no reason to wait. */
  look(): void {
    this.#watch.look();
  }

  /** Refuses, as wrong usage, a release that is not there. */
  release(name: string): Promise<OpenRelease> {
    return this.#next(async () => this.#open.get(name) ?? (await this.#renew(name, this.project.release(name))));
  }

  /** Files are read and written by one request after the other: none is lost between two. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#next(work);
  }

  /** Builds all open releases again, now. */
  renew(): Promise<unknown> {
    return this.#next(async () => {
      for (const { name, published } of this.#open.values()) await this.#renewOpen(name, published);
    });
  }

  async #changed(files: readonly string[]): Promise<void> {
    const paths = files.map((file) => relative(this.project.root, file).split(sep).join('/'));
    this.#tell({ kind: 'file', paths });
    const releases = this.project.releases();
    if (releases.join('\n') !== this.#known) {
      this.#known = releases.join('\n');
      this.#tell({ kind: 'releases', releases });
    }
    await this.renew();
  }

  async #renewOpen(name: string, published: Session): Promise<void> {
    try {
      this.#tell({ kind: 'working', release: name });
      published.renew();
      await this.#renew(name, published);
    } catch (fault) {
      // The release may be gone; it is asked for again by whoever still looks at it.
      if (!(fault instanceof UsageError)) throw fault;
      this.#open.delete(name);
    }
  }

  async #renew(name: string, published: Session): Promise<OpenRelease> {
    const before = this.#open.get(name);
    const open = openTextsOf(published);
    const session = open.length === 0 ? published : this.#draftOf(name, before);
    const { value, findings: found } = await this.project.build(session);
    const findings = [...found, ...open];
    const build = value ?? before?.build;
    const known = build && this.#shown.get(build);
    const shown = known ?? (build ? this.#show(name, build) : { pages: [], figures: [] });
    if (build && !known) this.#shown.set(build, shown);
    const view: ReleaseView = {
      release: name,
      version: (before?.view.version ?? 0) + 1,
      stale: value === undefined,
      languages: build?.document.languages ?? [],
      titles: build?.document.titles ?? {},
      ...shown,
      findings: viewsOf(findings, shown),
      labels: build ? labelsOf(build) : {},
    };
    const same = before && sameView(before.view, view);
    const now = { name, session, published, build, opened: before?.opened ?? build, view: same ? before.view : view };
    this.#open.set(name, now);
    this.#tell(same ? { kind: 'done', release: name } : { kind: 'release', release: name, version: view.version });
    return now;
  }

  /** The session that shows its drafts, its files to be read again. */
  #draftOf(name: string, before: OpenRelease | undefined): Session {
    const known = before && before.session !== before.published ? before.session : this.project.release(name, { draft: true });
    known.renew();
    return known;
  }

  #show(name: string, build: Build): Shown {
    const { pages, figures } = mapPages(build);
    // Pages of a summary are those of the whole.
    const whole = build.pdfs.filter(({ of }) => !of.summary).map(({ pdf }) => pdf);
    const names = this.#pictures.show(name, whole);
    return { pages: pages.map((page) => ({ ...page, picture: names[page.index] ?? '' })), figures };
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#working.then(work);
    this.#working = done.catch(() => {});
    return done;
  }
}

/** What keeps a release from being published that is sound but for texts that were carried over and are open: it is shown as a draft. */
function openTextsOf(session: Session): readonly Finding[] {
  if (!session.load().value?.carried) return [];
  const errors = session.run('merge').findings.filter(isError);
  return errors.every(({ code }) => code === 'check/carried') ? errors : [];
}

const labelsOf = ({ release }: Build): ReleaseView['labels'] =>
  Object.fromEntries(
    [...release.concepts.values()].map(({ id, labels }) => [id, perLang(release.languages, (lang) => plainLabel(labels[lang]?.value))]),
  );

/** In the order of a report, errors first. */
function viewsOf(findings: readonly Finding[], { pages, figures }: Shown): readonly FindingView[] {
  const weight = (finding: Finding) => (isError(finding) ? 0 : 1);
  return findings
    .map((finding) => ({
      ...finding,
      pages: pagesOf(finding, pages, figures),
      told: perLang(otherLanguages, (lang) => tellFinding(finding, tellerFor(lang))),
    }))
    .sort((a, b) => weight(a) - weight(b));
}

/** Where what was typed on the line of its place is printed. */
function pagesOf({ at }: Finding, pages: readonly PageView[], figures: readonly MappedFigure[]): readonly number[] {
  if (!at) return [];
  const here = (place: { readonly file: string; readonly line: number } | undefined) => place?.file === at.file && place.line === at.line;
  const printed = new Set(figures.filter(({ typedAt }) => here(typedAt)).map(({ id }) => id));
  return pages
    .filter(({ marks }) => marks.some((mark) => here(mark.at) || (mark.figure !== undefined && printed.has(mark.figure))))
    .map(({ index }) => index);
}

function sameView(a: ReleaseView, b: ReleaseView): boolean {
  return a.stale === b.stale && a.pages === b.pages && JSON.stringify(a.findings) === JSON.stringify(b.findings);
}
