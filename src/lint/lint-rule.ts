// Turn a typographic rule into a value: its number, its words, what to do about a finding, and the function that finds what breaks it.

import type { Block, Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { FindingKind, Severity } from '../model/finding.ts';
import type { FontMetrics } from '../model/font.ts';
import type { GlyphRun, Layout, Page } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import type { PlaceOfRun } from '../model/run-places.ts';
import type { Span } from '../model/span.ts';
import type { Style } from '../model/style.ts';
import type { ElementPlace } from './index-elements.ts';
import type { FileGap } from './read-gaps.ts';
import type { PdfFacts } from './read-pdf-facts.ts';
import type { TextLine } from './text-lines.ts';

/** What rules read. */
export interface LintInput {
  readonly document: Document;
  readonly layout: Layout;
  readonly style: Style;
  readonly fonts: ReadonlyMap<string, FontMetrics>;
  /** Elements of the document by the ids that own glyphs. */
  readonly elements: ReadonlyMap<string, ElementPlace>;
  /** Blocks of the document by their ids, those of groups too. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Where the words of a run were typed. */
  readonly placeOfRun: PlaceOfRun;
  /** Lines of running text, in order. */
  readonly lines: readonly TextLine[];
  /** What the pages were made from, where it is at hand: what cells must print. */
  readonly release?: Release;
  readonly financials?: Financials;
  /** What the finished file says; rules on it are silent without a file. */
  readonly pdf?: PdfFacts & {
    /** Text of each page as PDFium gives it. */
    readonly texts: readonly string[];
    readonly gaps: readonly FileGap[];
    /** Bytes before the first that differs when the same pages are written again; -1 for none, undefined when they were not. */
    readonly differsAt?: number;
  };
}

/** What breaks a rule, and where: points from the page's left and top edges, absent where the whole page is meant. */
export interface PageFinding {
  readonly page: Page;
  readonly x?: number;
  readonly y?: number;
  readonly message: string;
  /** The glyphs that it is about: where they were typed. */
  readonly run?: GlyphRun | undefined;
  /** Where what it is about was typed, if it is about no glyphs or theirs is not known. */
  readonly at?: Span | undefined;
  /** Findings are as severe as their rule unless they say otherwise. */
  readonly severity?: Severity;
}

/** `lint/` and the number of a rule. */
export type LintCode = `lint/TL-${number}`;

export interface LintRule extends FindingKind<LintCode> {
  /** The rule in one sentence. */
  readonly rule: string;
  /** What can be done about a finding. */
  readonly hint: string;
  readonly run: (input: LintInput) => Iterable<PageFinding>;
}
