// Turn kessan into a library: open a project, ask a session of a release for its stages, and ask questions about it. Nothing else is public.
import { Project } from './project/project.ts';

export type { AdjustmentLine, RestatementLine, WaiverLine } from './check/list-exceptions.ts';
export type { DiffOptions, IgnoredRegion } from './compare/diff-options.ts';
export type { Version } from './compare/version.ts';
export type { Papers } from './correct/make-correction.ts';
export type { ControlState, Explanation, Origin, PrintedPlace, RelationState } from './explain/explain-fact.ts';
export type { FlagExplanation, FlagPlace } from './explain/explain-flag.ts';
export type { FigureChange } from './explain/figure-changes.ts';
export type { Impact } from './explain/impact-of-values.ts';
export type { SentenceChange } from './explain/sentence-changes.ts';
export type { GivenValue } from './explain/supposed-values.ts';
export type { CarriedText } from './model/carried.ts';
export type { Difference, DifferenceClass, Differences } from './model/difference.ts';
export type { Block, Document, Figure, Inline, Part } from './model/document.ts';
export type { Exact } from './model/exact.ts';
export type { Cell, Fact, FactKey, Financials, Statement } from './model/financials.ts';
export type { Finding, RelatedPlace } from './model/finding.ts';
export { UsageError } from './model/finding.ts';
export type { Layout, Page } from './model/page.ts';
export type { Release } from './model/release.ts';
export type { ReleaseComparison } from './model/release-comparison.ts';
export type { ReleaseFile } from './model/release-files.ts';
export type { ReleasePlace, Sources } from './model/sources.ts';
export type { Span } from './model/span.ts';
export type { BeginOrder, Begun } from './project/begin-release.ts';
export type { Build, Extras } from './project/build-release.ts';
export type { Checked } from './project/check-release.ts';
export type { Closeness, Comparison } from './project/compare-versions.ts';
export type { Confirmed, ConfirmOrder } from './project/confirm-carried.ts';
export type { Corrected } from './project/correct-release.ts';
export type { ExportOrder } from './project/export-release.ts';
export type { Imported, ImportOrder } from './project/import-workbook.ts';
export type { Project, SessionOptions } from './project/project.ts';
export { PublishError } from './project/publish.ts';
export { tuneEngine, type Workload } from './project/tune-engine.ts';
export type { RenderedPdf } from './render/render.ts';
export type { Composed, Run, Session, Stage, StageName, Watch } from './session.ts';

/** Opens the project in the folder `root`, which has `data/`; refuses, with a `UsageError`, a folder that is none. */
export function openProject(root: string): Project {
  return new Project(root);
}
