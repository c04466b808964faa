// Turn a release into its stages, each computed when it is first asked for and kept. Read this first.
import { check, checkDocument } from './check/check.ts';
import { derive } from './derive/derive.ts';
import { layout } from './layout/layout.ts';
import { load } from './load/load.ts';
import { merge } from './merge/merge.ts';
import type { Document } from './model/document.ts';
import type { Financials } from './model/financials.ts';
import { type Finding, isError, type Report } from './model/finding.ts';
import { forgetful, type Memory } from './model/memory.ts';
import type { Layout } from './model/page.ts';
import { legible } from './model/printable.ts';
import type { Release } from './model/release.ts';
import type { ReleasePlace, Sources } from './model/sources.ts';
import { validate } from './validate/validate.ts';

/** What one stage made, and what it found: its own findings only, in order. */
export interface Stage<T> {
  /** Undefined when the stage, or one that it works on, could make nothing of its input: findings say why. */
  readonly value: T | undefined;
  /** Errors, warnings and notes. */
  readonly findings: readonly Finding[];
}

/** The stages before anything is rendered, in order. */
export const stageNames = ['load', 'validate', 'derive', 'check', 'merge', 'layout'] as const;
export type StageName = (typeof stageNames)[number];

/** Stages, and the steps of a build that are none. */
type Step = StageName | 'proofread' | 'render' | 'verify';

/** Called before each step that runs, for a progress line and timings. */
export type Watch = (step: Step) => void;

/** The result of every stage: what a release without errors has. */
export interface Composed {
  readonly sources: Sources;
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly layout: Layout;
}

/** What a release comes to, as far as it may go. */
export interface Run {
  /** Errors and warnings of the stages that were reached. */
  readonly findings: readonly Finding[];
  /** What is no fault and may be asked for: figures that one language alone prints. */
  readonly notes: readonly Finding[];
  readonly reached: ReadonlySet<StageName>;
  /** Undefined when a stage found an error, or was not asked for; the same object as long as every stage has the same result. */
  readonly composed?: Composed;
}

/** What a session begins with: a release in its folder, or what was made of one before. */
export type Origin =
  | { readonly place: ReleasePlace }
  | { readonly sources: Sources }
  | { readonly sources: Sources; readonly release: Release };

/** What a session works with. */
export interface SessionMeans {
  readonly watch?: Watch;
  /** What its stages recall, and keep for sessions that share it; without one nothing is kept but the last result of each stage. */
  readonly memory?: Memory;
}

/**
 * One release. A stage may be asked for alone, whatever the ones before it found: that answers questions about a release with errors.
 * `run` is the way to what may be published: there no stage works on a broken input. Files are read once, when they are first needed,
 * and again after `renew`: what they say then holds, and a stage whose inputs are the same keeps what it made.
 */
export class Session {
  readonly #origin: Origin;
  /** Where its release is found; undefined for one that was made of another's sources. */
  readonly place: ReleasePlace | undefined;
  readonly watch: Watch;
  readonly memory: Memory;
  readonly #kept = new Map<Step, Made>();
  /** Steps that hold for the files as they were last read. */
  readonly #current = new Set<Step>();
  #lastComposed: Composed | undefined;

  constructor(origin: Origin, { watch = () => {}, memory = forgetful }: SessionMeans = {}) {
    this.#origin = origin;
    this.place = 'place' in origin ? origin.place : undefined;
    this.watch = watch;
    this.memory = memory;
  }

  /** Files may have changed: each is read again when it is next needed. */
  renew(): void {
    this.#current.clear();
  }

  /** The same release with other typed figures, as far as its sources could be read: what it would come to. */
  suppose(release: Release): Session {
    const sources = this.load().value;
    if (!sources) throw new Error('session: a release that was validated has sources');
    return new Session({ sources, release }, { watch: this.watch, memory: this.memory });
  }

  load(): Stage<Sources> {
    return this.#step('load', undefined, (report) => {
      if (!('place' in this.#origin)) return this.#origin.sources;
      const { root, issuer, release, theme, draft } = this.#origin.place;
      return load(root, issuer, release, report, theme, this.memory, draft);
    });
  }

  validate(): Stage<Release> {
    const { value: sources, findings } = this.load();
    return this.#step('validate', [sources, findings.some(isError)], (report) => {
      if ('release' in this.#origin) return this.#origin.release;
      // What could not be read would look like keys that are missing.
      return sources && !findings.some(isError) ? validate(sources, report, this.memory) : undefined;
    });
  }

  derive(): Stage<Financials> {
    const release = this.validate().value;
    return this.#step('derive', [release], (report) => release && derive(release, report, this.memory));
  }

  /** Figures against one another: the financials that were checked. */
  check(): Stage<Financials> {
    const [release, financials] = [this.validate().value, this.derive().value];
    return this.#step('check', [release, financials], (report) => {
      if (release && financials) check(release, financials, report, this.memory);
      return financials;
    });
  }

  /** The document, its words held against its figures. */
  merge(): Stage<Document> {
    const [merged, read] = [this.#merged(), this.#proofread()];
    return { value: merged.value, findings: [...merged.findings, ...read.findings] };
  }

  /** The document, whatever its words say. */
  #merged(): Stage<Document> {
    const [release, financials] = [this.validate().value, this.derive().value];
    return this.#step('merge', [release, financials], (report) => release && financials && merge(release, financials, report, this.memory));
  }

  #proofread(): Stage<Document> {
    const [release, financials] = [this.validate().value, this.derive().value];
    const { value: document, findings } = this.#merged();
    // What could not be merged would look like words that are missing.
    const whole = !findings.some(isError);
    return this.#step('proofread', [release, financials, document, whole], (report) => {
      if (release && financials && document && whole) checkDocument(release, financials, document, report, this.memory);
      return document;
    });
  }

  layout(): Stage<Layout> {
    const [sources, release, document] = [this.load().value, this.validate().value, this.#merged().value];
    return this.#step('layout', [sources, release, document], (report) => {
      if (!sources || !release || !document || document.parts.length === 0) return undefined;
      return layout(document, release.style, sources.fontMetrics, release.spec.targets, report, this.memory);
    });
  }

  /**
   * The stages up to and including `last`, as far as a release may go: errors of one stage end the run after that stage, so that its
   * findings appear together. Checks and prose are independent, so both report; nothing is set while any error stands.
   */
  run(last: StageName = 'layout'): Run {
    return this.#run(last, (name) => this[name]());
  }

  /**
   * The same to the end, without holding figures against one another and words against figures: for a build that does it, by `run`, while
   * somebody else reads its file. Only what `run` says then counts.
   */
  runAhead(): Pick<Run, 'composed'> {
    return this.#run('layout', (name) => (name === 'check' ? this.derive() : name === 'merge' ? this.#merged() : this[name]()));
  }

  #run(last: StageName, stage: (name: StageName) => Stage<unknown>): Run {
    const found: Finding[] = [];
    const reached = new Set<StageName>();
    for (const name of stageNames) {
      reached.add(name);
      found.push(...stage(name).findings);
      if (name === last || found.some(stopsAfter[name])) break;
    }
    const findings = found.filter(({ severity }) => severity !== 'note');
    const composed = reached.has('layout') && !found.some(isError) ? this.#composed() : undefined;
    return { findings, notes: found.filter(({ severity }) => severity === 'note'), reached, ...(composed && { composed }) };
  }

  #composed(): Composed {
    const [sources, release, financials] = [this.load().value, this.validate().value, this.derive().value];
    const [document, pages] = [this.#merged().value, this.layout().value];
    if (!sources || !release || !financials || !document || !pages) throw new Error('session: a stage without errors has a result');
    const last = this.#lastComposed;
    const holds =
      last?.sources === sources &&
      last.release === release &&
      last.financials === financials &&
      last.document === document &&
      last.layout === pages;
    if (holds) return last;
    this.#lastComposed = { sources, release, financials, document, layout: pages };
    return this.#lastComposed;
  }

  /** `inputs` are all that `work` reads; undefined for files, which may say something else after `renew`. */
  #step<T>(name: Step, inputs: readonly unknown[] | undefined, work: (report: Report) => T | undefined): Stage<T> {
    const kept = this.#kept.get(name);
    const holds = kept && (this.#current.has(name) || inputs?.every((input, i) => input === kept.inputs?.[i]));
    if (holds) {
      this.#current.add(name);
      return kept.stage as Stage<T>;
    }
    this.watch(name);
    const findings: Finding[] = [];
    const value = work((finding) => findings.push(legible(finding)));
    const stage = { value, findings };
    this.#kept.set(name, { inputs, stage });
    // Not before: what was made earlier is no answer where a stage throws.
    this.#current.add(name);
    return stage;
  }
}

/** A stage with what it was made of. */
interface Made {
  readonly inputs: readonly unknown[] | undefined;
  readonly stage: Stage<unknown>;
}

/** An override that lapsed leaves every figure right, and checks and prose may go on; a figure that is missing or contradicted does not. */
const doubtsFigures = (finding: Finding): boolean => isError(finding) && !finding.code.startsWith('derive/override-');
const never = (): boolean => false;

/** The findings after which a run goes no further. */
const stopsAfter: Readonly<Record<StageName, (finding: Finding) => boolean>> = {
  load: isError,
  validate: isError,
  derive: doubtsFigures,
  check: never,
  merge: isError,
  layout: isError,
};
