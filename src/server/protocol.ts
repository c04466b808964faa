// Turn what the server answers into types that its client shares.
import type { Box, DifferenceClass } from '../model/difference.ts';
import type { Finding } from '../model/finding.ts';
import type { Lang, PerLang } from '../model/language.ts';
import type { LapsedTick, ReviewProgress } from '../model/review.ts';
import type { Span } from '../model/span.ts';
import type { MappedFigure, MappedPage } from '../project/map-pages.ts';
import type { Revision } from '../project/read-revision.ts';
import type { ReviewedUnit } from '../review/review-state.ts';

/** What the client asks first. */
export interface Hello {
  /** Name of the project's folder. */
  readonly project: string;
  /** `issuer/release` of every release, those first that the command names. */
  readonly releases: readonly string[];
  /** Languages that the interface speaks. */
  readonly languages: readonly Lang[];
}

/** A page and the name of its picture, which is another when the page looks different. */
export interface PageView extends MappedPage {
  readonly picture: string;
}

/** A finding as it is written, and the pages (index from 0) where its place is printed. */
export interface FindingView extends Finding {
  readonly pages: readonly number[];
  /** The same in every other language that messages are told in. */
  readonly told: PerLang<Finding>;
}

/** One release as it is shown. */
export interface ReleaseView {
  readonly release: string;
  /** Grows with every change that is shown. */
  readonly version: number;
  /** The pages are those of the last state without errors; undefined until there was one. */
  readonly stale: boolean;
  readonly languages: readonly Lang[];
  readonly titles: Readonly<Record<Lang, string>>;
  readonly pages: readonly PageView[];
  readonly figures: readonly MappedFigure[];
  readonly findings: readonly FindingView[];
  /** What tables call a concept, by its id: of the state that the pages show. */
  readonly labels: Readonly<Record<string, PerLang<string>>>;
}

/** A thing to check, as it is shown; `elements` and `figures` say what of a page it is. */
export type UnitView = Pick<ReviewedUnit, 'id' | 'kind' | 'lang' | 'of' | 'text' | 'pages' | 'elements' | 'figures' | 'by' | 'checkedBy'>;

/** How far the review of a release is. */
export interface ReviewView {
  readonly units: readonly UnitView[];
  readonly lapsed: readonly LapsedTick[];
  readonly progress: readonly ReviewProgress[];
}

/** States of a release that it may be compared with. */
export interface EarlierStates {
  /** When the server first showed it. */
  readonly opened: boolean;
  /** In the folder of results. */
  readonly published: boolean;
  /** By `kessan snapshot`. */
  readonly approved: boolean;
  /** Of its repository, the newest first. */
  readonly revisions: readonly Revision[];
}

/** Words of a line: a name, what was, what is, what is told beside; none of these says nothing of them. */
export interface LinePiece {
  readonly text: string;
  readonly as?: 'name' | 'was' | 'is' | 'more';
  /** Of the words, where it is not that of the line. */
  readonly lang?: Lang;
}

/** One change. */
export interface ChangeView {
  readonly id: string;
  /** `approved`: it is not as it was approved. */
  readonly class: DifferenceClass | 'approved';
  /** In a line, as the terminal tells it. */
  readonly summary: string;
  /** In a line of each language, by printed names; none of what was approved without its build. */
  readonly line?: PerLang<readonly LinePiece[]>;
  /** What was changed in the data: its place. */
  readonly at?: Pick<Span, 'file' | 'line'>;
  readonly lang?: Lang;
  /** Where it stands now: pages by their index. */
  readonly places: readonly Box[];
}

/** What has changed since a state: `opened`, `published`, `approved`, or the name of a revision. */
export interface ChangesView {
  readonly since: string;
  readonly changes: readonly ChangeView[];
  readonly remarks: readonly string[];
}

/** A file that may be shown and edited. */
export interface SourceText {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Digest of what stands in the file: given back when it is saved. */
  readonly digest: string;
}

/** What a request is answered with that is not obeyed. */
export interface Refusal {
  readonly error: string;
  /** For a file that is another by now: what stands there. */
  readonly now?: SourceText;
}

/** What is told as it happens. */
export type ServerEvent =
  | { readonly kind: 'release'; readonly release: string; readonly version: number }
  | { readonly kind: 'releases'; readonly releases: readonly string[] }
  | { readonly kind: 'file'; readonly paths: readonly string[] }
  | { readonly kind: 'working'; readonly release: string }
  /** It was looked at again, and is as it was. */
  | { readonly kind: 'done'; readonly release: string };
