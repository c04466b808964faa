// Turn a release folder into a document on pages: the stages in order. Read this first.
import { check } from './check/check.ts';
import { checkDocument } from './check/check-document.ts';
import { derive } from './derive/derive.ts';
import { layout } from './layout/layout.ts';
import { load } from './load/load.ts';
import { merge } from './merge/merge.ts';
import type { Diagnostic, Report } from './model/diagnostic.ts';
import type { Document } from './model/document.ts';
import type { Financials } from './model/financials.ts';
import type { Layout } from './model/page.ts';
import { legible } from './model/quoted.ts';
import type { Release } from './model/release.ts';
import type { Sources } from './model/sources.ts';
import { validate } from './validate/validate.ts';

/** The stages that a release runs through before anything is written, in order. */
export const stageNames = ['load', 'validate', 'derive', 'check', 'merge', 'layout'] as const;
export type StageName = (typeof stageNames)[number];

/** Results of the stages that could run, and all that they found. A stage after a failed one has no result. */
export interface Composed {
  /** Errors and warnings. */
  readonly findings: readonly Diagnostic[];
  /** What is no fault and may be asked for: figures that one language alone prints. */
  readonly notes?: readonly Diagnostic[];
  readonly sources?: Sources;
  readonly release?: Release;
  readonly financials?: Financials;
  readonly document?: Document;
  readonly layout?: Layout;
}

/** Called before each stage, for a progress line and timings. */
export type Watch = (stage: StageName | 'render' | 'verify') => void;

/** Where a release is found: project root (absolute), issuer and release by their folder names. */
export interface ReleasePlace {
  readonly root: string;
  readonly issuer: string;
  readonly release: string;
  /** A theme of its layout other than the one that it names. */
  readonly theme?: string;
}

/**
 * Runs the stages up to and including `last`. Errors of one stage end the run after that stage, so that its findings appear
 * together and no stage works on a broken input; checks and prose are independent, so both report.
 */
export function compose(place: ReleasePlace, last: StageName, watch: Watch): Composed {
  const findings: Diagnostic[] = [];
  watch('load');
  const sources = load(place.root, place.issuer, place.release, (finding) => findings.push(legible(finding)), place.theme);
  if (!sources) return { findings, notes: [] };
  if (last === 'load' || findings.some(isError)) return { findings, notes: [], sources };
  const composed = composeSources(sources, last, watch);
  return { ...composed, findings: [...findings, ...composed.findings] };
}

/** The stages after loading. */
export function composeSources(sources: Sources, last: StageName, watch: Watch): Composed {
  const found = { findings: [] as Diagnostic[], notes: [] as Diagnostic[] };
  const { findings, notes } = found;
  const report: Report = (finding) => (finding.severity === 'note' ? notes : findings).push(legible(finding));
  const failed = () => findings.some(isError);
  const done = (stage: StageName) => failed() || stage === last;

  watch('validate');
  const release = validate(sources, report);
  if (!release) return { ...found, sources };
  if (done('validate')) return { ...found, sources, release };

  watch('derive');
  const financials = derive(release, report);
  if (last === 'derive' || findings.some(doubtsFigures)) return { ...found, sources, release, financials };

  watch('check');
  check(release, financials, report);
  if (last === 'check') return { ...found, sources, release, financials };

  watch('merge');
  const before = findings.length;
  const document = merge(release, financials, report);
  watch('check');
  // What could not be merged would look like words that are missing.
  if (!findings.slice(before).some(isError)) checkDocument(release, financials, document, report);
  if (done('merge')) return { ...found, sources, release, financials, document };

  watch('layout');
  const pages = layout(document, release.style, sources.fontMetrics, release.release.targets, report);
  return { ...found, sources, release, financials, document, layout: pages };
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error';

/** An override that lapsed leaves every figure right, and checks and prose may go on; a figure that is missing or contradicted does not. */
function doubtsFigures({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && !code.startsWith('derive/override-');
}

/**
 * The stages after validation, each whatever the ones before it found: what a release would print if it were allowed to.
 * For questions only; nothing is ever rendered from it.
 */
export function suppose(sources: Sources, release: Release): Composed {
  const found = { findings: [] as Diagnostic[], notes: [] as Diagnostic[] };
  const { findings, notes } = found;
  const report: Report = (finding) => (finding.severity === 'note' ? notes : findings).push(legible(finding));
  const financials = derive(release, report);
  check(release, financials, report);
  const document = merge(release, financials, report);
  if (document.parts.length === 0) return { ...found, sources, release, financials, document };
  checkDocument(release, financials, document, report);
  const pages = layout(document, release.style, sources.fontMetrics, release.release.targets, report);
  return { ...found, sources, release, financials, document, layout: pages };
}
